import '@xyflow/react/dist/style.css'
import type { Flow } from '@lingxi/contract/flow'
import {
  applyNodeChanges,
  Background,
  type Connection,
  type NodeChange,
  Panel,
  ReactFlow,
  type ReactFlowInstance,
  ReactFlowProvider,
  useReactFlow,
} from '@xyflow/react'
import { LayoutDashboard, Maximize, ZoomIn, ZoomOut } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../ui/button.tsx'
import { connect, placeSteps } from '../edits/flow-edits.ts'
import type { Finding } from '../editor/live-findings.ts'
import type { StepEdits } from '../editor/use-step-edits.ts'
import { placesOf, sizeOf } from './layout.ts'
import { canvasEdges, type CanvasNode, nodesOf } from './picture.ts'
import { EndNode, StepNode } from './step-node.tsx'
import { useCanvasKeys } from './use-canvas-keys.ts'
import { WayEdge, type WayEdgeType } from './way-edge.tsx'

export type CanvasProps = {
  flow: Flow
  edits: StepEdits
  findings: readonly Finding[]
  passed: ReadonlySet<string>
  shown: ReadonlySet<string>
  mayChange: boolean
  onChange: (flow: Flow) => void
  /** The form of the chosen step is wanted. */
  onOpen: () => void
}

const nodeTypes = { step: StepNode, end: EndNode }
const edgeTypes = { way: WayEdge }
/** The first step is seen at first, from above, large enough to be read. */
const atFirst = { zoom: 0.85, above: 36 }

export const Canvas = (props: CanvasProps) => (
  <ReactFlowProvider>
    <Picture {...props} />
  </ReactFlowProvider>
)

function Picture(props: CanvasProps) {
  const { flow, edits, findings, passed, shown, mayChange, onChange } = props
  const { t } = useTranslation()
  const { fitView } = useReactFlow()
  const places = useMemo(() => placesOf(flow), [flow])
  const [nodes, setNodes] = useState<CanvasNode[]>([])
  const chosen = edits.selected
  useEffect(() => {
    setNodes((before) => {
      const known = new Map(before.map((node) => [node.id, node]))
      return nodesOf(flow, { places, findings, passed, shown, chosen }).map((node): CanvasNode => {
        const was = known.get(node.id)
        // How large it was found to be, and whether it is among several that are chosen, stays.
        return was ? ({ ...node, measured: was.measured, selected: was.selected } as CanvasNode) : node
      })
    })
  }, [flow, places, findings, passed, shown, chosen])
  const edges = useMemo(
    () => canvasEdges(flow, passed, mayChange ? (kind, way) => edits.add(kind, way) : undefined),
    // `edits` is new with each drawing, and what it does follows from the flow.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [flow, passed, mayChange],
  )
  const area = useRef<HTMLDivElement>(null)
  const isHere = useRef(false)
  useEffect(() => {
    if (chosen !== null && !isHere.current)
      void fitView({ nodes: [{ id: chosen }], duration: 200, maxZoom: 1, minZoom: 0.6 })
    isHere.current = false
  }, [chosen, fitView])
  const choose = (id: string) => {
    isHere.current = true
    edits.select(id)
  }
  const picked = () => nodes.filter(({ selected, type }) => selected && type === 'step').map(({ id }) => id)
  const press = useCanvasKeys({ ...props, places, picked, choose, area })
  const take = (changes: NodeChange<CanvasNode>[]) =>
    setNodes((before) =>
      applyNodeChanges(
        changes.filter(({ type }) => type !== 'remove'),
        before,
      ),
    )
  const lead = ({ source, sourceHandle, target }: Connection) =>
    sourceHandle && onChange(connect(flow, { from: source, at: sourceHandle }, target))
  const begin = ({ setViewport }: ReactFlowInstance<CanvasNode, WayEdgeType>) => {
    const first = flow.steps[0]!
    const { x, y } = places.get(first.id)!
    const { zoom, above } = atFirst
    const middle = (area.current?.clientWidth ?? 0) / 2 - (x + sizeOf(first).width / 2) * zoom
    if (chosen === null) void setViewport({ x: middle, y: above - y * zoom, zoom })
    else void fitView({ nodes: [{ id: chosen }], maxZoom: 1 })
  }
  return (
    // The keys of the steps that are focused in it.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={area} onKeyDown={press} className="h-full min-h-0 w-full">
      <ReactFlow<CanvasNode, WayEdgeType>
        aria-label={t('flowEditor.canvas')}
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onNodesChange={take}
        onNodeClick={(_, node) => node.type === 'step' && choose(node.id)}
        onNodeDoubleClick={() => props.onOpen()}
        onNodeDragStop={(_, _node, dragged) =>
          onChange(placeSteps(flow, new Map(dragged.map(({ id, position }) => [id, position]))))
        }
        onConnect={lead}
        onPaneClick={() => edits.select(null)}
        nodesDraggable={mayChange}
        nodesConnectable={mayChange}
        deleteKeyCode={null}
        disableKeyboardA11y
        onInit={begin}
        minZoom={0.1}
        maxZoom={1.6}
        onlyRenderVisibleElements={flow.steps.length > 100}
        className="bg-canvas! [--xy-background-pattern-color:var(--line-strong)] [--xy-connectionline-stroke:var(--accent)]"
      >
        <Background gap={22} />
        <Panel position="bottom-left" className="flex rounded-lg border border-line bg-surface p-0.5">
          <Zoom />
          {mayChange && (
            <IconButton
              label={t('flowEditor.arrange')}
              onClick={() => {
                onChange({
                  ...flow,
                  steps: flow.steps.map(({ place: _place, ...step }) => step as Flow['steps'][number]),
                })
              }}
            >
              <LayoutDashboard />
            </IconButton>
          )}
        </Panel>
      </ReactFlow>
    </div>
  )
}

function Zoom() {
  const { t } = useTranslation()
  const { zoomIn, zoomOut, fitView } = useReactFlow()
  return (
    <>
      <IconButton label={t('flowEditor.zoomIn')} onClick={() => void zoomIn()}>
        <ZoomIn />
      </IconButton>
      <IconButton label={t('flowEditor.zoomOut')} onClick={() => void zoomOut()}>
        <ZoomOut />
      </IconButton>
      <IconButton label={t('flowEditor.whole')} onClick={() => void fitView({ duration: 200 })}>
        <Maximize />
      </IconButton>
    </>
  )
}
