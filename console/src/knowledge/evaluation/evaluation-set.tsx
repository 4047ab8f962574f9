import type { EvaluationSet } from '@lingxi/contract/evaluation'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { ArrowLeft, ClipboardX, Play, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useEvaluationRuns, useEvaluationSets, useRemoveSet, useStartEvaluation } from '../../api/evaluation-queries.ts'
import { useMay } from '../../api/use-session.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { Page } from '../../ui/page.tsx'
import { Empty, Failed, SkeletonRows } from '../../ui/states.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { useToast } from '../../ui/toast.tsx'
import { Questions } from './questions.tsx'
import { Results } from './results.tsx'
import { Trend } from './trend.tsx'

/** One set: how it went over time, what is asked, and what was answered. */
export function EvaluationSetPage() {
  const { t } = useTranslation()
  const { setId } = useParams({ from: '/knowledge/evaluation/$setId' })
  const { data, error, refetch } = useEvaluationSets()
  const set = data?.sets.find(({ id }) => id === setId)
  if (set) return <WholeSet set={set} />
  return (
    <Page title={t('evaluation.heading')} before={<Back />}>
      {data && <Empty icon={<ClipboardX />} title={t('evaluation.gone')} />}
      {!data && (error ? <Failed error={error} onRetry={() => void refetch()} /> : <SkeletonRows count={4} />)}
    </Page>
  )
}

function WholeSet({ set }: { set: EvaluationSet }) {
  const { t } = useTranslation()
  const mayEdit = useMay('supervisor')
  const [tab, setTab] = useState<'questions' | 'results'>('questions')
  const runs = useEvaluationRuns(set.id, set.lastRun).data?.runs ?? []
  return (
    <Page
      title={set.name}
      lead={t('evaluation.questions', { count: set.questions })}
      before={<Back />}
      actions={mayEdit && <Acts set={set} />}
    >
      <div className="flex flex-col gap-5">
        <Trend runs={runs} />
        <Tabs
          value={tab}
          onChange={setTab}
          tabs={(['questions', 'results'] as const).map((value) => ({ value, label: t(`evaluation.tabs.${value}`) }))}
        >
          {tab === 'questions' ? <Questions setId={set.id} /> : <Results runs={runs} />}
        </Tabs>
      </div>
    </Page>
  )
}

function Back() {
  const { t } = useTranslation()
  return (
    <Link
      to="/knowledge/evaluation"
      aria-label={t('evaluation.back')}
      className="grid size-8.5 place-items-center rounded-lg text-ink-soft hover:bg-hover"
    >
      <ArrowLeft className="size-5" />
    </Link>
  )
}

function Acts({ set }: { set: EvaluationSet }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { tell, warn } = useToast()
  const [asking, setAsking] = useState(false)
  const start = useStartEvaluation(set.id)
  const remove = useRemoveSet(set.id)
  const running = set.lastRun?.state === 'running' ? set.lastRun : undefined
  const removed = () => {
    tell(t('evaluation.setRemoved'))
    void navigate({ to: '/knowledge/evaluation' })
  }
  return (
    <>
      <IconButton label={t('evaluation.removeSet')} onClick={() => setAsking(true)}>
        <Trash2 />
      </IconButton>
      <Button
        look="primary"
        disabled={set.questions === 0 || start.isPending || running !== undefined}
        onClick={() => start.mutate(undefined, { onError: warn })}
      >
        <Play />
        {running ? t('evaluation.running', running) : t('evaluation.run')}
      </Button>
      <Confirm
        dangerous
        open={asking}
        title={t('evaluation.removeSetTitle', { name: set.name })}
        text={t('evaluation.removeSetText')}
        action={t('evaluation.removeSet')}
        onConfirm={() => remove.mutate(undefined, { onSuccess: removed, onError: warn })}
        onClose={() => setAsking(false)}
      />
    </>
  )
}
