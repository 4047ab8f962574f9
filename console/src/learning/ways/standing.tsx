import type { ChoosingOverview } from '@lingxi/contract/choosing'
import { useTranslation } from 'react-i18next'
import { useChangeChoosing } from '../../api/choosing-queries.ts'
import { useMay } from '../../api/use-session.ts'
import { Panel } from '../../ui/page.tsx'
import { useToast } from '../../ui/toast.tsx'
import { Toggle } from '../../ui/toggle.tsx'

/** What is used now, and how far it may go by itself. */
export function Standing({ overview: { standing, choices } }: { overview: ChoosingOverview }) {
  const { t } = useTranslation()
  const { tell, warn } = useToast()
  const mayChange = useMay('supervisor')
  const { mutate, isPending } = useChangeChoosing()
  const { version, used, frozen, byItself } = standing
  const change = (next: { frozen: boolean; byItself: boolean }) =>
    mutate({ version, ...next }, { onSuccess: () => void tell(t('choosing.changed')), onError: warn })
  return (
    <Panel
      title={used === 0 ? t('choosing.shipped') : t('choosing.usesVersion', { number: used })}
      lead={t('choosing.counts', choices)}
    >
      <div className="flex flex-col gap-4">
        <Toggle
          label={t('choosing.tries')}
          hint={t('choosing.triesText')}
          checked={!frozen}
          disabled={!mayChange || isPending}
          onChange={(tries) => change({ frozen: !tries, byItself })}
        />
        <Toggle
          label={t('choosing.byItself')}
          hint={t('choosing.byItselfText')}
          checked={byItself}
          disabled={!mayChange || isPending}
          onChange={(next) => change({ frozen, byItself: next })}
        />
      </div>
      {!mayChange && (
        <p className="text-sm text-ink-soft">{t('app.states.readOnly', { role: t('app.roles.supervisor') })}</p>
      )}
    </Panel>
  )
}
