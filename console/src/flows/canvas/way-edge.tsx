import type { StepKind } from '@lingxi/contract/flow'
import { BaseEdge, type Edge, EdgeLabelRenderer, type EdgeProps, getSmoothStepPath } from '@xyflow/react'
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Menu } from '../../ui/menu.tsx'
import type { FlowEdge } from '../edits/flow-edges.ts'
import { StepKindItems } from '../editor/palette.tsx'

export type WayEdgeType = Edge<
  { way: FlowEdge; isPassed: boolean; onInsert: ((kind: StepKind) => void) | undefined },
  'way'
>

/** A way from one step to another, with a button in the middle that puts a step between them. */
export function WayEdge({ id, data, markerEnd, selected, ...ends }: EdgeProps<WayEdgeType>) {
  const { t } = useTranslation()
  const { sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition } = ends
  const [path, x, y] = getSmoothStepPath({
    sourceX,
    sourceY,
    targetX,
    targetY,
    sourcePosition,
    targetPosition,
    borderRadius: 10,
  })
  const stroke = data?.isPassed ? 'var(--accent)' : data?.way.isNamed ? 'var(--ink-faint)' : 'var(--line-strong)'
  const onInsert = data?.onInsert
  return (
    <>
      <BaseEdge
        id={id}
        path={path}
        {...(markerEnd && { markerEnd })}
        style={{ stroke, strokeWidth: data?.isPassed || selected ? 2.5 : 1.5 }}
      />
      {onInsert && (
        <EdgeLabelRenderer>
          <span
            className="nodrag nopan pointer-events-auto absolute"
            style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` }}
          >
            <Menu
              trigger={
                <button
                  type="button"
                  tabIndex={-1}
                  aria-label={t('flowEditor.insertBetween', { from: data.way.from, to: data.way.to })}
                  className="grid size-4.5 place-items-center rounded-full border border-line-strong bg-surface text-ink-faint opacity-60 hover:border-accent hover:text-accent hover:opacity-100 [&_svg]:size-3"
                >
                  <Plus />
                </button>
              }
            >
              <StepKindItems onAdd={onInsert} />
            </Menu>
          </span>
        </EdgeLabelRenderer>
      )}
    </>
  )
}
