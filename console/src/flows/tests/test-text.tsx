import type { FlowFault } from '@lingxi/contract/flow-versions'
import { CircleCheck, TriangleAlert } from 'lucide-react'
import { useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useFlowDraft } from '../../api/flow-queries.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Refused } from '../../ui/states.tsx'
import { useKnownActions } from '../editor/use-known-actions.ts'
import { FaultList } from './fault-list.tsx'
import { TestHelp } from './help.tsx'
import { unknownNames } from './unknown-names.ts'
import type { TestEditor } from './use-test-editor.ts'

type TestTextProps = { editor: TestEditor; mayChange: boolean; onOverwrite: () => void }

/** The text of a test; while it is written it is told whether it can be read, and what it names that is not there. */
export function TestText({ editor, mayChange, onOverwrite }: TestTextProps) {
  const { t } = useTranslation()
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const { text, setText, saving, isBehind } = editor
  function go({ line, column }: FlowFault) {
    const start =
      text
        .split('\n')
        .slice(0, line - 1)
        .join('\n').length +
      (line > 1 ? 1 : 0) +
      column -
      1
    area.current?.focus()
    area.current?.setSelectionRange(start, start)
  }
  return (
    <section className="flex min-w-0 flex-col gap-3">
      <label htmlFor={id} className="font-semibold">
        {t('flowTests.editor.text')}
      </label>
      {!mayChange && <p className="-mt-2 text-sm text-ink-faint">{t('flowTests.editor.readOnly')}</p>}
      {isBehind ? (
        <div className="flex flex-col gap-2">
          <Refused error={saving.error} />
          <span className="flex gap-2">
            <Button size="small" onClick={editor.take}>
              {t('flowTests.editor.theirs')}
            </Button>
            <Button size="small" onClick={onOverwrite}>
              {t('flowTests.editor.mine')}
            </Button>
          </span>
        </div>
      ) : (
        <Refused error={saving.error} />
      )}
      <TextArea
        ref={area}
        id={id}
        rows={14}
        spellCheck={false}
        readOnly={!mayChange}
        aria-describedby={`${id}-read`}
        className="field-sizing-content max-h-[60vh] overflow-auto font-mono text-sm whitespace-pre"
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <div id={`${id}-read`} aria-live="polite" className="flex flex-col gap-2">
        <Reads editor={editor} onGo={go} />
      </div>
      {editor.id !== null && <TestHelp />}
    </section>
  )
}

function Reads({ editor: { read }, onGo }: { editor: TestEditor; onGo: (fault: FlowFault) => void }) {
  const { t } = useTranslation()
  const draft = useFlowDraft().data
  const actions = useKnownActions()?.map(({ name }) => name)
  if (!read) return null
  const { content, faults } = read
  if (!content)
    return <FaultList title={t('flowTests.editor.faults', { count: faults.length })} faults={faults} onGo={onGo} />
  const unknown = draft ? unknownNames(content, draft.set, actions) : []
  return (
    <>
      <p className="flex items-center gap-1.5 text-sm text-ink-soft">
        <CircleCheck aria-hidden className="size-4 text-accent" />
        {t('flowTests.editor.reads', { count: content.turns.length })}
      </p>
      {unknown.map(({ kind, name }) => (
        <p key={`${kind} ${name}`} className="flex items-center gap-1.5 text-sm text-note-ink">
          <TriangleAlert aria-hidden className="size-4 shrink-0" />
          {t(`flowTests.editor.unknown.${kind}`, { name })}
        </p>
      ))}
    </>
  )
}
