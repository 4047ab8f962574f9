import { useTranslation } from 'react-i18next'
import { Field, TextArea, TextInput } from '../../ui/field.tsx'
import { Segments } from '../../ui/segments.tsx'
import type { SourceForm } from './source-form.ts'

type PlaceFieldsProps = { form: SourceForm; onChange: (part: Partial<SourceForm>) => void }

/** What a kind of place asks for; files and webhooks ask for nothing. */
export function PlaceFields({ form, onChange }: PlaceFieldsProps) {
  if (form.kind === 'folder') return <FolderFields form={form} onChange={onChange} />
  return form.kind === 'site' ? <SiteFields form={form} onChange={onChange} /> : null
}

function FolderFields({ form, onChange }: PlaceFieldsProps) {
  const { t } = useTranslation()
  return (
    <>
      <Field label={t('sources.form.path')} hint={t('sources.form.pathHint')}>
        {(names) => (
          <TextInput
            {...names}
            maxLength={500}
            value={form.path}
            onChange={(event) => onChange({ path: event.target.value })}
          />
        )}
      </Field>
      <Patterns form={form} onChange={onChange} />
    </>
  )
}

function SiteFields({ form, onChange }: PlaceFieldsProps) {
  const { t } = useTranslation()
  const number = (
    name: 'depth' | 'mostPages' | 'requestsPerSecond',
    limits: { min: number; max: number; step?: number },
  ) => (
    <Field label={t(`sources.form.${name === 'requestsPerSecond' ? 'rate' : name}`)}>
      {(names) => (
        <TextInput
          {...names}
          {...limits}
          type="number"
          required
          value={form[name]}
          onChange={(event) => onChange({ [name]: event.target.value })}
        />
      )}
    </Field>
  )
  return (
    <>
      <Field label={t('sources.form.start')} hint={t('sources.form.startHint')}>
        {(names) => (
          <TextInput
            {...names}
            type="url"
            required
            maxLength={2000}
            placeholder="https://"
            value={form.start}
            onChange={(event) => onChange({ start: event.target.value })}
          />
        )}
      </Field>
      <div className="flex flex-col gap-1.5">
        <span className="text-sm font-medium text-ink-soft">{t('sources.form.by')}</span>
        <Segments
          label={t('sources.form.by')}
          value={form.by}
          options={(['sitemap', 'crawl'] as const).map((value) => ({ value, label: t(`sources.form.${value}`) }))}
          onChange={(by) => onChange({ by })}
        />
      </div>
      <div className="grid grid-cols-2 gap-4">
        {form.by === 'crawl' && number('depth', { min: 0, max: 20 })}
        {number('mostPages', { min: 1, max: 100_000 })}
        {number('requestsPerSecond', { min: 0.1, max: 20, step: 0.1 })}
      </div>
      <Patterns form={form} onChange={onChange} />
    </>
  )
}

function Patterns({ form, onChange }: PlaceFieldsProps) {
  const { t } = useTranslation()
  return (['include', 'exclude'] as const).map((name) => (
    <Field key={name} label={t(`sources.form.${name}`)} hint={t('sources.form.patternsHint')}>
      {(names) => (
        <TextArea
          {...names}
          rows={2}
          value={form[name]}
          onChange={(event) => onChange({ [name]: event.target.value })}
        />
      )}
    </Field>
  ))
}
