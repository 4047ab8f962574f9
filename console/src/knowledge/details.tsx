import { languages } from '@lingxi/contract/message'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useArticles } from '../api/knowledge-queries.ts'
import { Field, TextArea, TextInput } from '../ui/field.tsx'
import { NamesInput } from '../ui/names-input.tsx'
import { Segments } from '../ui/segments.tsx'
import { Select } from '../ui/select.tsx'
import { SuggestInput } from '../ui/suggest-input.tsx'
import { AudienceInput } from './audience-input.tsx'
import type { DraftForm, FormProblems } from './draft-form.ts'
import { emptyGuide } from './guide-form.ts'
import { endOfDay } from './local-time.ts'
import { TagsInput } from './tags-input.tsx'
import { usePeople } from './use-people.ts'

type DetailsProps = {
  form: DraftForm
  problems: FormProblems
  /** Absent where it is the server's to decide, by review. */
  statuses: DraftForm['status'][]
  onChange: (part: Partial<DraftForm>) => void
  children: ReactNode
}

export function Details({ form, problems, statuses, onChange, children }: DetailsProps) {
  const { t } = useTranslation()
  return (
    <section aria-label={t('knowledge.editor.details')} className="flex flex-col gap-5">
      {statuses.length > 1 && (
        <Labelled label={t('knowledge.editor.status')}>
          <Segments
            label={t('knowledge.editor.status')}
            value={form.status}
            options={statuses.map((value) => ({ value, label: t(`knowledge.status.${value}`) }))}
            onChange={(status) => onChange({ status })}
          />
        </Labelled>
      )}
      <Labelled label={t('knowledge.editor.language')}>
        <Segments
          label={t('knowledge.editor.language')}
          value={form.language}
          options={languages.map((value) => ({ value, label: t(`app.languages.${value}`) }))}
          onChange={(language) => onChange({ language })}
        />
      </Labelled>
      <KindChoice form={form} onChange={onChange} />
      <Place form={form} problems={problems} onChange={onChange} />
      <Care form={form} onChange={onChange} />
      <Group title={t('writing.wording')}>
        <TagsInput tags={form.tags} onChange={(tags) => onChange({ tags })} />
        <Field label={t('knowledge.editor.alternatives')} hint={t('knowledge.editor.alternativesHint')}>
          {(names) => (
            <TextArea
              {...names}
              rows={4}
              value={form.alternatives}
              onChange={(event) => onChange({ alternatives: event.target.value })}
            />
          )}
        </Field>
      </Group>
      <Validity form={form} problems={problems} onChange={onChange} />
      {children}
    </section>
  )
}

type PartProps = Pick<DetailsProps, 'form' | 'problems' | 'onChange'>

export function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-4 border-t border-line pt-4">
      <h2 className="font-semibold">{title}</h2>
      {children}
    </div>
  )
}

function Labelled({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-1.5">
      <span className="text-sm font-medium text-ink-soft">{label}</span>
      {children}
    </div>
  )
}

/** A text stays where it is while a table or steps are tried. */
function KindChoice({ form, onChange }: Pick<PartProps, 'form' | 'onChange'>) {
  const { t } = useTranslation()
  return (
    <Labelled label={t('guides.kind')}>
      <Segments
        label={t('guides.kind')}
        value={form.guide?.kind ?? 'fact'}
        options={(['fact', 'rule', 'process'] as const).map((value) => ({ value, label: t(`guides.${value}`) }))}
        onChange={(kind) => onChange({ guide: kind === 'fact' ? null : emptyGuide(kind) })}
      />
      <p className="text-xs text-ink-faint">{t('guides.kindHint')}</p>
    </Labelled>
  )
}

function Place({ form, problems, onChange }: PartProps) {
  const { t } = useTranslation()
  const categories = useArticles({ offset: 0 }).data?.categories ?? []
  return (
    <Group title={t('writing.place')}>
      <Field label={t('writing.category')} hint={t('writing.categoryHint')}>
        {(names) => (
          <SuggestInput
            names={names}
            value={form.category}
            suggestions={categories}
            maxLength={200}
            onChange={(category) => onChange({ category })}
          />
        )}
      </Field>
      <AudienceInput
        audience={form.audience}
        error={problems.audience && t('keeping.audience.needsTiers')}
        onChange={(audience) => onChange({ audience })}
      />
      <NamesInput
        label={t('writing.products')}
        hint={t('writing.productsHint')}
        names={form.products}
        most={200}
        longest={80}
        removeLabel={(name) => t('keeping.audience.removeName', { name })}
        onChange={(products) => onChange({ products })}
      />
    </Group>
  )
}

function Care({ form, onChange }: Pick<PartProps, 'form' | 'onChange'>) {
  const { t } = useTranslation()
  const people = usePeople()
  const known = people.options.some(({ value }) => value === form.ownerId)
  const gone = form.ownerId && !known ? [{ value: form.ownerId, label: people.nameOf(form.ownerId) }] : []
  return (
    <Group title={t('writing.care')}>
      <Field label={t('writing.owner')}>
        {({ id }) => (
          <Select
            id={id}
            label={t('writing.owner')}
            value={form.ownerId}
            options={[{ value: '', label: t('keeping.nobody') }, ...gone, ...people.options]}
            onChange={(ownerId) => onChange({ ownerId })}
          />
        )}
      </Field>
      <Field label={t('writing.due')} hint={t('writing.dueHint')}>
        {(names) => (
          <TextInput
            {...names}
            type="date"
            value={form.dueAt.slice(0, 10)}
            onChange={({ target }) => onChange({ dueAt: endOfDay(target.value) })}
          />
        )}
      </Field>
    </Group>
  )
}

function Validity({ form, problems, onChange }: PartProps) {
  const { t } = useTranslation()
  return (
    <Group title={t('writing.validity')}>
      {(['validFrom', 'validUntil'] as const).map((name) => (
        <Field
          key={name}
          label={t(`knowledge.editor.${name}`)}
          hint={name === 'validUntil' ? t('knowledge.editor.validHint') : undefined}
          error={name === 'validUntil' && problems.validUntil ? t('knowledge.editor.badPeriod') : undefined}
        >
          {(names) => (
            <TextInput
              {...names}
              type="datetime-local"
              value={form[name]}
              onChange={({ target }) => onChange({ [name]: target.value })}
            />
          )}
        </Field>
      ))}
    </Group>
  )
}
