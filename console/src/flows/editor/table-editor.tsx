import type { DecisionTable, FlowSet } from '@lingxi/contract/flow'
import type { FlowPart } from '@lingxi/contract/flow-versions'
import { useTranslation } from 'react-i18next'
import { TableForm } from '../forms/table-form.tsx'
import { said } from '../said.ts'
import { PartForm } from './part-form.tsx'
import { usePartEditor } from './use-part-editor.ts'

type TableEditorProps = { part: Extract<FlowPart, { kind: 'table' }>; set: FlowSet }

export function TableEditor({ part, set }: TableEditorProps) {
  const { language } = useTranslation().i18n
  const editor = usePartEditor<DecisionTable>(part)
  return (
    <PartForm
      part={{ kind: 'table', name: part.name, content: editor.content }}
      set={set}
      editor={editor}
      title={said(editor.content.name, language)}
    >
      {(findings) => <TableForm table={editor.content} findings={findings} onChange={editor.change} />}
    </PartForm>
  )
}
