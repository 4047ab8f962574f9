/** A question to the graph, as its keeper asks it: every way that was found, and whether a customer would hear it. */
import type { GraphAnswer } from '@lingxi/contract/graph'
import { GraphExampleDraft } from '@lingxi/contract/graph-learning'
import type { Language } from '@lingxi/contract/message'
import { GraduationCap } from 'lucide-react'
import { type FormEvent, Fragment, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAddExamples } from '../api/graph-learning-queries.ts'
import { useAskGraph } from '../api/graph-queries.ts'
import { useMay } from '../api/use-session.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { TextInput } from '../ui/field.tsx'
import { Failed, SkeletonRows } from '../ui/states.tsx'
import { useToast } from '../ui/toast.tsx'

const mostPaths = 3
const leastShown = 0.03

export function AskGraph({ onChoose }: { onChoose: (id: string) => void }) {
  const { t, i18n } = useTranslation()
  const [question, setQuestion] = useState('')
  const { mutate, data, error, isPending, variables } = useAskGraph()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (question.trim()) mutate({ question: question.trim(), language: languageOf(question, i18n.language) })
  }
  return (
    <section aria-label={t('graph.ask.heading')} className="mb-5 rounded-2xl border border-line bg-surface p-3">
      <form onSubmit={submit} className="flex flex-wrap gap-2">
        <TextInput
          aria-label={t('graph.ask.question')}
          placeholder={t('graph.ask.placeholder')}
          value={question}
          maxLength={1000}
          onChange={({ target }) => setQuestion(target.value)}
          className="min-w-48 flex-1"
        />
        <Button type="submit" look="primary" disabled={isPending || !question.trim()}>
          {t('graph.ask.action')}
        </Button>
      </form>
      <div aria-live="polite">
        {isPending && <SkeletonRows count={1} className="h-12" />}
        {error && !isPending && variables && <Failed error={error} onRetry={() => mutate(variables)} />}
        {data?.answers.length === 0 && <p className="px-1 pt-3 text-ink-soft">{t('graph.ask.none')}</p>}
        {data && data.answers.length > 0 && (
          <ol className="mt-3 divide-y divide-line border-t border-line px-1">
            {worthShowing(data.answers).map((answer) => (
              <Answer
                key={answer.paths[0]?.map(({ edgeId }) => edgeId).join()}
                question={variables?.question ?? ''}
                answer={answer}
                onChoose={onChoose}
              />
            ))}
          </ol>
        )}
      </div>
    </section>
  )
}

type AnswerProps = { question: string; answer: GraphAnswer; onChoose: (id: string) => void }

function Answer({ question, answer: { answers, paths, probability, covered, clear }, onChoose }: AnswerProps) {
  const { t } = useTranslation()
  const percent = (share: number) => Math.round(share * 100)
  return (
    <li className="py-2.5">
      <p className="flex flex-wrap items-baseline gap-2">
        <strong className="font-semibold break-words">{answers.join(' · ')}</strong>
        <Badge tone={clear ? 'accent' : 'plain'}>{t(clear ? 'graph.ask.clear' : 'graph.ask.unclear')}</Badge>
        <span className="text-xs text-ink-faint tabular-nums">
          {t('graph.ask.sure', { probability: percent(probability), covered: percent(covered) })}
        </span>
        {paths[0] && <KeepExample question={question} hops={paths[0]} />}
      </p>
      {paths.slice(0, mostPaths).map((hops) => (
        <p key={hops.map(({ edgeId }) => edgeId).join()} className="mt-1 text-sm text-ink-soft">
          <Thing id={hops[0]!.fromId} name={hops[0]!.from} onChoose={onChoose} />
          {hops.map((hop) => (
            <Fragment key={hop.edgeId}>
              <span className="text-ink-faint"> {hop.against ? `← ${hop.relation} ←` : `→ ${hop.relation} →`} </span>
              <Thing id={hop.toId} name={hop.to} onChoose={onChoose} />
            </Fragment>
          ))}
        </p>
      ))}
      {paths.length > mostPaths && (
        <p className="mt-1 text-xs text-ink-faint">{t('graph.ask.more', { count: paths.length - mostPaths })}</p>
      )}
    </li>
  )
}

/** A person says that this is the way that is asked for: the graph learns from it. */
function KeepExample({ question, hops }: { question: string; hops: GraphAnswer['paths'][number] }) {
  const { t } = useTranslation()
  const { tell, warn } = useToast()
  const add = useAddExamples()
  const mayCurate = useMay('supervisor')
  const path = [hops[0]!.from, ...hops.flatMap((hop) => [hop.against ? `^${hop.relation}` : hop.relation, hop.to])]
  const draft = GraphExampleDraft.safeParse({ question, path }).data
  if (!mayCurate || !draft) return null
  const keep = () =>
    add.mutate([draft], {
      onSuccess: ([added]) => tell(t(added?.fault ? `graph.learning.faults.${added.fault}` : 'graph.learning.kept')),
      onError: warn,
    })
  return (
    <Button size="small" look="quiet" disabled={add.isPending} onClick={keep}>
      <GraduationCap />
      {t('graph.learning.keep')}
    </Button>
  )
}

function Thing({ id, name, onChoose }: { id: string; name: string; onChoose: (id: string) => void }) {
  const { t } = useTranslation()
  if (id.startsWith('text:')) return <span className="break-words">{name}</span>
  return (
    <button
      type="button"
      aria-label={t('graph.expand', { name })}
      onClick={() => onChoose(id)}
      className="rounded text-start break-words text-accent-strong underline decoration-accent-line underline-offset-3 hover:decoration-accent"
    >
      {name}
    </button>
  )
}

/** The best, and whatever else is not next to impossible. */
const worthShowing = (answers: GraphAnswer[]) =>
  answers.filter(({ probability }, place) => place === 0 || probability >= leastShown)

/** Chinese characters make a question Chinese; without letters of either, it is in the language of the console. */
function languageOf(question: string, console: string): Language {
  if (/\p{Script=Han}/u.test(question)) return 'zh'
  return /\p{Script=Latin}/u.test(question) || console !== 'zh' ? 'en' : 'zh'
}
