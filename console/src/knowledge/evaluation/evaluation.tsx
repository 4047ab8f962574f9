import type { EvaluationSet } from '@lingxi/contract/evaluation'
import { Link, useNavigate } from '@tanstack/react-router'
import { ClipboardCheck, Plus } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAddSet, useEvaluationSets } from '../../api/evaluation-queries.ts'
import { useMay } from '../../api/use-session.ts'
import { useWhen } from '../../i18n/when.ts'
import { Button } from '../../ui/button.tsx'
import { TextInput } from '../../ui/field.tsx'
import { Page } from '../../ui/page.tsx'
import { Empty, Failed, Refused, SkeletonRows } from '../../ui/states.tsx'
import { Sections } from '../sections.tsx'
import { FiguresShown } from './figures.tsx'

/** The sets of questions, each with how its last run went. */
export function Evaluation() {
  const { t } = useTranslation()
  const mayEdit = useMay('supervisor')
  const { data, error, refetch } = useEvaluationSets()
  return (
    <Page title={t('knowledge.heading')} below={<Sections />}>
      <p className="max-w-3xl text-ink-soft">{t('evaluation.lead')}</p>
      {mayEdit && <AddSet />}
      <ul className="mt-4 flex flex-col gap-3">
        {data?.sets.map((set) => (
          <SetRow key={set.id} set={set} />
        ))}
      </ul>
      {data?.sets.length === 0 && (
        <Empty icon={<ClipboardCheck />} title={t('evaluation.empty')} text={t('evaluation.emptyText')} />
      )}
      {!data && (error ? <Failed error={error} onRetry={() => void refetch()} /> : <SkeletonRows count={3} />)}
    </Page>
  )
}

function AddSet() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [name, setName] = useState('')
  const { mutate, error, isPending } = useAddSet()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    mutate(name.trim(), {
      onSuccess: ({ id }) => void navigate({ to: '/knowledge/evaluation/$setId', params: { setId: id } }),
    })
  }
  return (
    <form onSubmit={submit} className="mt-4 flex flex-wrap gap-2">
      <Refused error={error} />
      <TextInput
        aria-label={t('evaluation.setName')}
        placeholder={t('evaluation.setName')}
        required
        maxLength={120}
        value={name}
        onChange={(event) => setName(event.target.value)}
        className="max-w-80 min-w-40 flex-1"
      />
      <Button type="submit" look="primary" disabled={isPending || !name.trim()}>
        <Plus />
        {t('evaluation.addSet')}
      </Button>
    </form>
  )
}

function SetRow({ set }: { set: EvaluationSet }) {
  const { t } = useTranslation()
  const { full } = useWhen()
  const { lastRun } = set
  return (
    <li className="relative flex flex-wrap items-center gap-x-6 gap-y-2 rounded-2xl border border-line bg-surface p-5 hover:bg-hover">
      <span className="min-w-0 flex-1 basis-48">
        <Link
          to="/knowledge/evaluation/$setId"
          params={{ setId: set.id }}
          className="font-medium after:absolute after:inset-0"
        >
          {set.name}
        </Link>
        <span className="block text-sm text-ink-soft">
          {t('evaluation.questions', { count: set.questions })}
          {' · '}
          {lastRun ? t('evaluation.lastRun', { when: full(lastRun.createdAt) }) : t('evaluation.neverRun')}
        </span>
      </span>
      {lastRun?.figures && <FiguresShown figures={lastRun.figures} />}
    </li>
  )
}
