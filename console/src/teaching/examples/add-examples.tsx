import { longestExample } from '@lingxi/contract/teaching'
import { Plus } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAddExamples } from '../../api/teaching-queries.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { Refused } from '../../ui/states.tsx'
import { languageOf, linesOf } from '../../pieces/taught-words.ts'

const choices = ['each', 'zh', 'en'] as const

/** Many examples at once, one a line. */
export function AddExamples({ scope }: { scope: { intentId?: string; outOfScope?: boolean } }) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [language, setLanguage] = useState<(typeof choices)[number]>('each')
  const add = useAddExamples()
  const lines = linesOf(text)
  const tooLong = lines.filter((line) => line.length > longestExample).length
  const submit = (event?: FormEvent) => {
    event?.preventDefault()
    if (lines.length === 0 || tooLong > 0 || add.isPending) return
    add.mutate(
      lines.map((line) => ({ text: line, language: language === 'each' ? languageOf(line) : language, ...scope })),
      { onSuccess: () => setText('') },
    )
  }
  return (
    <form onSubmit={submit} className="mb-5 rounded-2xl border border-line bg-surface p-4">
      <Refused error={add.error} />
      <TextArea
        aria-label={t('teaching.add.label')}
        placeholder={t('teaching.add.placeholder')}
        rows={3}
        value={text}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={(event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey) && submit()}
      />
      <div className="mt-2 flex flex-wrap items-center gap-2">
        <Select
          label={t('teaching.language')}
          value={language}
          options={choices.map((value) => ({ value, label: t(`teaching.add.languages.${value}`) }))}
          onChange={setLanguage}
        />
        <p aria-live="polite" className="min-w-28 flex-1 text-sm text-ink-soft">
          {tooLong > 0
            ? t('teaching.add.tooLong', { count: tooLong })
            : add.data && text === ''
              ? `${t('teaching.add.added', { count: add.data.added })}${
                  add.data.duplicates.length > 0
                    ? ` · ${t('teaching.add.duplicates', { count: add.data.duplicates.length })}`
                    : ''
                }`
              : ''}
        </p>
        <Button type="submit" look="primary" disabled={lines.length === 0 || tooLong > 0 || add.isPending}>
          <Plus />
          {lines.length === 0 ? t('app.actions.add') : t('teaching.add.submit', { count: lines.length })}
        </Button>
      </div>
    </form>
  )
}
