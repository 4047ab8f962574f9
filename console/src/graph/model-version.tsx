import type { GraphModelFigures, GraphModelVersion } from '@lingxi/contract/graph-learning'
import { LoaderCircle } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useSwitchGraph } from '../api/graph-learning-queries.ts'
import { useWhen } from '../i18n/when.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { useToast } from '../ui/toast.tsx'

export function ModelVersion({
  version: { version, state, active, figures, createdAt },
}: {
  version: GraphModelVersion
}) {
  const { t } = useTranslation()
  const { full } = useWhen()
  return (
    <article className="rounded-2xl border border-line bg-surface p-4">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <h3 className="font-semibold">{t('relations.version', { version })}</h3>
        <span className="text-sm text-ink-faint">{full(createdAt)}</span>
        <span className="flex flex-1 flex-wrap gap-1.5">
          {active && <Badge tone="accent">{t('relations.atWork')}</Badge>}
          {figures ? (
            <Badge tone={figures.helps ? 'accent' : 'warm'}>
              {t(figures.helps ? 'relations.helps' : 'relations.helpsNot')}
            </Badge>
          ) : (
            <Badge tone={state === 'failed' ? 'danger' : 'info'}>
              {state === 'requested' && <LoaderCircle className="animate-spin" />}
              {t(`relations.states.${state}`)}
            </Badge>
          )}
        </span>
        {state === 'learnt' && <OnOrOff version={version} active={active} />}
      </header>
      {figures && <Figures figures={figures} />}
    </article>
  )
}

function OnOrOff({ version, active }: { version: number; active: boolean }) {
  const { t } = useTranslation()
  const { tell, warn } = useToast()
  const change = useSwitchGraph()
  const press = () =>
    change.mutate(active ? null : version, {
      onSuccess: () => tell(active ? t('relations.offNow') : t('relations.onNow', { version })),
      onError: warn,
    })
  return (
    <Button size="small" disabled={change.isPending} onClick={press}>
      {t(active ? 'relations.off' : 'relations.on')}
    </Button>
  )
}

function Figures({ figures: { questions, asked, untaught, learnt } }: { figures: GraphModelFigures }) {
  const { t } = useTranslation()
  const rows = (['right', 'said', 'saidWrong'] as const).map((name) => [name, untaught[name], learnt[name]] as const)
  return (
    <>
      <p className="mt-3 text-sm text-ink-soft">{t('graph.learning.questions', { count: questions, asked })}</p>
      <table className="mt-2 w-full text-sm">
        <thead className="text-xs text-ink-faint">
          <tr>
            <th className="text-start font-normal">{t('relations.measure')}</th>
            <th className="px-3 text-end font-normal">{t('relations.without')}</th>
            <th className="text-end font-normal">{t('relations.with')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, before, after]) => (
            <tr key={name}>
              <th className="text-start font-normal">{t(`graph.learning.figures.${name}`)}</th>
              <td className="px-3 text-end tabular-nums">{before}</td>
              <td className="text-end font-medium tabular-nums">{after}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
