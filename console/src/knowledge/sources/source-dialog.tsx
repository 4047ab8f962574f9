import type { Source } from '@lingxi/contract/source'
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type SourceDraftInput, useAddSource, useChangeSource } from '../../api/source-queries.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field, TextInput } from '../../ui/field.tsx'
import { Segments } from '../../ui/segments.tsx'
import { Select } from '../../ui/select.tsx'
import { Refused } from '../../ui/states.tsx'
import { useToast } from '../../ui/toast.tsx'
import { ArticleFields } from './article-fields.tsx'
import { PlaceFields } from './place-fields.tsx'
import { emptyForm, formKinds, isLookedAtAgain, type SourceForm, toDraft, toForm } from './source-form.ts'

type Saving = { mutate: (draft: SourceDraftInput) => void; error: unknown; isPending: boolean }

export function AddSource({ onClose, onAdded }: { onClose: () => void; onAdded: (made: Made) => void }) {
  const add = useAddSource()
  const { t } = useTranslation()
  const { tell } = useToast()
  const mutate = (draft: SourceDraftInput) =>
    add.mutate(draft, {
      onSuccess: (made) => {
        tell(t('sources.form.added'))
        onAdded(made)
      },
    })
  return <SourceDialog saving={{ ...add, mutate }} onClose={onClose} />
}
export type Made = { source: Source; secret: string | null }

export function ChangeSource({ source, onClose }: { source: Source; onClose: () => void }) {
  const change = useChangeSource(source.id)
  const { t } = useTranslation()
  const { tell } = useToast()
  const mutate = (draft: SourceDraftInput) =>
    change.mutate(draft, {
      onSuccess: () => {
        tell(t('sources.form.saved'))
        onClose()
      },
    })
  return <SourceDialog known={source} saving={{ ...change, mutate }} onClose={onClose} />
}

function SourceDialog({ known, saving, onClose }: { known?: Source; saving: Saving; onClose: () => void }) {
  const { t } = useTranslation()
  const formId = useId()
  const [form, setForm] = useState<SourceForm>(() => (known ? toForm(known) : emptyForm))
  const change = (part: Partial<SourceForm>) => setForm((before) => ({ ...before, ...part }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    saving.mutate(toDraft(form, known))
  }
  return (
    <Dialog
      open
      place="side"
      onClose={onClose}
      title={t(known ? 'sources.form.editTitle' : 'sources.form.addTitle')}
      footer={
        <>
          <Button onClick={onClose}>{t('app.actions.cancel')}</Button>
          <Button type="submit" form={formId} look="primary" disabled={saving.isPending}>
            {t(saving.isPending ? 'app.actions.saving' : known ? 'app.actions.save' : 'sources.form.create')}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-4">
        <Refused error={saving.error} />
        {!known && <KindChoice form={form} onChange={change} />}
        <Field label={t('sources.form.name')}>
          {(names) => (
            <TextInput
              {...names}
              required
              maxLength={120}
              value={form.name}
              onChange={(event) => change({ name: event.target.value })}
            />
          )}
        </Field>
        <PlaceFields form={form} onChange={change} />
        {isLookedAtAgain(form.kind) && (
          <div className="flex flex-col gap-1.5">
            <span className="text-sm font-medium text-ink-soft">{t('sources.form.schedule')}</span>
            <Segments
              label={t('sources.form.schedule')}
              value={form.schedule}
              options={(['never', 'hourly', 'daily', 'weekly'] as const).map((value) => ({
                value,
                label: t(`sources.form.schedules.${value}`),
              }))}
              onChange={(schedule) => change({ schedule })}
            />
          </div>
        )}
        <ArticleFields form={form} onChange={change} />
        {known && <p className="text-xs text-ink-faint">{t('sources.form.changedAudience')}</p>}
      </form>
    </Dialog>
  )
}

function KindChoice({ form, onChange }: { form: SourceForm; onChange: (part: Partial<SourceForm>) => void }) {
  const { t } = useTranslation()
  return (
    <Field label={t('sources.form.kind')} hint={t(`sources.kindHints.${form.kind}`)}>
      {({ id }) => (
        <Select
          id={id}
          value={form.kind}
          options={formKinds.map((value) => ({ value, label: t(`sources.kinds.${value}`) }))}
          onChange={(kind) => onChange({ kind })}
        />
      )}
    </Field>
  )
}
