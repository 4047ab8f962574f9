import type { TriedQuestion } from '@lingxi/contract/trying'
import type { Revision } from '@lingxi/contract/review'
import { CircleCheck, CircleHelp, Play } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useTryQuestions } from '../api/knowledge-queries.ts'
import { Button } from '../ui/button.tsx'
import { Markdown } from '../ui/markdown.tsx'
import { Refused } from '../ui/states.tsx'

const most = 6
type EffectProps = { text: Pick<Revision['draft'], 'title' | 'alternatives' | 'language'>; articleId: string }

/** What the bot says today to the questions that this text is for. */
export function Effect({ text, articleId }: EffectProps) {
  const { t } = useTranslation()
  const ask = useTryQuestions()
  const questions = [text.title, ...text.alternatives].slice(0, most)
  return (
    <div className="flex flex-col gap-4">
      <p className="text-ink-soft">{t('review.effectText')}</p>
      <div>
        <Button disabled={ask.isPending} onClick={() => ask.mutate({ questions, language: text.language })}>
          <Play />
          {t(ask.isPending ? 'review.asking' : 'review.askNow')}
        </Button>
      </div>
      <Refused error={ask.error} />
      {ask.data?.map(({ question, tried }) => (
        <article key={question} className="rounded-2xl border border-line bg-surface p-4">
          <h3 className="font-semibold">{question}</h3>
          <Answered tried={tried} articleId={articleId} />
        </article>
      ))}
    </div>
  )
}

function Answered({ tried, articleId }: { tried: TriedQuestion; articleId: string }) {
  const { t } = useTranslation()
  if (tried.outcome === 'unknown')
    return (
      <p className="mt-1 flex items-center gap-1.5 text-sm text-note-ink [&_svg]:size-4">
        <CircleHelp />
        {t('review.unknownNow')}
      </p>
    )
  const others = tried.citations.filter((each) => each.articleId !== articleId)
  const isFromThis = others.length < tried.citations.length
  return (
    <>
      <p className="mt-1 flex items-center gap-1.5 text-sm text-accent-strong [&_svg]:size-4">
        <CircleCheck />
        {t('review.answeredNow')}
      </p>
      <Markdown text={tried.text} className="mt-2" />
      <p className="mt-2 text-sm text-ink-faint">
        {isFromThis && t('review.fromThis')}{' '}
        {others.length > 0 &&
          t('review.fromOthers', { titles: [...new Set(others.map(({ title }) => title))].join(' · ') })}
      </p>
    </>
  )
}
