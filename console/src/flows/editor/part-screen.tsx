import type { FlowSet } from '@lingxi/contract/flow'
import type { FlowPartKind } from '@lingxi/contract/flow-finding'
import type { FlowPart } from '@lingxi/contract/flow-versions'
import { useParams } from '@tanstack/react-router'
import { SearchX } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useFlowDraft, useFlowPart } from '../../api/flow-queries.ts'
import { isProblem } from '../../api/session.ts'
import { Empty, Failed, SkeletonRows } from '../../ui/states.tsx'
import { FlowEditor } from './flow-editor.tsx'
import { SlotEditor } from './slot-editor.tsx'
import { TableEditor } from './table-editor.tsx'

/** A flow, slot or table of the draft, to be edited. */
export function PartScreen() {
  const { kind, name } = useParams({ from: '/flows/edit/$kind/$name' })
  // Another part is another editor, with a history of its own.
  return <LoadedPart key={`${kind} ${name}`} kind={kind as FlowPartKind} name={name} />
}

function LoadedPart({ kind, name }: { kind: FlowPartKind; name: string }) {
  const { t } = useTranslation()
  const part = useFlowPart({ kind, name })
  const draft = useFlowDraft()
  const error = part.error ?? draft.error
  // What is being edited stays, even where somebody removed it meanwhile.
  if (part.data && draft.data) return <Editor part={part.data} set={draft.data.set} />
  if (isProblem(error, 'not-found')) return <Empty whole icon={<SearchX />} title={t('flowEditor.gone')} text={name} />
  if (!error) return <SkeletonRows count={8} className="h-12" />
  const again = () => void Promise.all([part.refetch(), draft.refetch()])
  return <Failed error={error} onRetry={again} />
}

function Editor({ part, set }: { part: FlowPart; set: FlowSet }) {
  if (part.kind === 'slot') return <SlotEditor part={part} set={set} />
  return part.kind === 'table' ? <TableEditor part={part} set={set} /> : <FlowEditor part={part} set={set} />
}
