import type { Intent } from '@lingxi/contract/teaching'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAddIntent, useChangeIntent } from '../../api/teaching-queries.ts'
import { Field, TextInput } from '../../ui/field.tsx'
import { EditDialog } from '../edit-dialog.tsx'
import { TitleFields } from '../title-fields.tsx'

const blank = { name: '', title: { zh: '', en: '' }, description: { zh: '', en: '' }, version: 0 }

/** A new intent, or another state of one. `intent` may grow newer while it is edited: that is shown, and not written over unasked. */
export function IntentDialog({ intent, onClose }: { intent?: Intent; onClose: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [{ name, title, description, version }, setForm] = useState<typeof blank>(intent ?? blank)
  const set = (part: Partial<typeof blank>) => setForm((before) => ({ ...before, ...part }))
  const add = useAddIntent()
  const change = useChangeIntent()
  const isOld = intent !== undefined && intent.version !== version
  const submit = () => {
    const draft = { name: name.trim(), title, description }
    if (intent)
      return change.mutate({ id: intent.id, archived: intent.archived, version, ...draft }, { onSuccess: onClose })
    add.mutate(draft, {
      onSuccess: ({ id }) => navigate({ to: '/understanding/intents/$intentId', params: { intentId: id } }),
    })
  }
  return (
    <EditDialog
      title={t(intent ? 'teaching.editIntent' : 'teaching.addIntent')}
      saving={intent ? change : add}
      newer={
        isOld
          ? {
              now: `${intent.name} · ${intent.title.zh} · ${intent.title.en}`,
              onKeepMine: () => set({ version: intent.version }),
            }
          : undefined
      }
      onSubmit={submit}
      onClose={onClose}
    >
      <Field label={t('teaching.name')} hint={t('teaching.nameHint')}>
        {(names) => (
          <TextInput
            {...names}
            required
            maxLength={80}
            value={name}
            onChange={({ target }) => set({ name: target.value })}
            className="font-mono"
          />
        )}
      </Field>
      <TitleFields
        title={title}
        description={description}
        descriptionHint={t('teaching.descriptionHint')}
        onChange={set}
      />
    </EditDialog>
  )
}
