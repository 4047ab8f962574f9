import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSplitIntent } from '../../api/teaching-queries.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field, TextInput } from '../../ui/field.tsx'
import { Refused } from '../../ui/states.tsx'

type SplitDialogProps = { intentId: string; exampleIds: string[]; onClose: () => void }

/** A new intent of the chosen examples. */
export function SplitDialog({ intentId, exampleIds, onClose }: SplitDialogProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const formId = useId()
  const [name, setName] = useState('')
  const [title, setTitle] = useState({ zh: '', en: '' })
  const split = useSplitIntent()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    split.mutate(
      { id: intentId, name: name.trim(), title, exampleIds },
      { onSuccess: ({ id }) => navigate({ to: '/understanding/intents/$intentId', params: { intentId: id } }) },
    )
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('teaching.split.title')}
      about={t('teaching.split.lead', { count: exampleIds.length })}
      footer={
        <>
          <Button onClick={onClose}>{t('app.actions.cancel')}</Button>
          <Button type="submit" form={formId} look="primary" disabled={split.isPending}>
            {t('teaching.bulk.split')}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-4">
        <Refused error={split.error} />
        <Field label={t('teaching.name')} hint={t('teaching.nameHint')}>
          {(names) => (
            <TextInput
              {...names}
              required
              maxLength={80}
              value={name}
              onChange={({ target }) => setName(target.value)}
            />
          )}
        </Field>
        {(['zh', 'en'] as const).map((language) => (
          <Field key={language} label={`${t('teaching.title')} · ${t(`app.languages.${language}`)}`}>
            {(names) => (
              <TextInput
                {...names}
                maxLength={500}
                value={title[language]}
                onChange={({ target }) => setTitle({ ...title, [language]: target.value })}
              />
            )}
          </Field>
        ))}
      </form>
    </Dialog>
  )
}
