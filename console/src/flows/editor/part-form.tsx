import type { FlowSet } from '@lingxi/contract/flow'
import type { FlowPartContent } from '@lingxi/contract/flow-versions'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../api/use-session.ts'
import { LeaveGuard } from '../../ui/leave-guard.tsx'
import { NameableContext } from '../forms/nameable.ts'
import { EditorBar } from './editor-bar.tsx'
import type { Finding } from './live-findings.ts'
import { useChecked } from './use-checked.ts'
import type { Content, PartEditor } from './use-part-editor.ts'

type PartFormProps<T extends Content> = {
  part: FlowPartContent
  set: FlowSet
  editor: PartEditor<T>
  title: string
  narrow?: boolean
  children: (findings: Finding[]) => ReactNode
}

/** A part that is one form: what is above it, what it may name, and who may change it. */
export function PartForm<T extends Content>({ part, set, editor, title, narrow = false, children }: PartFormProps<T>) {
  const { t } = useTranslation()
  const mayChange = useMay('supervisor')
  const { findings, isIncomplete, nameable } = useChecked(part, set)
  return (
    <NameableContext value={nameable}>
      <div className="flex h-full min-h-0 flex-col">
        <EditorBar part={part} title={title} editor={editor} isIncomplete={isIncomplete} mayChange={mayChange} />
        <div className="min-h-0 flex-1 overflow-y-auto px-4 py-5 sm:px-6">
          {!mayChange && <ReadOnly text={t('app.states.readOnly', { role: t('app.roles.supervisor') })} />}
          <fieldset disabled={!mayChange} className={narrow ? 'mx-auto max-w-3xl' : 'mx-auto max-w-6xl'}>
            {children(findings)}
          </fieldset>
        </div>
        <LeaveGuard isChanged={() => editor.isChanged} onLeave={() => undefined} />
      </div>
    </NameableContext>
  )
}

export const ReadOnly = ({ text }: { text: string }) => (
  <p className="mb-3 rounded-lg bg-hover px-3 py-2 text-sm text-ink-soft">{text}</p>
)
