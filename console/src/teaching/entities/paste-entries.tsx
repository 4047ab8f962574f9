import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAddEntries } from '../../api/entity-queries.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field, TextArea } from '../../ui/field.tsx'
import { Refused } from '../../ui/states.tsx'
import { linesOf } from '../../pieces/taught-words.ts'

/** `value, word, word` a line; separated by commas, tabs or bars. */
const entryOf = (type: string) => (line: string) => {
  const [value = '', ...words] = line
    .split(/[,，、\t|]/)
    .map((word) => word.trim().slice(0, 200))
    .filter(Boolean)
  return { type, value, words: words.slice(0, 100) }
}

/** Many entries at once, pasted from a table or a list. */
export function PasteEntries({ type, onClose }: { type: string; onClose: () => void }) {
  const { t } = useTranslation()
  const formId = useId()
  const [text, setText] = useState('')
  const { mutate, data, error, isPending } = useAddEntries()
  const entries = linesOf(text)
    .map(entryOf(type))
    .filter(({ value }) => value !== '')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (entries.length > 0) mutate(entries, { onSuccess: () => setText('') })
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('entities.paste.action')}
      about={t('entities.paste.lead')}
      footer={
        <>
          <Button onClick={onClose}>{t(data ? 'app.actions.close' : 'app.actions.cancel')}</Button>
          <Button type="submit" form={formId} look="primary" disabled={entries.length === 0 || isPending}>
            {isPending ? t('app.actions.saving') : t('entities.paste.submit', { count: entries.length })}
          </Button>
        </>
      }
    >
      <Refused error={error} />
      <form id={formId} onSubmit={submit} className="flex flex-col gap-3">
        <Field label={t('entities.paste.lines')}>
          {(names) => (
            <TextArea
              {...names}
              rows={10}
              placeholder={t('entities.paste.placeholder')}
              value={text}
              onChange={({ target }) => setText(target.value)}
            />
          )}
        </Field>
        <div aria-live="polite" className="text-sm">
          {data && <p>{t('entities.paste.added', { count: data.added })}</p>}
          {data && data.duplicates.length > 0 && (
            <details className="text-ink-soft">
              <summary>{t('entities.paste.there', { count: data.duplicates.length })}</summary>
              <p>{data.duplicates.slice(0, 200).join(' · ')}</p>
            </details>
          )}
        </div>
      </form>
    </Dialog>
  )
}
