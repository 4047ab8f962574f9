/** Where the steps of a flow stand when nobody placed them: layered from the top, by dagre. */
import { graphlib, layout } from '@dagrejs/dagre'
import type { Flow, FlowStep } from '@lingxi/contract/flow'
import { edgesOf, waysOut } from '../edits/flow-edges.ts'

export type Point = { x: number; y: number }
export type Size = { width: number; height: number }

const endSize: Size = { width: 64, height: 28 }
const gaps = { nodesep: 36, ranksep: 52, marginx: 0, marginy: 0 }

/** In pixels at full size. A step with several ways out is wide enough for their names. */
export function sizeOf(step: FlowStep): Size {
  const ways = waysOut(step).length
  return ways > 1 ? { width: Math.max(240, ways * 92), height: 112 } : { width: 240, height: 84 }
}

/** What stands for the end of a flow after a step: each step its own, so that no line crosses the picture for it. */
export const endOf = (step: string) => `${step} end`

/** Upper left corners, by the ids of steps and of their ends. Those with a place of their own stand there. */
export function placesOf(flow: Flow): Map<string, Point> {
  const worked = layered(flow)
  const places = new Map<string, Point>()
  for (const { id, place } of flow.steps) if (place) places.set(id, place)
  if (places.size === 0) return worked
  // What has no place goes along with the nearest step above it in the list that has one.
  let shift: Point = { x: 0, y: 0 }
  for (const { id, place } of flow.steps) {
    const at = worked.get(id)!
    if (place) shift = { x: place.x - at.x, y: place.y - at.y }
    else places.set(id, apart({ x: at.x + shift.x, y: at.y + shift.y }, places))
  }
  for (const [id, at] of worked) {
    if (places.has(id)) continue
    const step = id.slice(0, -endOf('').length)
    const [from, was] = [places.get(step)!, worked.get(step)!]
    places.set(id, { x: at.x - was.x + from.x, y: at.y - was.y + from.y })
  }
  return places
}

/** Down until nothing stands there. */
function apart(at: Point, taken: ReadonlyMap<string, Point>): Point {
  const isTaken = (point: Point) =>
    [...taken.values()].some(({ x, y }) => Math.abs(x - point.x) < 200 && Math.abs(y - point.y) < 90)
  let point = at
  while (isTaken(point)) point = { x: point.x, y: point.y + 100 }
  return point
}

function layered(flow: Flow): Map<string, Point> {
  const graph = new graphlib.Graph({ multigraph: true })
  graph.setGraph({ rankdir: 'TB', ...gaps })
  graph.setDefaultEdgeLabel(() => ({}))
  for (const step of flow.steps) graph.setNode(step.id, { ...sizeOf(step) })
  for (const { from, at, to } of edgesOf(flow)) {
    const target = to === 'end' ? endOf(from) : to
    if (to === 'end') graph.setNode(target, { ...endSize })
    // A step that is not there is told by the checks.
    if (graph.hasNode(target) && target !== from) graph.setEdge(from, target, {}, at)
  }
  layout(graph)
  return new Map(
    graph.nodes().map((id) => {
      const { x, y, width, height } = graph.node(id) as Point & Size
      return [id, { x: Math.round(x - width / 2), y: Math.round(y - height / 2) }]
    }),
  )
}

/** The nearest step in a direction; undefined: there is none. */
export function neighbour(
  places: ReadonlyMap<string, Point>,
  from: string,
  direction: 'up' | 'down' | 'left' | 'right',
): string | undefined {
  const here = places.get(from)
  if (!here) return undefined
  const isUpright = direction === 'up' || direction === 'down'
  const sign = direction === 'up' || direction === 'left' ? -1 : 1
  const distances = [...places].flatMap(([id, { x, y }]) => {
    const along = sign * (isUpright ? y - here.y : x - here.x)
    const across = Math.abs(isUpright ? x - here.x : y - here.y)
    // What is further aside than ahead is not in that direction.
    return id !== from && along > 8 && across <= along * 3 ? [{ id, distance: along + across * 2 }] : []
  })
  return distances.toSorted((one, other) => one.distance - other.distance)[0]?.id
}
