import { longestBody } from '@lingxi/contract/knowledge'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Field, TextInput } from '../ui/field.tsx'
import { MarkdownField } from '../ui/markdown-field.tsx'
import { Markdown } from '../ui/markdown.tsx'
import { Segments } from '../ui/segments.tsx'
import { GuideEditor } from './guide-editor.tsx'
import { type DraftForm, type FormProblem, type FormProblems, longestTitle } from './draft-form.ts'

type TextEditorProps = {
  form: DraftForm
  problems: FormProblems
  /** Whether there is room for the preview beside the text; else it takes its place. */
  roomy: boolean
  onChange: (part: Partial<DraftForm>) => void
}

/** Title and text; a rule or a process has its table or its steps in place of a text. */
export function TextEditor({ form, problems, roomy, onChange }: TextEditorProps) {
  const { t } = useTranslation()
  const say = (problem: FormProblem | undefined, count: number) =>
    problem && t(`knowledge.editor.${problem}`, { count })
  return (
    <div className="flex min-w-0 flex-col gap-5">
      <Field
        label={t('knowledge.editor.title')}
        hint={t('knowledge.editor.titleHint')}
        error={say(problems.title, longestTitle)}
      >
        {(names) => (
          <TextInput
            {...names}
            value={form.title}
            onChange={(event) => onChange({ title: event.target.value })}
            className="h-10 text-lg"
          />
        )}
      </Field>
      {form.guide ? (
        <GuideEditor guide={form.guide} problem={problems.guide} onChange={(guide) => onChange({ guide })} />
      ) : (
        <Body form={form} problem={say(problems.body, longestBody)} roomy={roomy} onChange={onChange} />
      )}
    </div>
  )
}

type BodyProps = Omit<TextEditorProps, 'problems'> & { problem: string | undefined }
const tall = 'h-[max(24rem,calc(100dvh-26rem))]'

function Body({ form, problem, roomy, onChange }: BodyProps) {
  const { t } = useTranslation()
  const [previewing, setPreviewing] = useState(false)
  return (
    <>
      {!roomy && (
        <Segments
          label={t('knowledge.editor.preview')}
          value={previewing ? 'preview' : 'write'}
          options={[
            { value: 'write', label: t('knowledge.editor.write') },
            { value: 'preview', label: t('knowledge.editor.preview') },
          ]}
          onChange={(value) => setPreviewing(value === 'preview')}
        />
      )}
      <div className={roomy ? 'grid grid-cols-2 gap-4' : ''}>
        {(roomy || !previewing) && (
          <MarkdownField
            label={t('knowledge.editor.body')}
            hint={t('knowledge.editor.bodyHint')}
            error={problem}
            value={form.body}
            onChange={(body) => onChange({ body })}
            className={`${tall} resize-y`}
          />
        )}
        {(roomy || previewing) && <Preview title={form.title} body={form.body} />}
      </div>
    </>
  )
}

/** The article as the help centre and the chat show it. */
function Preview({ title, body }: { title: string; body: string }) {
  const { t } = useTranslation()
  const shown = useDeferredValue(body)
  return (
    <section aria-label={t('knowledge.editor.preview')} className="flex min-w-0 flex-col gap-1.5">
      <h2 className="text-sm font-medium text-ink-soft">{t('writing.asSeen')}</h2>
      <div
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        className={`${tall} grow overflow-y-auto rounded-lg border border-line bg-surface px-5 py-4`}
      >
        {title.trim() && <p className="mb-3 text-xl font-semibold">{title}</p>}
        {shown.trim() ? (
          <Markdown pictures text={shown} />
        ) : (
          <p className="text-ink-faint">{t('knowledge.editor.emptyPreview')}</p>
        )}
      </div>
    </section>
  )
}
