/** A flow as the nodes and edges of the canvas. */
import type { Flow, StepKind } from '@lingxi/contract/flow'
import { MarkerType } from '@xyflow/react'
import { edgesOf, type FlowEdge } from '../edits/flow-edges.ts'
import type { Finding } from '../editor/live-findings.ts'
import { worstOf } from '../outline/outline.tsx'
import { endOf, type Point } from './layout.ts'
import type { EndNodeType, StepNodeType } from './step-node.tsx'
import type { WayEdgeType } from './way-edge.tsx'

export type CanvasNode = StepNodeType | EndNodeType

type About = {
  places: ReadonlyMap<string, Point>
  findings: readonly Finding[]
  passed: ReadonlySet<string>
  shown: ReadonlySet<string>
  chosen: string | null
}

export function nodesOf(flow: Flow, about: About): CanvasNode[] {
  const { places, findings, passed, shown, chosen } = about
  const ids = new Set(flow.steps.map(({ id }) => id))
  const steps = flow.steps.map(
    (step, place): StepNodeType => ({
      id: step.id,
      type: 'step',
      position: places.get(step.id) ?? { x: 0, y: 0 },
      data: {
        step,
        number: place + 1,
        worst: worstOf(findings, step.id),
        isPassed: passed.has(step.id),
        isFaint: !shown.has(step.id),
        isChosen: step.id === chosen,
      },
    }),
  )
  const ends = [...places].flatMap(([id, position]): EndNodeType[] =>
    ids.has(id)
      ? []
      : [
          {
            id,
            type: 'end',
            position,
            data: {},
            draggable: false,
            selectable: false,
            focusable: false,
            connectable: false,
          },
        ],
  )
  return [...steps, ...ends]
}

export function canvasEdges(
  flow: Flow,
  passed: ReadonlySet<string>,
  onInsert: ((kind: StepKind, way: FlowEdge) => void) | undefined,
): WayEdgeType[] {
  const ids = new Set(flow.steps.map(({ id }) => id))
  return edgesOf(flow)
    .filter(({ to }) => to === 'end' || ids.has(to))
    .map((way) => ({
      id: `${way.from} ${way.at}`,
      type: 'way',
      source: way.from,
      sourceHandle: way.at,
      target: way.to === 'end' ? endOf(way.from) : way.to,
      markerEnd: { type: MarkerType.ArrowClosed, width: 16, height: 16, color: 'var(--ink-faint)' },
      focusable: false,
      data: {
        way,
        isPassed: passed.has(way.from) && passed.has(way.to),
        onInsert: onInsert && ((kind) => onInsert(kind, way)),
      },
    }))
}
