/** The canvas without a mouse: from step to step by arrows, Enter for the form, and the keys that every editor has. */
import type { Flow } from '@lingxi/contract/flow'
import type { KeyboardEvent, RefObject } from 'react'
import { placeSteps } from '../edits/flow-edits.ts'
import type { CanvasProps } from './canvas.tsx'
import { neighbour, type Point } from './layout.ts'

type CanvasKeysParts = CanvasProps & {
  places: ReadonlyMap<string, Point>
  /** The steps that are chosen together. */
  picked: () => string[]
  choose: (id: string) => void
  area: RefObject<HTMLDivElement | null>
}

const directions: Record<string, 'up' | 'down' | 'left' | 'right'> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}
const nudge = { up: [0, -20], down: [0, 20], left: [-20, 0], right: [20, 0] } as const

/** What was copied last, in any flow. */
let copied: Flow['steps'] = []

export function useCanvasKeys({
  flow,
  edits,
  places,
  picked,
  choose,
  area,
  mayChange,
  onChange,
  onOpen,
}: CanvasKeysParts) {
  const focused = (event: KeyboardEvent) =>
    (event.target as HTMLElement).closest('.react-flow__node')?.getAttribute('data-id') ?? null
  const steps = new Map(flow.steps.map((step) => [step.id, places.get(step.id)!]))

  function go(from: string, direction: keyof typeof nudge, isMoving: boolean) {
    if (isMoving) {
      const [x, y] = nudge[direction]
      const at = places.get(from)!
      if (mayChange) onChange(placeSteps(flow, new Map([[from, { x: at.x + x, y: at.y + y }]])))
      return
    }
    const next = neighbour(steps, from, direction)
    if (next === undefined) return
    choose(next)
    area.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(next)}"]`)?.focus()
  }
  const chosen = (from: string | null) => {
    const several = picked()
    return several.length > 0 ? several : from !== null ? [from] : []
  }
  const copy = (ids: string[]) => {
    if (ids.length > 0) copied = flow.steps.filter(({ id }) => ids.includes(id))
  }
  function chord(key: string, from: string | null): (() => void) | undefined {
    const ids = chosen(from)
    if (key === 'c') return () => copy(ids)
    if (!mayChange) return undefined
    if (key === 'x')
      return () => {
        copy(ids)
        edits.remove(ids)
      }
    if (key === 'v') return () => copied.length > 0 && edits.paste(copied)
    return key === 'd' && ids.length > 0
      ? () => edits.paste(flow.steps.filter(({ id }) => ids.includes(id)))
      : undefined
  }
  function plain(event: KeyboardEvent, from: string | null): (() => void) | undefined {
    const direction = directions[event.key]
    if (direction && from !== null) return () => go(from, direction, event.shiftKey)
    if (event.key === 'Escape') return () => edits.select(null)
    if (from === null) return undefined
    if (event.key === 'Enter' || event.key === ' ')
      return () => {
        choose(from)
        onOpen()
      }
    return (event.key === 'Delete' || event.key === 'Backspace') && mayChange
      ? () => edits.remove(chosen(from))
      : undefined
  }

  return (event: KeyboardEvent) => {
    if ((event.target as HTMLElement).matches('input, textarea, button')) return
    const from = focused(event)
    const act = event.ctrlKey || event.metaKey ? chord(event.key.toLowerCase(), from) : plain(event, from)
    if (!act) return
    event.preventDefault()
    act()
  }
}
