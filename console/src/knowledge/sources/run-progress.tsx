import type { RunProgress, SourceRun } from '@lingxi/contract/source'
import { useTranslation } from 'react-i18next'

/** How far a run has come; what there is to read is found on the way, so the whole may still grow. */
export function RunProgressBar({ run }: { run: SourceRun }) {
  const { t } = useTranslation()
  const { known, read, pages } = run.progress
  const text = known === 0 ? t('sources.progress.counting') : t('sources.progress.text', { read, known, pages })
  return (
    <section className="rounded-2xl border border-accent-line bg-accent-soft px-5 py-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="font-medium">{text}</span>
        <RunCounts progress={run.progress} />
      </div>
      <progress
        aria-label={t('sources.progress.label')}
        max={Math.max(known, 1)}
        value={read}
        className="mt-2.5 block h-2 w-full appearance-none overflow-hidden rounded-full bg-surface [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-surface [&::-webkit-progress-value]:rounded-full [&::-webkit-progress-value]:bg-accent"
      />
    </section>
  )
}

const counted = ['added', 'changed', 'unchanged', 'withdrawn', 'refused'] as const

/** What a run did, without what it did not do. */
export function RunCounts({ progress }: { progress: RunProgress }) {
  const { t } = useTranslation()
  const told = counted.filter((name) => progress[name] > 0)
  return (
    <span className="flex flex-wrap gap-x-3 text-sm tabular-nums">
      {told.map((name) => (
        <span key={name} className={name === 'refused' ? 'text-danger' : 'text-ink-soft'}>
          {t(`sources.counts.${name}`, { count: progress[name] })}
        </span>
      ))}
    </span>
  )
}
