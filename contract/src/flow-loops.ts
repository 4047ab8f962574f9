/** Loops of flows that nobody stops: the bot would go round in them for ever, at once or by the clock. */
import type { Flow, FlowSet, FlowStep } from './flow.ts'
import { isAsk, type Way, waysOf } from './flow-ways.ts'

export type LoopStep = { flow: string; step: string }

type Waits = (step: FlowStep, flow: Flow) => boolean

/** Loops through steps that never wait, each as its steps in order. */
export const restlessLoops = ({ flows }: Pick<FlowSet, 'flows'>): LoopStep[][] => loopsWithout(waits, flows)

/** Loops that say something and stop for nothing but time: the customer is written to for ever, whether or not they answer. */
export function timedLoops({ flows, tables }: Pick<FlowSet, 'flows' | 'tables'>): LoopStep[][] {
  const stepOf = ({ flow, step }: LoopStep) => flows[flow]!.steps.find(({ id }) => id === step)!
  const says = (step: FlowStep) =>
    'say' in step || ('decide' in step && tables[step.decide]?.rows.some(({ say }) => say !== undefined))
  return loopsWithout((step, flow) => waits(step, flow) && !isTimed(step), flows).filter(
    (loop) => loop.some((each) => says(stepOf(each))) && loop.some((each) => isTimed(stepOf(each))),
  )
}

/** A call waits where no way through the called flow is without waiting. */
function loopsWithout(waits: Waits, flows: FlowSet['flows']): LoopStep[][] {
  const all = new Map(Object.entries(flows).map(([name, flow]) => [name, { flow, ways: waysOf(flow) }]))
  const passing = passingFlows(all, waits)
  const nodes = [...all].flatMap(([name, { flow }]) => flow.steps.map((_, place) => ({ name, place })))
  const numbers = new Map(nodes.map(({ name, place }, number) => [`${name} ${place}`, number]))
  const numberOf = (name: string, place: number) => numbers.get(`${name} ${place}`)!
  const out = nodes.map(({ name, place }): number[] => {
    const { flow, ways } = all.get(name)!
    const step = flow.steps[place]!
    if (waits(step, flow)) return []
    const to = 'link' in step ? step.link : 'call' in step ? step.call : undefined
    const into = to !== undefined && all.has(to) ? [numberOf(to, 0)] : []
    if ('call' in step && !passing.has(step.call)) return into
    return [...into, ...ways[place]!.flatMap((way) => (way.to === 'end' ? [] : [numberOf(name, way.to)]))]
  })
  return loopsIn(out).map((loop) =>
    loop.map((number) => {
      const { name, place } = nodes[number]!
      return { flow: name, step: all.get(name)!.flow.steps[place]!.id }
    }),
  )
}

type Drawing = { flow: Flow; ways: Way[][] }
type Drawn = Map<string, Drawing>

/** An event is the company's: it comes, or that it does not is what was waited for. */
const isTimed = (step: FlowStep) => 'wait' in step && step.wait.event === undefined

/** A slot that is known is passed over; only one that the flow itself clears or sets anew is asked for again. */
function waits(step: FlowStep, flow: Flow): boolean {
  if ('collect' in step)
    return (
      step.always === true ||
      flow.steps.some((each) => 'set_slots' in each && Object.hasOwn(each.set_slots, step.collect))
    )
  return 'confirm' in step || 'wait' in step || isAsk(step)
}

/** The flows that can be gone through without any waiting. */
function passingFlows(all: Drawn, waits: Waits): Set<string> {
  const passing = new Set<string>()
  for (let before = -1; before < passing.size; ) {
    before = passing.size
    for (const [name, { flow, ways }] of all)
      if (!passing.has(name) && passes({ flow, ways }, { passing, waits })) passing.add(name)
  }
  return passing
}

function passes({ flow, ways }: Drawing, { passing, waits }: { passing: ReadonlySet<string>; waits: Waits }): boolean {
  const reached = new Set([0])
  for (const place of reached) {
    const step = flow.steps[place]!
    if (waits(step, flow) || ('call' in step && !passing.has(step.call))) continue
    if ('link' in step) {
      if (passing.has(step.link)) return true
      continue
    }
    for (const { to } of ways[place]!) {
      if (to === 'end') return true
      reached.add(to)
    }
  }
  return false
}

/** The strongly connected parts with a way back to themselves (Tarjan 1972, without recursion), nodes in their order. */
function loopsIn(out: readonly number[][]): number[][] {
  const index = out.map(() => -1)
  const low = out.map(() => 0)
  const onStack = new Set<number>()
  const stack: number[] = []
  const loops: number[][] = []
  const work: { node: number; next: number }[] = []
  let count = 0

  function begin(node: number): void {
    index[node] = low[node] = count++
    stack.push(node)
    onStack.add(node)
    work.push({ node, next: 0 })
  }
  function end(node: number): void {
    work.pop()
    const above = work.at(-1)
    if (above) low[above.node] = Math.min(low[above.node]!, low[node]!)
    if (low[node] !== index[node]) return
    const part = stack.splice(stack.lastIndexOf(node))
    for (const each of part) onStack.delete(each)
    if (part.length > 1 || out[node]!.includes(node)) loops.push(part.toSorted((one, other) => one - other))
  }
  for (const root of out.keys()) {
    if (index[root] === -1) begin(root)
    for (let top = work.at(-1); top; top = work.at(-1)) {
      const to = out[top.node]![top.next++]
      if (to === undefined) end(top.node)
      else if (index[to] === -1) begin(to)
      else if (onStack.has(to)) low[top.node] = Math.min(low[top.node]!, index[to]!)
    }
  }
  return loops
}
