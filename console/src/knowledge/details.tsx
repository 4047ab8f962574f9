import type { Article } from '@lingxi/contract/knowledge'
import { languages } from '@lingxi/contract/message'
import { useTranslation } from 'react-i18next'
import { useWhen } from '../i18n/when.ts'
import { Field, TextArea, TextInput } from '../ui/field.tsx'
import { Segments } from '../ui/segments.tsx'
import type { DraftForm, FormProblems } from './draft-form.ts'
import { emptyGuide } from './guide-form.ts'
import { TagsInput } from './tags-input.tsx'

type DetailsProps = {
  form: DraftForm
  problems: FormProblems
  article: Article | undefined
  onChange: (part: Partial<DraftForm>) => void
}

export function Details({ form, problems, article, onChange }: DetailsProps) {
  const { t } = useTranslation()
  return (
    <section aria-label={t('knowledge.editor.details')} className="flex flex-col gap-5">
      <div className="flex flex-col gap-1.5">
        <span className="text-sm font-medium text-ink-soft">{t('knowledge.editor.status')}</span>
        <Segments
          label={t('knowledge.editor.status')}
          value={form.status}
          options={[
            { value: 'draft', label: t('knowledge.status.draft') },
            { value: 'published', label: t('knowledge.status.published') },
          ]}
          onChange={(status) => onChange({ status })}
        />
      </div>
      <div className="flex flex-col gap-1.5">
        <span className="text-sm font-medium text-ink-soft">{t('knowledge.editor.language')}</span>
        <Segments
          label={t('knowledge.editor.language')}
          value={form.language}
          options={languages.map((value) => ({ value, label: t(`app.languages.${value}`) }))}
          onChange={(language) => onChange({ language })}
        />
      </div>
      <KindChoice form={form} onChange={onChange} />
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
      <Field label={t('knowledge.editor.validFrom')}>
        {(names) => (
          <TextInput
            {...names}
            type="datetime-local"
            value={form.validFrom}
            onChange={(event) => onChange({ validFrom: event.target.value })}
          />
        )}
      </Field>
      <Field
        label={t('knowledge.editor.validUntil')}
        hint={t('knowledge.editor.validHint')}
        error={problems.validUntil && t('knowledge.editor.badPeriod')}
      >
        {(names) => (
          <TextInput
            {...names}
            type="datetime-local"
            value={form.validUntil}
            onChange={(event) => onChange({ validUntil: event.target.value })}
          />
        )}
      </Field>
      {article && <History article={article} />}
    </section>
  )
}

/** A text stays where it is while a table or steps are tried. */
function KindChoice({ form, onChange }: Pick<DetailsProps, 'form' | 'onChange'>) {
  const { t } = useTranslation()
  return (
    <div className="flex flex-col gap-1.5">
      <span className="text-sm font-medium text-ink-soft">{t('guides.kind')}</span>
      <Segments
        label={t('guides.kind')}
        value={form.guide?.kind ?? 'fact'}
        options={(['fact', 'rule', 'process'] as const).map((value) => ({ value, label: t(`guides.${value}`) }))}
        onChange={(kind) => onChange({ guide: kind === 'fact' ? null : emptyGuide(kind) })}
      />
      <p className="text-xs text-ink-faint">{t('guides.kindHint')}</p>
    </div>
  )
}

function History({ article }: { article: Article }) {
  const { t } = useTranslation()
  const { full } = useWhen()
  const facts = [
    [t('knowledge.editor.version'), String(article.version)],
    [t('knowledge.editor.created'), full(article.createdAt)],
    [t('knowledge.editor.updated'), full(article.updatedAt)],
    ...(article.source ? [[t('knowledge.editor.source'), article.source]] : []),
  ]
  return (
    <dl className="flex flex-col gap-1.5 border-t border-line pt-4 text-sm">
      {facts.map(([name, value]) => (
        <div key={name} className="flex justify-between gap-4">
          <dt className="shrink-0 text-ink-faint">{name}</dt>
          <dd className="text-end text-ink-soft">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
