import type { DictionaryEntry } from '@lingxi/contract/teaching'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSaveEntry } from '../../api/entity-queries.ts'
import { Field, TextInput } from '../../ui/field.tsx'
import { NamesInput } from '../../ui/names-input.tsx'
import { Select } from '../../ui/select.tsx'
import { EditDialog } from '../edit-dialog.tsx'

type EntryDialogProps = { type: string; entry: DictionaryEntry | undefined; onClose: () => void }
type Form = Pick<DictionaryEntry, 'value' | 'words' | 'language' | 'version'>
const blank: Form = { value: '', words: [], language: null, version: 0 }

/** What one thing is called, and the other words for it. */
export function EntryDialog({ type, entry, onClose }: EntryDialogProps) {
  const { t } = useTranslation()
  const [{ value, words, language, version }, setForm] = useState<Form>(entry ?? blank)
  const set = (part: Partial<Form>) => setForm((before) => ({ ...before, ...part }))
  const save = useSaveEntry(entry)
  const isOld = entry !== undefined && entry.version !== version
  const submit = () => {
    save.mutate({ type, value: value.trim(), words, language, version }, { onSuccess: onClose })
  }
  return (
    <EditDialog
      title={t(entry ? 'entities.editEntryTitle' : 'entities.addEntry')}
      saving={save}
      newer={
        isOld
          ? { now: [entry.value, ...entry.words].join(' · '), onKeepMine: () => set({ version: entry.version }) }
          : undefined
      }
      onSubmit={submit}
      onClose={onClose}
    >
      <Field label={t('entities.value')} hint={t('entities.valueHint')}>
        {(names) => (
          <TextInput
            {...names}
            required
            maxLength={200}
            value={value}
            onChange={({ target }) => set({ value: target.value })}
          />
        )}
      </Field>
      <NamesInput
        label={t('entities.otherWords')}
        hint={t('entities.otherWordsHint')}
        names={words}
        most={100}
        longest={200}
        removeLabel={(name) => t('entities.removeEntry', { value: name })}
        onChange={(next) => set({ words: next })}
      />
      <Field label={t('entities.inMessages')}>
        {({ id }) => (
          <Select
            id={id}
            value={language ?? 'any'}
            options={(['any', 'zh', 'en'] as const).map((each) => ({
              value: each,
              label: each === 'any' ? t('teaching.anyLanguage') : t(`app.languages.${each}`),
            }))}
            onChange={(next) => set({ language: next === 'any' ? null : next })}
          />
        )}
      </Field>
    </EditDialog>
  )
}
