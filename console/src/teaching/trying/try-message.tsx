import { ScanSearch } from 'lucide-react'
import { type FormEvent, type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useUnderstand } from '../../api/understanding-queries.ts'
import { Button } from '../../ui/button.tsx'
import { Field, TextArea } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { Empty, Failed, SkeletonRows } from '../../ui/states.tsx'
import { linesOf } from '../../pieces/taught-words.ts'
import { MeaningRead } from './meaning-read.tsx'

const languages = ['auto', 'zh', 'en'] as const
const mostBefore = 20

/** A message as the bot would read it now, with what each part saw and what it rests on. */
export function TryMessage() {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [before, setBefore] = useState('')
  const [language, setLanguage] = useState<(typeof languages)[number]>('auto')
  const understand = useUnderstand()
  const { data, error, isPending } = understand
  const ask = (event?: FormEvent) => {
    event?.preventDefault()
    if (text.trim() === '' || isPending) return
    const earlier = linesOf(before).slice(-mostBefore)
    const context = { ...(language !== 'auto' && { language }), ...(earlier.length > 0 && { before: earlier }) }
    understand.mutate({ text, context })
  }
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    ask()
  }
  return (
    <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,22rem)_minmax(0,1fr)]">
      <form onSubmit={ask} className="flex flex-col gap-4 rounded-2xl border border-line bg-surface p-5">
        <Field label={t('understanding.trying.message')} hint={t('understanding.trying.messageHint')}>
          {(names) => (
            <TextArea
              {...names}
              rows={4}
              maxLength={100_000}
              value={text}
              onChange={({ target }) => setText(target.value)}
              onKeyDown={press}
            />
          )}
        </Field>
        <Field label={t('understanding.trying.before')} hint={t('understanding.trying.beforeHint')}>
          {(names) => (
            <TextArea {...names} rows={2} value={before} onChange={({ target }) => setBefore(target.value)} />
          )}
        </Field>
        <Field label={t('understanding.trying.language')}>
          {({ id }) => (
            <Select
              id={id}
              value={language}
              options={languages.map((value) => ({ value, label: t(`understanding.trying.languages.${value}`) }))}
              onChange={setLanguage}
            />
          )}
        </Field>
        <Button type="submit" look="primary" disabled={text.trim() === '' || isPending}>
          <ScanSearch />
          {t('understanding.trying.submit')}
        </Button>
      </form>
      <div aria-live="polite" className="min-w-0">
        {error ? (
          <Failed error={error} onRetry={() => ask()} />
        ) : isPending ? (
          <SkeletonRows count={5} className="h-12" />
        ) : data ? (
          <MeaningRead text={data.text} meaning={data.meaning} />
        ) : (
          <Empty
            icon={<ScanSearch />}
            title={t('understanding.trying.empty')}
            text={t('understanding.trying.emptyText')}
          />
        )}
      </div>
    </div>
  )
}
