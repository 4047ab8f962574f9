import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAcceptSuggestion } from '../../api/labelling-queries.ts'
import { titleOf } from '../../pieces/taught-words.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field, TextInput } from '../../ui/field.tsx'
import { Refused } from '../../ui/states.tsx'
import { useToast } from '../../ui/toast.tsx'

type NewIntentProps = { suggestionId: string; messageIds: string[]; onClose: () => void }
const blank = { name: '', title: { zh: '', en: '' } }

/** Names what the chosen messages have in common. */
export function NewIntent({ suggestionId, messageIds, onClose }: NewIntentProps) {
  const { t, i18n } = useTranslation()
  const { tell } = useToast()
  const formId = useId()
  const [{ name, title }, setForm] = useState(blank)
  const { mutate, isPending, error } = useAcceptSuggestion()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    mutate(
      { id: suggestionId, messageIds, name: name.trim(), title },
      {
        onSuccess: (intent) => {
          tell(t('labelling.accepted', { name: titleOf(intent, i18n.language) }))
          onClose()
        },
      },
    )
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('labelling.newIntent')}
      about={t('labelling.newIntentText', { count: messageIds.length })}
      footer={
        <>
          <Button onClick={onClose}>{t('app.actions.cancel')}</Button>
          <Button type="submit" form={formId} look="primary" disabled={isPending}>
            {t(isPending ? 'app.actions.saving' : 'app.actions.save')}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-4">
        <Refused error={error} />
        <Field label={t('teaching.name')} hint={t('teaching.nameHint')}>
          {(names) => (
            <TextInput
              {...names}
              required
              maxLength={80}
              value={name}
              onChange={({ target }) => setForm({ name: target.value, title })}
              className="font-mono"
            />
          )}
        </Field>
        {(['zh', 'en'] as const).map((language) => (
          <Field key={language} label={t('labelling.titleIn', { language: t(`app.languages.${language}`) })}>
            {(names) => (
              <TextInput
                {...names}
                maxLength={500}
                value={title[language]}
                onChange={({ target }) => setForm({ name, title: { ...title, [language]: target.value } })}
              />
            )}
          </Field>
        ))}
      </form>
    </Dialog>
  )
}
