import { type Language, languages } from '@lingxi/contract/message'
import { MessageCircleQuestionMark } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useTryQuestion } from '../api/knowledge-queries.ts'
import { Button } from '../ui/button.tsx'
import { TextInput } from '../ui/field.tsx'
import { Page } from '../ui/page.tsx'
import { Segments } from '../ui/segments.tsx'
import { Empty, Failed, SkeletonRows } from '../ui/states.tsx'
import { Sections } from './sections.tsx'
import { TriedAnswer } from './tried-answer.tsx'
import { TriedHits } from './tried-hits.tsx'

export function TryQuestion() {
  const { t } = useTranslation()
  const [question, setQuestion] = useState('')
  const [language, setLanguage] = useState<Language | 'auto'>('auto')
  const { mutate, data, error, isPending, variables } = useTryQuestion()
  const ask = (text: string) => mutate({ question: text.trim(), ...(language !== 'auto' && { language }) })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (question.trim()) ask(question)
  }
  const askAnother = (text: string) => {
    setQuestion(text)
    ask(text)
  }
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
        <div className="w-full">
          <Segments
            label={t('knowledge.editor.language')}
            value={language}
            options={[
              { value: 'auto', label: t('knowledge.try.auto') },
              ...languages.map((value) => ({ value, label: t(`app.languages.${value}`) })),
            ]}
            onChange={setLanguage}
          />
        </div>
      </form>
      <div aria-live="polite" className="mt-6">
        {isPending && <SkeletonRows count={3} className="h-24" />}
        {error && !isPending && variables && <Failed error={error} onRetry={() => mutate(variables)} />}
        {!data && !error && !isPending && (
          <Empty
            icon={<MessageCircleQuestionMark />}
            title={t('knowledge.try.empty')}
            text={t('knowledge.try.emptyText')}
          />
        )}
        {data && !isPending && (
          <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
            <TriedAnswer tried={data} onAsk={askAnother} />
            <TriedHits hits={data.hits} />
          </div>
        )}
      </div>
    </Page>
  )
}
