import { useTranslation } from 'react-i18next'
import { Field, TextArea } from '../ui/field.tsx'
import type { GuideForm } from './guide-form.ts'
import { ProcessSteps } from './process-steps.tsx'
import { RuleRows } from './rule-rows.tsx'
import { RuleSlots } from './rule-slots.tsx'

type GuideEditorProps = { guide: GuideForm; problem: string | undefined; onChange: (guide: GuideForm) => void }

/** The table of a rule or the steps of a process, in place of a text. */
export function GuideEditor({ guide, problem, onChange }: GuideEditorProps) {
  const { t } = useTranslation()
  return (
    <div className="flex min-w-0 flex-col gap-6">
      {problem && (
        <p role="alert" className="rounded-lg border border-danger px-3 py-2 text-sm text-danger">
          {t('guides.problem', { what: problem })}
        </p>
      )}
      <Field label={t('guides.introduction')}>
        {(names) => (
          <TextArea
            {...names}
            rows={2}
            maxLength={2000}
            value={guide.introduction}
            onChange={({ target }) => onChange({ ...guide, introduction: target.value })}
          />
        )}
      </Field>
      {guide.kind === 'rule' ? (
        <>
          <RuleSlots slots={guide.slots} onChange={(slots) => onChange({ ...guide, slots })} />
          <RuleRows rule={guide} onChange={(part) => onChange({ ...guide, ...part })} />
        </>
      ) : (
        <ProcessSteps process={guide} onChange={(part) => onChange({ ...guide, ...part })} />
      )}
    </div>
  )
}
