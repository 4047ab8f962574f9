import type { RelationsFigures, RelationsVersion } from '@lingxi/contract/relations'
import { LoaderCircle } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useSwitch } from '../../api/relations-queries.ts'
import { useMay } from '../../api/use-session.ts'
import { useWhen } from '../../i18n/when.ts'
import { Badge, type Tone } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { useToast } from '../../ui/toast.tsx'

const tones: Record<RelationsVersion['state'], Tone> = { requested: 'info', learnt: 'plain', failed: 'danger' }

export function Version({ version: { version, state, active, figures, createdAt } }: { version: RelationsVersion }) {
  const { t } = useTranslation()
  const { full } = useWhen()
  return (
    <article className="rounded-2xl border border-line bg-surface p-5">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <h2 className="font-semibold">{t('relations.version', { version })}</h2>
        <span className="text-sm text-ink-faint">{full(createdAt)}</span>
        <span className="flex flex-1 flex-wrap gap-1.5">
          {active && <Badge tone="accent">{t('relations.atWork')}</Badge>}
          {figures ? (
            <Badge tone={figures.helps ? 'accent' : 'warm'}>
              {t(figures.helps ? 'relations.helps' : 'relations.helpsNot')}
            </Badge>
          ) : (
            <Badge tone={tones[state]}>
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
  const change = useSwitch()
  if (!useMay('supervisor')) return null
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

const percent = (share: number) => `${(share * 100).toFixed(1)}%`

function Figures({ figures }: { figures: RelationsFigures }) {
  const { t } = useTranslation()
  const rows = [
    [t('relations.recall'), percent(figures.recallAt1Without), percent(figures.recallAt1With)],
    [t('relations.mrr'), figures.mrrWithout.toFixed(3), figures.mrrWith.toFixed(3)],
  ] as const
  return (
    <div className="mt-4 grid gap-x-8 gap-y-4 sm:grid-cols-[auto_1fr]">
      <dl className="flex gap-6">
        {(['questions', 'texts', 'words'] as const).map((name) => (
          <div key={name}>
            <dt className="text-xs text-ink-faint">{t(`relations.figures.${name}`)}</dt>
            <dd className="text-lg tabular-nums">{figures[name]}</dd>
          </div>
        ))}
      </dl>
      <table className="text-sm sm:ms-auto">
        <thead className="text-xs text-ink-faint">
          <tr>
            <th className="pe-6 text-start font-normal">{t('relations.measure')}</th>
            <th className="px-3 text-end font-normal">{t('relations.without')}</th>
            <th className="ps-3 text-end font-normal">{t('relations.with')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, without, withThem]) => (
            <tr key={name}>
              <th className="pe-6 text-start font-normal">{name}</th>
              <td className="px-3 text-end tabular-nums">{without}</td>
              <td className="ps-3 text-end font-medium tabular-nums">{withThem}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
