import { RunEntry, type Source, type SourceRun } from '@lingxi/contract/source'
import { ChevronRight, History } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { onPage, useRunEntries, useRuns } from '../../api/source-queries.ts'
import { useWhen } from '../../i18n/when.ts'
import { Badge, type Tone } from '../../ui/badge.tsx'
import { Pager } from '../../ui/pager.tsx'
import { Select } from '../../ui/select.tsx'
import { Empty, Failed, SkeletonRows } from '../../ui/states.tsx'
import { RunCounts } from './run-progress.tsx'
import { RunNote } from './source-facts.tsx'
import { RunState } from './source-state.tsx'

/** The readings of a source, newest first, each with what it did to every document. */
export function SourceRuns({ source }: { source: Source }) {
  const { t } = useTranslation()
  const [offset, setOffset] = useState(0)
  const { data, error, refetch } = useRuns(source.id, offset, source.lastRun)
  if (!data) return error ? <Failed error={error} onRetry={() => void refetch()} /> : <SkeletonRows count={4} />
  if (data.runs.length === 0)
    return <Empty icon={<History />} title={t('sources.noRuns')} text={t('sources.noRunsText')} />
  return (
    <section aria-label={t('sources.tabs.runs')} className="pt-1">
      <ul className="flex flex-col gap-2">
        {data.runs.map((run) => (
          <li key={run.id}>
            <Run run={run} />
          </li>
        ))}
      </ul>
      <Pager label={t('sources.pages')} offset={offset} size={onPage} total={data.total} onChange={setOffset} />
    </section>
  )
}

function Run({ run }: { run: SourceRun }) {
  const { t } = useTranslation()
  const { full } = useWhen()
  const [open, setOpen] = useState(false)
  return (
    <details
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      className="group rounded-2xl border border-line bg-surface"
    >
      <summary className="flex list-none flex-wrap items-center gap-x-4 gap-y-1 rounded-2xl px-5 py-3 hover:bg-hover">
        <ChevronRight className="size-4 shrink-0 text-ink-faint transition-transform group-open:rotate-90" />
        <span className="font-medium">{full(run.createdAt)}</span>
        <span className="text-sm text-ink-soft">{t(`sources.causes.${run.cause}`)}</span>
        <span className="flex-1">
          <RunCounts progress={run.progress} />
        </span>
        <RunState run={run} />
      </summary>
      {open && (
        <div className="border-t border-line px-5 py-3">
          {run.note && <RunNote note={run.note} />}
          <Entries runId={run.id} />
        </div>
      )}
    </details>
  )
}

const outcomeTones: Record<RunEntry['outcome'], Tone> = {
  added: 'accent',
  changed: 'info',
  unchanged: 'plain',
  withdrawn: 'warm',
  refused: 'danger',
  skipped: 'plain',
}
const outcomes = RunEntry.shape.outcome.options
const all = ''

function Entries({ runId }: { runId: string }) {
  const { t, i18n } = useTranslation()
  const language = i18n.language === 'zh' ? 'zh' : 'en'
  const [outcome, setOutcome] = useState<RunEntry['outcome'] | typeof all>(all)
  const [offset, setOffset] = useState(0)
  const { data, error, refetch } = useRunEntries(runId, { outcome: outcome || undefined, offset })
  if (!data) return error ? <Failed error={error} onRetry={() => void refetch()} /> : <SkeletonRows count={3} />
  return (
    <>
      <Select
        label={t('sources.outcome')}
        prefix={t('sources.outcome')}
        value={outcome}
        options={[
          { value: all, label: t('sources.all') },
          ...outcomes.map((value) => ({ value, label: t(`sources.outcomes.${value}`) })),
        ]}
        onChange={(next) => {
          setOutcome(outcomes.find((each) => each === next) ?? all)
          setOffset(0)
        }}
      />
      <ul className="mt-2 divide-y divide-line text-sm">
        {data.entries.map((entry) => (
          <li key={`${entry.at}${entry.location}`} className="flex flex-wrap items-center gap-x-3 py-2">
            <span className="min-w-0 flex-1 basis-60 break-all">
              {entry.location}
              {entry.reason && <span className="block text-danger">{entry.reason[language]}</span>}
            </span>
            <Badge tone={outcomeTones[entry.outcome]}>{t(`sources.outcomes.${entry.outcome}`)}</Badge>
          </li>
        ))}
      </ul>
      {data.entries.length === 0 && <p className="py-2 text-sm text-ink-faint">{t('sources.noEntries')}</p>}
      <Pager label={t('sources.pages')} offset={offset} size={onPage} total={data.total} onChange={setOffset} />
    </>
  )
}
