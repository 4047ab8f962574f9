import type { CaseRun, CaseSummary } from '@lingxi/contract/dialogue-case-runs'
import { Play } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useFlowOverview } from '../../api/flow-queries.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import { standingOf } from './standing.ts'

type RunBarProps = {
  tests: CaseSummary[]
  /** Those that are shown, where these are not all. */
  shown: CaseSummary[] | null
  running: CaseRun | null
  /** The version that they are run through; 0: the draft. */
  of: number
  onVersion: (of: number) => void
  /** `ids` null: all. Null for who may not run any. */
  onRun: ((ids: string[] | null) => void) | null
  isBusy: boolean
}

/** How the tests stand all together, how far the run has come that goes on, and what runs them. */
export function RunBar({ tests, shown, running, onRun, ...rest }: RunBarProps) {
  return (
    <section className="flex flex-wrap items-center gap-x-4 gap-y-3 rounded-2xl border border-line bg-surface px-5 py-3.5">
      <div className="min-w-48 flex-1">{running ? <Progress run={running} /> : <Sum tests={tests} />}</div>
      {onRun && <Launch shown={shown} onRun={onRun} {...rest} />}
    </section>
  )
}

function Sum({ tests }: { tests: CaseSummary[] }) {
  const { t } = useTranslation()
  const { passed, failed, never, stale } = standingOf(tests)
  return (
    <>
      <p className="font-medium">{t('flowTests.run.sum', { passed, failed })}</p>
      <p className="text-sm text-ink-faint">
        {[
          ...(never > 0 ? [t('flowTests.run.never', { count: never })] : []),
          ...(stale > 0 ? [t('flowTests.run.stale', { count: stale })] : []),
        ].join(' · ')}
      </p>
    </>
  )
}

export function Progress({ run: { done, cases, failed } }: { run: CaseRun }) {
  const { t } = useTranslation()
  return (
    <div className="flex flex-col gap-1.5">
      <output className="text-sm">{t('flowTests.run.running', { done, cases, failed })}</output>
      <progress
        aria-label={t('flowTests.run.progress')}
        value={done}
        max={cases}
        className="h-1.5 w-full overflow-hidden rounded-full accent-accent"
      />
    </div>
  )
}

function Launch({
  shown,
  of,
  onVersion,
  onRun,
  isBusy,
}: Pick<RunBarProps, 'shown' | 'of' | 'onVersion' | 'isBusy'> & { onRun: NonNullable<RunBarProps['onRun']> }) {
  const { t } = useTranslation()
  const rollout = useFlowOverview().data?.rollout
  const versions = [...new Set([0, rollout?.live, rollout?.candidate?.number])].filter(
    (number) => typeof number === 'number',
  )
  const options = versions.map((number) => ({
    value: String(number),
    label: number === 0 ? t('flowVersions.draft') : t('flowVersions.version', { number }),
  }))
  return (
    <span className="flex flex-wrap gap-2">
      {options.length > 1 && (
        <Select
          label={t('flowTests.against')}
          prefix={t('flowTests.against')}
          options={options}
          value={String(of)}
          onChange={(next) => onVersion(Number(next))}
        />
      )}
      {shown && shown.length > 0 ? (
        <Button look="primary" disabled={isBusy} onClick={() => onRun(shown.map(({ id }) => id))}>
          <Play />
          {t('flowTests.run.these', { count: shown.length })}
        </Button>
      ) : (
        <Button look="primary" disabled={isBusy} onClick={() => onRun(null)}>
          <Play />
          {t('flowTests.run.all')}
        </Button>
      )}
    </span>
  )
}
