import type { Audience } from '@lingxi/contract/audience'
import type { ArticleChanges } from '@lingxi/contract/knowledge'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChangeArticles } from '../api/knowledge-queries.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field, TextInput } from '../ui/field.tsx'
import { Segments } from '../ui/segments.tsx'
import { Select } from '../ui/select.tsx'
import { Refused } from '../ui/states.tsx'
import { SuggestInput } from '../ui/suggest-input.tsx'
import { AudienceInput } from './audience-input.tsx'
import { BulkReport } from './bulk-report.tsx'
import { isWholeAudience } from './draft-form.ts'
import { fromDay } from './local-time.ts'
import { usePeople } from './use-people.ts'

const fields = ['category', 'ownerId', 'audience', 'status', 'dueAt'] as const
type Field = (typeof fields)[number]
type Values = {
  category: string
  ownerId: string
  audience: Audience
  status: 'draft' | 'published' | 'archived'
  dueAt: string
}
const start: Values = { category: '', ownerId: '', audience: { kind: 'public' }, status: 'published', dueAt: '' }

function toChange(field: Field, values: Values): ArticleChanges {
  if (field === 'dueAt') return { dueAt: fromDay(values.dueAt) }
  if (field === 'category' || field === 'ownerId') return { [field]: values[field].trim() || null }
  return field === 'audience' ? { audience: values.audience } : { status: values.status }
}

type BulkDialogProps = { ids: string[]; categories: string[]; onClose: (done: boolean) => void }

/** One change for all of them, and then what became of each. */
export function BulkDialog({ ids, categories, onClose }: BulkDialogProps) {
  const { t } = useTranslation()
  const [field, setField] = useState<Field>('category')
  const [values, setValues] = useState(start)
  const { mutate, data, error, isPending } = useChangeArticles()
  const isWhole = field !== 'audience' || isWholeAudience(values.audience)
  return (
    <Dialog
      open
      onClose={() => onClose(data !== undefined)}
      title={data ? t('keeping.bulk.report') : t('keeping.bulk.title', { count: ids.length })}
      footer={
        data ? (
          <Button look="primary" onClick={() => onClose(true)}>
            {t('keeping.bulk.done')}
          </Button>
        ) : (
          <>
            <Button onClick={() => onClose(false)}>{t('app.actions.cancel')}</Button>
            <Button
              look="primary"
              disabled={isPending || !isWhole}
              onClick={() => mutate({ ids, change: toChange(field, values) })}
            >
              {t(isPending ? 'keeping.bulk.applying' : 'keeping.bulk.apply')}
            </Button>
          </>
        )
      }
    >
      {data ? (
        <BulkReport results={data} />
      ) : (
        <div className="flex flex-col gap-4">
          <Refused error={error} />
          <Field label={t('keeping.bulk.what')}>
            {({ id }) => (
              <Select
                id={id}
                label={t('keeping.bulk.what')}
                value={field}
                options={fields.map((value) => ({ value, label: t(`keeping.bulk.fields.${value}`) }))}
                onChange={setField}
              />
            )}
          </Field>
          <Value
            field={field}
            values={values}
            categories={categories}
            onChange={(part) => setValues((before) => ({ ...before, ...part }))}
          />
        </div>
      )}
    </Dialog>
  )
}

type ValueProps = {
  field: Field
  values: Values
  categories: string[]
  onChange: (part: Partial<Values>) => void
}

function Value({ field, values, categories, onChange }: ValueProps) {
  const { t } = useTranslation()
  const people = usePeople()
  const label = t(`keeping.bulk.fields.${field}`)
  if (field === 'audience')
    return <AudienceInput audience={values.audience} onChange={(audience) => onChange({ audience })} />
  if (field === 'status')
    return (
      <Segments
        label={label}
        value={values.status}
        options={(['draft', 'published', 'archived'] as const).map((value) => ({
          value,
          label: t(`knowledge.status.${value}`),
        }))}
        onChange={(status) => onChange({ status })}
      />
    )
  if (field === 'ownerId')
    return (
      <Select
        label={label}
        value={values.ownerId}
        options={[{ value: '', label: t('keeping.nobody') }, ...people.options]}
        onChange={(ownerId) => onChange({ ownerId })}
      />
    )
  return field === 'category' ? (
    <Field label={label} hint={t('keeping.bulk.noCategory')}>
      {(names) => (
        <SuggestInput
          names={names}
          value={values.category}
          suggestions={categories}
          maxLength={200}
          onChange={(category) => onChange({ category })}
        />
      )}
    </Field>
  ) : (
    <Field label={label} hint={t('keeping.bulk.noDate')}>
      {(names) => (
        <TextInput
          {...names}
          type="date"
          value={values.dueAt}
          onChange={({ target }) => onChange({ dueAt: target.value })}
        />
      )}
    </Field>
  )
}
