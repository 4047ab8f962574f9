import { useSearch } from '@tanstack/react-router'
import { MessageCircleQuestionMark, SlidersHorizontal, SquareSplitHorizontal } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useTryQuestion } from '../../api/knowledge-queries.ts'
import { Button } from '../../ui/button.tsx'
import { TextInput } from '../../ui/field.tsx'
import { Page } from '../../ui/page.tsx'
import { Empty, Failed, SkeletonRows } from '../../ui/states.tsx'
import { Sections } from '../sections.tsx'
import { AddToEvaluation } from './add-to-evaluation.tsx'
import { Compared } from './compared.tsx'
import { type Conditions, plain, trialOf } from './conditions.ts'
import { ConditionsForm } from './conditions-form.tsx'
import { TriedAnswer } from './tried-answer.tsx'
import { TriedHits } from './tried-hits.tsx'

/** A question as a customer would ask it, under one set of conditions or two. */
export function TryQuestion() {
  const { t } = useTranslation()
  const [question, setQuestion] = useState(useAskedFor())
  const [conditions, setConditions] = useState(plain)
  const [others, setOthers] = useState<Conditions>()
  const [open, setOpen] = useState(false)
  const one = useTryQuestion()
  const other = useTryQuestion()
  const ask = (text: string) => {
    if (!text.trim()) return
    one.mutate(trialOf(text, conditions))
    if (others) other.mutate(trialOf(text, others))
    else other.reset()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    ask(question)
  }
  const askAnother = (text: string) => {
    setQuestion(text)
    ask(text)
  }
  const isPending = one.isPending || other.isPending
  const conditionsShown = open || others !== undefined
  return (
    <Page title={t('knowledge.heading')} below={<Sections />}>
      <p className="text-ink-soft">{t('knowledge.try.lead')}</p>
      <form onSubmit={submit} className="mt-4 flex flex-wrap items-center gap-2">
        <TextInput
          aria-label={t('knowledge.try.question')}
          placeholder={t('knowledge.try.placeholder')}
          value={question}
          maxLength={1000}
          onChange={(event) => setQuestion(event.target.value)}
          className="h-11 min-w-48 flex-1 text-lg!"
        />
        <Button type="submit" look="primary" disabled={isPending || !question.trim()} className="h-11 px-6">
          {t(isPending ? 'knowledge.try.asking' : 'knowledge.try.ask')}
        </Button>
        <Choices
          open={conditionsShown}
          comparing={others !== undefined}
          onOpen={() => setOpen(!open)}
          onCompare={() => setOthers(others ? undefined : { ...conditions })}
        />
        {conditionsShown && (
          <div className={`grid w-full gap-4 ${others ? 'lg:grid-cols-2' : ''}`}>
            <ConditionsForm
              title={t(others ? 'trying.one' : 'trying.conditions')}
              value={conditions}
              onChange={setConditions}
            />
            {others && <ConditionsForm title={t('trying.other')} value={others} onChange={setOthers} />}
          </div>
        )}
      </form>
      <div aria-live="polite" className="mt-6">
        <Result
          tried={isPending ? 'pending' : one}
          other={other}
          question={one.variables?.question ?? ''}
          onRetry={() => ask(question)}
          onAsk={askAnother}
        />
      </div>
    </Page>
  )
}

/** The question that led here, such as one of a gap. */
const useAskedFor = () => useSearch({ from: '/knowledge/try' }).q ?? ''

type ChoicesProps = { open: boolean; comparing: boolean; onOpen: () => void; onCompare: () => void }

function Choices({ open, comparing, onOpen, onCompare }: ChoicesProps) {
  const { t } = useTranslation()
  return (
    <div className="flex w-full flex-wrap gap-2">
      <Button size="small" aria-expanded={open} onClick={onOpen}>
        <SlidersHorizontal />
        {t('trying.conditions')}
      </Button>
      <Button size="small" aria-pressed={comparing} onClick={onCompare}>
        <SquareSplitHorizontal />
        {t(comparing ? 'trying.single' : 'trying.compare')}
      </Button>
    </div>
  )
}

type Trying = Pick<ReturnType<typeof useTryQuestion>, 'data' | 'error'>
type ResultProps = {
  tried: Trying | 'pending'
  other: Trying
  onRetry: () => void
  onAsk: (text: string) => void
  question: string
}

function Result({ tried, other, onRetry, onAsk, question }: ResultProps) {
  const { t } = useTranslation()
  if (tried === 'pending') return <SkeletonRows count={3} className="h-24" />
  const error = tried.error ?? other.error
  if (error) return <Failed error={error} onRetry={onRetry} />
  if (!tried.data)
    return (
      <Empty
        icon={<MessageCircleQuestionMark />}
        title={t('knowledge.try.empty')}
        text={t('knowledge.try.emptyText')}
      />
    )
  if (other.data) return <Compared one={tried.data} other={other.data} onAsk={onAsk} />
  return (
    <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
      <div className="flex min-w-0 flex-col items-start gap-3">
        <div className="w-full">
          <TriedAnswer tried={tried.data} onAsk={onAsk} />
        </div>
        <AddToEvaluation question={question} tried={tried.data} />
      </div>
      <TriedHits hits={tried.data.hits} phrases={tried.data.phrases} />
    </div>
  )
}
