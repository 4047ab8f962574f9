import type { EntityType } from '@lingxi/contract/teaching'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSaveEntityType } from '../../api/entity-queries.ts'
import { Field, TextInput } from '../../ui/field.tsx'
import { EditDialog } from '../edit-dialog.tsx'
import { TitleFields } from '../title-fields.tsx'

const blank = { name: '', title: { zh: '', en: '' }, description: { zh: '', en: '' }, version: 0 }

/** A new type, or other titles of one; its name stays, since annotations refer to it. */
export function EntityTypeDialog({ type, onClose }: { type?: EntityType; onClose: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [{ name, title, description, version }, setForm] = useState<typeof blank>(type ?? blank)
  const set = (part: Partial<typeof blank>) => setForm((before) => ({ ...before, ...part }))
  const save = useSaveEntityType(type)
  const isOld = type !== undefined && type.version !== version
  const submit = () => {
    save.mutate(
      { name: name.trim(), title, description, version },
      {
        onSuccess: ({ id }) => {
          onClose()
          return navigate({ to: '/understanding/entities/$typeId', params: { typeId: id } })
        },
      },
    )
  }
  return (
    <EditDialog
      title={t(type ? 'entities.edit' : 'entities.add')}
      saving={save}
      newer={
        isOld
          ? { now: `${type.title.zh} · ${type.title.en}`, onKeepMine: () => set({ version: type.version }) }
          : undefined
      }
      onSubmit={submit}
      onClose={onClose}
    >
      <Field label={t('teaching.name')} hint={t(type ? 'entities.nameStays' : 'teaching.nameHint')}>
        {(names) => (
          <TextInput
            {...names}
            required
            disabled={type !== undefined}
            maxLength={80}
            value={name}
            onChange={({ target }) => set({ name: target.value })}
            className="font-mono"
          />
        )}
      </Field>
      <TitleFields title={title} description={description} onChange={set} />
    </EditDialog>
  )
}
