/** A talk in the simulator as a test: what was said and happened, what actions told, and where the bot came to. */
import type { CaseTurn, DialogueCase, Expected, GivenOutcome } from '@lingxi/contract/dialogue-case'
import type { DialogueProgress } from '@lingxi/contract/dialogue'
import type { Json } from '@lingxi/contract/json'
import type { SimulatedTurn } from './use-simulation.ts'

type Talk = Pick<DialogueCase, 'name' | 'language'> & {
  turns: readonly SimulatedTurn[]
  /** What is written where a flow was begun by hand, which no customer can: they say something. */
  titleOf: (flow: string) => string
}

export function caseOfTalk({ name, language, turns, titleOf }: Talk): DialogueCase {
  const groups = grouped(turns)
  const actions = givenIn(turns)
  return {
    name,
    about: 'happy-path',
    language,
    ...(Object.keys(actions).length > 0 && { actions }),
    turns: groups.map((group, place) => ({
      ...beginningOf(group[0]!, titleOf),
      expect: expectedOf(group, groups[place - 1]?.at(-1)?.told.why.progress ?? null),
    })),
  }
}

/** What an action that was asked for came to belongs to the turn that asked for it. */
function grouped(turns: readonly SimulatedTurn[]): SimulatedTurn[][] {
  const groups: SimulatedTurn[][] = []
  for (const turn of turns) {
    const isPerformed = (turn.trial.happened ?? []).some(({ kind }) => kind === 'performed')
    if (isPerformed && groups.length > 0) groups.at(-1)!.push(turn)
    else groups.push([turn])
  }
  return groups
}

function beginningOf({ trial }: SimulatedTurn, titleOf: Talk['titleOf']): Omit<CaseTurn, 'expect'> {
  const event = (trial.happened ?? []).find((each) => each.kind === 'event')
  if (trial.said) return { user: trial.said }
  if (event) return { event: { name: event.name, fields: event.fields as Record<string, Json> } }
  return trial.start ? { user: titleOf(trial.start) } : { pause: durationOf(trial.quietFor ?? 0) }
}

const minute = 60_000
const day = 1440
function durationOf(milliseconds: number): string {
  const minutes = Math.max(1, Math.round(milliseconds / minute))
  return minutes % day === 0 ? `P${minutes / day}D` : `PT${minutes}M`
}

function expectedOf(group: readonly SimulatedTurn[], before: DialogueProgress | null): Expected {
  const told = group.map((turn) => turn.told)
  const whys = told.map(({ why }) => why)
  const handedOver = told.some(({ handOver, otherwise }) => handOver !== null || otherwise === 'hand-off')
  const open = new Set(before?.stack.map(({ flow }) => flow))
  const started = whys.flatMap(({ taken }) => taken).find(({ flow }) => !open.has(flow))?.flow
  const called = whys.flatMap(({ looked = [], requested = [] }) =>
    [...looked, ...requested].map(({ action }) => action),
  )
  const said = told.flatMap(({ messages }) => messages.flatMap(({ text }) => plainLine(text) ?? []))
  return {
    ...(started !== undefined && { started }),
    ...standingIn(handedOver ? null : whys.at(-1)!.progress, before),
    ...(said.length > 0 && { said: said.slice(0, 20) }),
    ...(called.length > 0 && { action: [...new Set(called)].slice(0, 10) }),
    ...(handedOver && { handed_over: true }),
  }
}

/** The flow and the step where it stands, and what is known that was not known so before. */
function standingIn(now: DialogueProgress | null, before: DialogueProgress | null): Expected {
  const here = now?.stack.at(-1)
  if (!now || !here) return { flow: null }
  const slots = Object.entries(now.slots).filter(([slot, value]) => before?.slots[slot] !== value)
  return {
    flow: here.flow,
    step: here.step,
    ...(slots.length > 0 && { slots: Object.fromEntries(slots) }),
  }
}

/** The first line where it is plain: the signs of Markdown are not what a customer reads, and between two strokes it is a pattern. */
function plainLine(text: string): string | undefined {
  const line = text.split('\n')[0]!.trim()
  return line === '' || line.length > 200 || /[*_`#[\]|~\\<>]|^\//.test(line) ? undefined : line
}

/** What each action told, in the order in which it did; what is told again and again stands there once. */
function givenIn(turns: readonly SimulatedTurn[]): NonNullable<DialogueCase['actions']> {
  const asked = new Map(
    turns.flatMap(({ told }) => (told.why.requested ?? []).map(({ runId, action }) => [runId, action] as const)),
  )
  const given: [string, GivenOutcome][] = turns.flatMap(({ told, trial }) => [
    ...(trial.happened ?? []).flatMap((each): [string, GivenOutcome][] => {
      const action = each.kind === 'performed' ? asked.get(each.runId) : undefined
      return each.kind === 'performed' && action !== undefined ? [[action, outcomeOf(each.outcome)]] : []
    }),
    ...(told.why.looked ?? []).map(({ action, outcome, output, reason = '' }): [string, GivenOutcome] => [
      action,
      outcomeOf({ kind: outcome, output, reason }),
    ]),
  ])
  return Object.fromEntries(
    [...Map.groupBy(given, ([action]) => action)].map(([action, all]) => [action, once(all.map(([, told]) => told))]),
  )
}

type Came = { kind: 'done' | 'refused' | 'failed'; output?: unknown; reason?: string }
function outcomeOf({ kind, output: told = null, reason = '' }: Came): GivenOutcome {
  // It came as JSON, or somebody wrote it as such.
  const output = told as Json
  if (kind === 'failed') return { failed: reason || 'failed' }
  return kind === 'refused' ? { refused: reason || 'refused', output } : { output }
}

const mostGiven = 20
function once(told: readonly GivenOutcome[]): GivenOutcome | GivenOutcome[] {
  const texts = told.map((each) => JSON.stringify(each))
  const kept = told.filter((_, place) => texts[place] !== texts[place - 1])
  return kept.length === 1 ? kept[0]! : kept.slice(0, mostGiven)
}
