import type { EvaluationOutcome, EvaluationRun, Verdict } from '@lingxi/contract/evaluation'
import { ArrowDown, ArrowUp, ClipboardList } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useEvaluationRun } from '../../api/evaluation-queries.ts'
import { useWhen } from '../../i18n/when.ts'
import { Badge } from '../../ui/badge.tsx'
import { plainText } from '../../ui/plain-text.ts'
import { Select } from '../../ui/select.tsx'
import { Empty, Failed, SkeletonRows } from '../../ui/states.tsx'
import { Toggle } from '../../ui/toggle.tsx'
import { FiguresShown, isGood, verdictTones } from './figures.tsx'

const none = ''

/** What was answered to each question in one run, and what got better or worse since another. */
export function Results({ runs }: { runs: EvaluationRun[] }) {
  const { t } = useTranslation()
  const { full } = useWhen()
  const done = runs.filter(({ state }) => state === 'done')
  const [chosen, setChosen] = useState<string>()
  const [against, setAgainst] = useState<string>()
  const current = chosen ?? done[0]?.id
  const before = against ?? done[done.findIndex(({ id }) => id === current) + 1]?.id ?? none
  if (!current)
    return <Empty icon={<ClipboardList />} title={t('evaluation.noResults')} text={t('evaluation.noResultsText')} />
  const options = done.map(({ id, createdAt }) => ({ value: id, label: full(createdAt) }))
  return (
    <section aria-label={t('evaluation.tabs.results')} className="pt-1">
      <div className="flex flex-wrap gap-2">
        <Select
          label={t('evaluation.ofRun')}
          prefix={t('evaluation.ofRun')}
          value={current}
          options={options}
          onChange={setChosen}
        />
        <Select
          label={t('evaluation.against')}
          prefix={t('evaluation.against')}
          value={before}
          options={[{ value: none, label: t('evaluation.nothing') }, ...options]}
          onChange={setAgainst}
        />
      </div>
      <Outcomes runId={current} beforeId={before || undefined} />
    </section>
  )
}

function Outcomes({ runId, beforeId }: { runId: string; beforeId: string | undefined }) {
  const { t } = useTranslation()
  const [troubles, setTroubles] = useState(false)
  const { data, error, refetch } = useEvaluationRun(runId)
  const before = useEvaluationRun(beforeId).data
  if (!data) return error ? <Failed error={error} onRetry={() => void refetch()} /> : <SkeletonRows count={4} />
  const was = new Map(before?.outcomes.map(({ questionId, verdict }) => [questionId, verdict]))
  const change = ({ questionId, verdict }: EvaluationOutcome) => changeOf(was.get(questionId), verdict)
  const order = { worse: 0, better: 1, same: 2 }
  const sorted = data.outcomes
    .filter(({ verdict }) => !troubles || !isGood(verdict))
    .toSorted((one, other) => order[change(one)] - order[change(other)])
  const count = (kind: 'better' | 'worse') => data.outcomes.filter((each) => change(each) === kind).length
  return (
    <>
      <div className="mt-4 flex flex-wrap items-center gap-x-6 gap-y-3">
        {data.run.figures && <FiguresShown figures={data.run.figures} />}
        {before && (
          <span className="flex gap-1.5">
            <Badge tone="accent">{t('evaluation.better', { count: count('better') })}</Badge>
            <Badge tone={count('worse') > 0 ? 'danger' : 'plain'}>
              {t('evaluation.worse', { count: count('worse') })}
            </Badge>
          </span>
        )}
        <Toggle label={t('evaluation.onlyTroubles')} checked={troubles} onChange={setTroubles} />
      </div>
      <ul className="mt-3 divide-y divide-line overflow-hidden rounded-2xl border border-line bg-surface">
        {sorted.map((outcome) => (
          <Outcome key={outcome.questionId} outcome={outcome} was={was.get(outcome.questionId)} />
        ))}
        {sorted.length === 0 && <li className="px-5 py-4 text-ink-faint">{t('evaluation.allGood')}</li>}
      </ul>
    </>
  )
}

function changeOf(was: Verdict | undefined, is: Verdict): 'better' | 'worse' | 'same' {
  if (was === undefined || isGood(was) === isGood(is)) return 'same'
  return isGood(is) ? 'better' : 'worse'
}

function Outcome({ outcome, was }: { outcome: EvaluationOutcome; was: Verdict | undefined }) {
  const { t } = useTranslation()
  const { question, verdict, answer } = outcome
  const change = changeOf(was, verdict)
  return (
    <li className="px-5 py-3">
      <p className="flex flex-wrap items-center gap-2">
        <span className="min-w-0 flex-1 basis-52 font-medium break-words">{question}</span>
        {was && change !== 'same' && (
          <span className="inline-flex items-center gap-1 text-xs text-ink-soft [&_svg]:size-3.5">
            {change === 'better' ? <ArrowUp className="text-accent" /> : <ArrowDown className="text-danger" />}
            {t('evaluation.was', { verdict: t(`evaluation.verdicts.${was}`) })}
          </span>
        )}
        <Badge tone={verdictTones[verdict]}>{t(`evaluation.verdicts.${verdict}`)}</Badge>
      </p>
      {answer && <p className="mt-1 line-clamp-3 text-sm whitespace-pre-line text-ink-soft">{plainText(answer)}</p>}
    </li>
  )
}
