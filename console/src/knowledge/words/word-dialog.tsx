import { languages } from '@lingxi/contract/message'
import { type SearchWord, SearchWordKind } from '@lingxi/contract/search-words'
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSaveWord } from '../../api/words-queries.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field, TextArea, TextInput } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { Refused } from '../../ui/states.tsx'
import { useToast } from '../../ui/toast.tsx'

const any = 'any'
const start = (word: SearchWord | undefined) => ({
  kind: word?.kind ?? ('word' as SearchWordKind),
  text: word?.text ?? '',
  others: word?.others.join('\n') ?? '',
  weight: String(word?.weight ?? 0.8),
  language: word?.language ?? (any as 'zh' | 'en' | typeof any),
})

export function WordDialog({ word, onClose }: { word: SearchWord | undefined; onClose: () => void }) {
  const { t } = useTranslation()
  const { tell } = useToast()
  const formId = useId()
  const [form, setForm] = useState(() => start(word))
  const change = (part: Partial<typeof form>) => setForm((before) => ({ ...before, ...part }))
  const save = useSaveWord(word)
  const isSynonym = form.kind === 'two-way' || form.kind === 'one-way'
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const others = form.others
      .split(/[\n,，、]/)
      .map((each) => each.trim())
      .filter(Boolean)
    const { kind, text, weight, language } = form
    save.mutate(
      {
        kind,
        text: text.trim(),
        others: isSynonym ? [...new Set(others)] : [],
        weight: Number(weight),
        language: language === any ? null : language,
      },
      {
        onSuccess: () => {
          tell(t('dictionary.saved'))
          onClose()
        },
      },
    )
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(word ? 'dictionary.editTitle' : 'dictionary.addTitle')}
      footer={
        <>
          <Button onClick={onClose}>{t('app.actions.cancel')}</Button>
          <Button type="submit" form={formId} look="primary" disabled={save.isPending}>
            {t(save.isPending ? 'app.actions.saving' : 'app.actions.save')}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-4">
        <Refused error={save.error} />
        <Field label={t('dictionary.kind')} hint={t(`dictionary.kindHints.${form.kind}`)}>
          {({ id }) => (
            <Select
              id={id}
              value={form.kind}
              options={SearchWordKind.options.map((value) => ({ value, label: t(`dictionary.kinds.${value}`) }))}
              onChange={(kind) => change({ kind })}
            />
          )}
        </Field>
        <Field label={t('dictionary.text')}>
          {(names) => (
            <TextInput
              {...names}
              required
              maxLength={60}
              value={form.text}
              onChange={(event) => change({ text: event.target.value })}
            />
          )}
        </Field>
        {isSynonym && (
          <>
            <Field label={t('dictionary.others')} hint={t('dictionary.othersHint')}>
              {(names) => (
                <TextArea
                  {...names}
                  required
                  rows={3}
                  value={form.others}
                  onChange={(event) => change({ others: event.target.value })}
                />
              )}
            </Field>
            <Field label={t('dictionary.weight')} hint={t('dictionary.weightHint')}>
              {(names) => (
                <TextInput
                  {...names}
                  type="number"
                  required
                  min={0.05}
                  max={1}
                  step={0.05}
                  value={form.weight}
                  onChange={(event) => change({ weight: event.target.value })}
                />
              )}
            </Field>
          </>
        )}
        <Field label={t('dictionary.language')}>
          {({ id }) => (
            <Select
              id={id}
              value={form.language}
              options={[
                { value: any, label: t('dictionary.anyLanguage') },
                ...languages.map((value) => ({ value, label: t(`app.languages.${value}`) })),
              ]}
              onChange={(language) => change({ language })}
            />
          )}
        </Field>
      </form>
    </Dialog>
  )
}
