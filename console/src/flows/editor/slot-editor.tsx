import type { FlowSet, FlowSlot } from '@lingxi/contract/flow'
import type { FlowPart } from '@lingxi/contract/flow-versions'
import { useTranslation } from 'react-i18next'
import { SlotForm } from '../forms/slot-form.tsx'
import { said } from '../said.ts'
import { PartForm } from './part-form.tsx'
import { usePartEditor } from './use-part-editor.ts'

type SlotEditorProps = { part: Extract<FlowPart, { kind: 'slot' }>; set: FlowSet }

export function SlotEditor({ part, set }: SlotEditorProps) {
  const { language } = useTranslation().i18n
  const editor = usePartEditor<FlowSlot>(part)
  return (
    <PartForm
      part={{ kind: 'slot', name: part.name, content: editor.content }}
      set={set}
      editor={editor}
      title={said(editor.content.label, language)}
      narrow
    >
      {(findings) => <SlotForm slot={editor.content} findings={findings} onChange={editor.change} />}
    </PartForm>
  )
}
