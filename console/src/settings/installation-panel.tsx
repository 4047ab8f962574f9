import type { Installation } from '@lingxi/contract/staff'
import { ExternalLink } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Panel } from '../ui/page.tsx'

export function InstallationPanel({ installation }: { installation: Installation }) {
  const { t } = useTranslation()
  const { version, database, model } = installation
  const facts = [
    [t('settings.version'), version],
    [t('settings.database'), t(`settings.databases.${database}`)],
    [t('settings.model'), model.configured ? (model.name ?? '✓') : t('settings.noModel')],
  ]
  return (
    <Panel title={t('settings.installation')}>
      <dl className="grid grid-cols-[auto_1fr] gap-x-8 gap-y-2">
        {facts.map(([name, value]) => (
          <div key={name} className="col-span-2 grid grid-cols-subgrid">
            <dt className="text-ink-faint">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <a
        href="/docs"
        target="_blank"
        rel="noopener"
        className="mt-4 inline-flex items-center gap-1.5 text-accent hover:underline"
      >
        {t('settings.api')}
        <ExternalLink className="size-3.5" />
      </a>
    </Panel>
  )
}
