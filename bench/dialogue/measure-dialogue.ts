/** How fast flows decide with 200 of them loaded: talks drawn from a seed, each turn timed by itself. */
import type { DialogueProgress, Looked } from '../../contract/src/dialogue.ts'
import { FlowSet } from '../../contract/src/flow.ts'
import { readCommands } from '../../server/src/capabilities/dialogue/commands/read-commands.ts'
import { decideFlows } from '../../server/src/capabilities/dialogue/engine/engine.ts'
import { compileFlows } from '../../server/src/capabilities/dialogue/flows/compile.ts'
import type { Command, FlowSituation, Heard } from '../../server/src/capabilities/dialogue/situation.ts'
import { createChance } from '../chance.ts'
import { say } from '../say.ts'
import { drawFlows, drawTurn, actions } from './talks.ts'

const warming = 5_000
const seed = 7

export function measureDialogue({ flows: count, turns }: { flows: number; turns: number }): object {
  const set = FlowSet.parse(drawFlows(count))
  const begun = performance.now()
  const compiled = compileFlows(set, 1)
  const compileMs = rounded(performance.now() - begun)
  const chance = createChance(seed)
  const deciding: number[] = []
  const first: number[] = []
  const reading: number[] = []
  let progress: DialogueProgress | null = null
  let steps = 0
  for (let turn = 0; turn < warming + turns; turn++) {
    const { commands, heard, happened } = drawTurn(chance, { progress, count })
    const situation = situationOf({ progress, heard, happened, turn })
    const read = timed(() => readCommands(situation, compiled))
    const decided = timed(() => decide(situation, compiled, commands))
    progress = decided.result.progress
    steps += decided.result.taken
    if (turn < warming) continue
    reading.push(read.milliseconds)
    deciding.push(decided.milliseconds / decided.result.decisions)
    first.push(decided.first / decided.result.decisions)
  }
  const total = deciding.reduce((sum, each) => sum + each, 0)
  say(`${steps} steps taken; compiled ${count} flows in ${compileMs} ms`)
  return {
    flows: count,
    turns,
    decisionsPerSecond: Math.round((turns * 1000) / total),
    p50Ms: at(deciding, 0.5),
    p99Ms: at(deciding, 0.99),
    firstP99Ms: at(first, 0.99),
    readP50Ms: at(reading, 0.5),
    readP99Ms: at(reading, 0.99),
    compileMs,
  }
}

/** One turn: decided anew with each look that it asks for. */
function decide(situation: FlowSituation, compiled: ReturnType<typeof compileFlows>, commands: Command[]) {
  const looked: Looked[] = []
  for (let decisions = 1; ; decisions++) {
    const decision = decideFlows({ ...situation, looked: [...looked] }, compiled, commands)
    if (decision.kind !== 'look')
      return { progress: decision.why.progress, taken: decision.why.taken.length, decisions }
    const output = { price: 100 + decisions, items: [{ value: 'a', label: 'A' }] }
    looked.push({ action: decision.action, input: {}, outcome: 'done', output, milliseconds: 1 })
    looked.at(-1)!.input = decision.input as Looked['input']
  }
}

type Around = { progress: DialogueProgress | null; heard: Heard; happened: FlowSituation['happened']; turn: number }
const situationOf = ({ progress, heard, happened, turn }: Around): FlowSituation => ({
  progress,
  heard,
  happened,
  surroundings: {
    customer: { id: 'c', name: 'Li', tier: 'gold', region: null, signed_in: true },
    conversation: { id: 'bench', channel: 'web', language: heard.language, page: '/shop/1', turn },
    now: '2026-11-28T10:00:00.000Z',
  },
  quietFor: 1000,
  looked: [],
  actions,
})

/** The same thing three times, as nothing in it changes anything: the middle time is the least disturbed by others. */
function timed<Result>(work: () => Result): { result: Result; milliseconds: number; first: number } {
  const times: number[] = []
  let result: Result
  do {
    const begun = performance.now()
    result = work()
    times.push(performance.now() - begun)
  } while (times.length < rounds)
  const [first] = times
  return { result, milliseconds: times.toSorted((one, other) => one - other)[1]!, first: first! }
}
const rounds = 3

function at(times: number[], share: number): number {
  const sorted = times.toSorted((one, other) => one - other)
  return rounded(sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)]!)
}
const rounded = (value: number) => Math.round(value * 10_000) / 10_000
