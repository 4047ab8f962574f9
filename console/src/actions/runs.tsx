import type { ActionRun } from '@lingxi/contract/action-routes'
import { Link } from '@tanstack/react-router'
import { History } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useActionRuns } from '../api/action-queries.ts'
import { useWhen } from '../i18n/when.ts'
import { Badge, type Tone } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { Select } from '../ui/select.tsx'
import { Empty, Failed, SkeletonRows } from '../ui/states.tsx'

const states = ['done', 'refused', 'failed', 'waiting', 'running'] as const
const tones: Record<ActionRun['state'], Tone> = {
  done: 'accent',
  refused: 'warm',
  failed: 'danger',
  waiting: 'info',
  running: 'info',
}

/** Every call that was made, the newest first. */
export function Runs() {
  const { t } = useTranslation()
  const [state, setState] = useState<ActionRun['state'] | 'any'>('any')
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useActionRuns(
    state === 'any' ? undefined : state,
  )
  const runs = data?.pages.flatMap((page) => page.runs) ?? []
  return (
    <div className="flex flex-col gap-3">
      <Select
        className="w-fit"
        label={t('actions.runs.state')}
        value={state}
        options={[
          { value: 'any', label: t('actions.runs.any') },
          ...states.map((value) => ({ value, label: t(`actions.outcomes.${value}`) })),
        ]}
        onChange={setState}
      />
      {!data && !error && <SkeletonRows count={5} className="h-14" />}
      {!data && error && <Failed error={error} onRetry={() => void refetch()} />}
      {data && runs.length === 0 && <Empty icon={<History />} title={t('actions.runs.none')} />}
      {runs.length > 0 && (
        <ul className="divide-y divide-line overflow-hidden rounded-2xl border border-line bg-surface">
          {runs.map((run) => (
            <RunRow key={run.id} run={run} />
          ))}
        </ul>
      )}
      {hasNextPage && (
        <Button className="self-center" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('actions.runs.more')}
        </Button>
      )}
    </div>
  )
}

function RunRow({ run }: { run: ActionRun }) {
  const { t } = useTranslation()
  const { full } = useWhen()
  const { outcome } = run
  const reason = outcome && outcome.kind !== 'done' ? outcome.reason : undefined
  return (
    <li>
      <details className="group px-4 py-2.5">
        <summary className="flex cursor-pointer flex-wrap items-center gap-x-3 gap-y-1">
          <span className="min-w-40 flex-1 font-mono text-sm break-all">{run.action}</span>
          {reason && <span className="max-w-64 truncate text-xs text-ink-soft">{reason}</span>}
          <Badge tone={tones[run.state]}>{t(`actions.outcomes.${run.state}`)}</Badge>
          <time dateTime={run.begunAt} className="text-xs text-ink-faint tabular-nums">
            {full(run.begunAt)}
          </time>
        </summary>
        <div className="mt-2 flex flex-col gap-2 text-sm">
          <p className="text-xs text-ink-faint">
            {t('actions.runs.attempts', { count: run.attempts, ms: Math.round(run.milliseconds) })}
            {run.cost !== null && ` · ${t('actions.runs.cost', { cost: run.cost })}`} · {run.id}
            {run.conversationId && (
              <Link
                to="/inbox/$view/$conversationId"
                params={{ view: 'open', conversationId: run.conversationId }}
                className="ms-2 text-accent-strong underline"
              >
                {t('actions.runs.conversation')}
              </Link>
            )}
          </p>
          <Json title={t('actions.runs.input')} value={run.input} />
          {outcome && outcome.kind !== 'failed' && <Json title={t('actions.runs.output')} value={outcome.output} />}
        </div>
      </details>
    </li>
  )
}

function Json({ title, value }: { title: string; value: unknown }) {
  return (
    <div>
      <p className="text-xs font-medium text-ink-soft">{title}</p>
      <pre className="max-h-48 overflow-auto rounded-lg bg-sunken p-2 text-xs whitespace-pre-wrap">
        {JSON.stringify(value, null, 2)}
      </pre>
    </div>
  )
}
