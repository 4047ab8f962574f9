import { longestBody } from '@lingxi/contract/knowledge'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Field, TextArea, TextInput } from '../ui/field.tsx'
import { Markdown } from '../ui/markdown.tsx'
import { Segments } from '../ui/segments.tsx'
import { useWide } from '../ui/use-wide.ts'
import { GuideEditor } from './guide-editor.tsx'
import { type DraftForm, type FormProblem, type FormProblems, longestTitle } from './draft-form.ts'

type TextEditorProps = { form: DraftForm; problems: FormProblems; onChange: (part: Partial<DraftForm>) => void }

/** Title and text; a rule or a process has its table or its steps in place of a text. */
export function TextEditor({ form, problems, onChange }: TextEditorProps) {
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
        <Body form={form} problem={say(problems.body, longestBody)} onChange={onChange} />
      )}
    </div>
  )
}

type BodyProps = { form: DraftForm; problem: string | undefined; onChange: TextEditorProps['onChange'] }

/** The preview stands beside the text where there is room, else takes its place. */
function Body({ form, problem, onChange }: BodyProps) {
  const { t } = useTranslation()
  const roomy = useWide(1180)
  const [previewing, setPreviewing] = useState(false)
  const shown = useDeferredValue(form.body)
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
          <Field label={t('knowledge.editor.body')} hint={t('knowledge.editor.bodyHint')} error={problem}>
            {(names) => (
              <TextArea
                {...names}
                value={form.body}
                onChange={(event) => onChange({ body: event.target.value })}
                spellCheck={false}
                className="h-[max(24rem,calc(100dvh-24rem))] resize-y font-mono text-sm"
              />
            )}
          </Field>
        )}
        {(roomy || previewing) && (
          <section aria-label={t('knowledge.editor.preview')} className="flex min-w-0 flex-col gap-1.5">
            <h2 className="text-sm font-medium text-ink-soft">{t('knowledge.editor.preview')}</h2>
            <div
              // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
              tabIndex={0}
              className="h-[max(24rem,calc(100dvh-24rem))] overflow-y-auto rounded-lg border border-line bg-surface px-4 py-3"
            >
              {shown.trim() ? (
                <Markdown text={shown} />
              ) : (
                <p className="text-ink-faint">{t('knowledge.editor.emptyPreview')}</p>
              )}
            </div>
          </section>
        )}
      </div>
    </>
  )
}
