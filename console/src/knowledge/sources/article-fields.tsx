import { languages } from '@lingxi/contract/message'
import { useTranslation } from 'react-i18next'
import { Field, TextInput } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import type { SourceForm } from './source-form.ts'

type ArticleFieldsProps = { form: SourceForm; onChange: (part: Partial<SourceForm>) => void }

const audiences = ['public', 'customers', 'tiers', 'staff'] as const
const statuses = ['published', 'review', 'draft'] as const

/** What the articles from a source have in common. */
export function ArticleFields({ form, onChange }: ArticleFieldsProps) {
  const { t } = useTranslation()
  const text = (name: 'category' | 'tags', hint: string) => (
    <Field label={t(`sources.form.${name}`)} hint={hint}>
      {(names) => (
        <TextInput
          {...names}
          maxLength={500}
          value={form[name]}
          onChange={(event) => onChange({ [name]: event.target.value })}
        />
      )}
    </Field>
  )
  return (
    <>
      <Field label={t('sources.audience.label')}>
        {({ id }) => (
          <Select
            id={id}
            value={form.audience}
            options={audiences.map((value) => ({ value, label: t(`sources.audience.${value}`) }))}
            onChange={(audience) => onChange({ audience })}
          />
        )}
      </Field>
      {(form.audience === 'tiers' || form.audience === 'staff') && (
        <Field
          label={t(form.audience === 'tiers' ? 'sources.audience.tierNames' : 'sources.audience.groupNames')}
          hint={t('sources.audience.listHint')}
        >
          {(names) => (
            <TextInput
              {...names}
              required={form.audience === 'tiers'}
              value={form.audienceNames}
              onChange={(event) => onChange({ audienceNames: event.target.value })}
            />
          )}
        </Field>
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('sources.form.language')}>
          {({ id }) => (
            <Select
              id={id}
              value={form.language}
              options={[
                { value: 'guess', label: t('sources.form.languageGuess') },
                ...languages.map((value) => ({ value, label: t(`app.languages.${value}`) })),
              ]}
              onChange={(language) => onChange({ language })}
            />
          )}
        </Field>
        <Field label={t('sources.form.status')}>
          {({ id }) => (
            <Select
              id={id}
              value={form.status}
              options={statuses.map((value) => ({ value, label: t(`knowledge.status.${value}`) }))}
              onChange={(status) => onChange({ status })}
            />
          )}
        </Field>
        {text('category', t('sources.form.categoryHint'))}
        {text('tags', t('sources.audience.listHint'))}
      </div>
    </>
  )
}
