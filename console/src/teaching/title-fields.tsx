import { languages } from '@lingxi/contract/message'
import type { BothLanguages } from '@lingxi/contract/teaching'
import { useTranslation } from 'react-i18next'
import { Field, TextArea, TextInput } from '../ui/field.tsx'

type Titles = { title: BothLanguages; description: BothLanguages }
type TitleFieldsProps = Titles & { descriptionHint?: string; onChange: (part: Partial<Titles>) => void }

/** What people see of an intent or a type, in both languages side by side. */
export function TitleFields({ title, description, descriptionHint, onChange }: TitleFieldsProps) {
  const { t } = useTranslation()
  return languages.map((language) => (
    <fieldset key={language} className="flex flex-col gap-3 rounded-xl border border-line p-3">
      <legend className="px-1 text-sm font-medium">{t(`app.languages.${language}`)}</legend>
      <Field label={t('teaching.title')}>
        {(names) => (
          <TextInput
            {...names}
            maxLength={500}
            value={title[language]}
            onChange={({ target }) => onChange({ title: { ...title, [language]: target.value } })}
          />
        )}
      </Field>
      <Field label={t('teaching.description')} hint={descriptionHint}>
        {(names) => (
          <TextArea
            {...names}
            rows={2}
            maxLength={500}
            value={description[language]}
            onChange={({ target }) => onChange({ description: { ...description, [language]: target.value } })}
          />
        )}
      </Field>
    </fieldset>
  ))
}
