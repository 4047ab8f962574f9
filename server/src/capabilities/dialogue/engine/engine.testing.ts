/** A conversation with flows, turn by turn, for tests: progress goes from one to the next as the log would carry it. */
import type { Action, ActionOutcome } from '@lingxi/contract/action'
import { type DialogueProgress, DialogueWhy, type Looked } from '@lingxi/contract/dialogue'
import { FlowSet } from '@lingxi/contract/flow'
import type { Language } from '@lingxi/contract/message'
import { compileFlows } from '../flows/compile.ts'
import type { Command, FlowDecision, FlowSituation, Happened, Heard } from '../situation.ts'
import { decideFlows } from './engine.ts'

type Look = (input: Record<string, unknown>) => ActionOutcome
type Given = { language?: Language; actions?: Record<string, Action['care']>; looks?: Record<string, Look> }
type Around = { hoursLater?: number; happened?: Happened[]; heard?: boolean }

export const both = (zh: string, en: string) => ({ zh, en })
export const label = (text: string) => both(text, text)

export const aHeard = (heard: Partial<Heard> = {}): Heard => ({
  text: '',
  language: 'zh',
  act: 'question',
  signals: [],
  question: '',
  intents: [],
  candidates: [],
  outOfScope: false,
  entities: [],
  ...heard,
})

export const aSituation = (situation: Partial<FlowSituation> = {}): FlowSituation => ({
  progress: null,
  heard: aHeard(),
  happened: [],
  surroundings: {
    customer: { id: 'c1', name: 'Li', tier: null, region: null, signed_in: false },
    conversation: { id: 'talk', channel: 'web', language: 'zh', page: null, turn: 1 },
    now: '2026-11-28T10:00:00.000Z',
  },
  quietFor: 0,
  looked: [],
  actions: new Map(),
  ...situation,
})

export type Talk = ReturnType<typeof talkIn>

export function talkIn(flows: object, { language = 'zh', actions = {}, looks = {} }: Given = {}) {
  const compiled = compileFlows(FlowSet.parse(flows), 1)
  const known = new Map<string, Pick<Action, 'name' | 'effect' | 'care'>>()
  for (const [name, care] of Object.entries(actions)) known.set(name, { name, effect: 'act', care })
  for (const name of Object.keys(looks)) known.set(name, { name, effect: 'look', care: 'none' })
  let progress: DialogueProgress | null = null
  let turn = 0
  let last: FlowDecision | undefined

  function decide(commands: Command[], { hoursLater = 0, happened = [], heard = true }: Around = {}): FlowDecision {
    turn++
    const looked: Looked[] = []
    for (;;) {
      const situation = aSituation({
        progress,
        heard: heard ? aHeard({ language }) : null,
        happened,
        quietFor: hoursLater * 3_600_000,
        looked,
        actions: known,
      })
      situation.surroundings.conversation = { ...situation.surroundings.conversation, language, turn }
      situation.surroundings.now = new Date(Date.UTC(2026, 10, 28, 10 + hoursLater)).toISOString()
      const decision = decideFlows(situation, compiled, commands)
      if (decision.kind !== 'look') return settle(decision)
      const { action, input } = decision
      const { kind, ...told } = looks[action]!(input)
      looked.push({ action, input: input as Looked['input'], outcome: kind, output: null, ...told, milliseconds: 1 })
    }
  }

  function settle(decision: FlowDecision): FlowDecision {
    if (decision.kind !== 'look') progress = DialogueWhy.parse(decision.why).progress
    last = decision
    return decision
  }

  return {
    compiled,
    decide,
    /** The customer's commands; back comes all that was said, a message a line. */
    hear: (...commands: Command[]): string => textOf(decide(commands)),
    later: (hoursLater: number, ...commands: Command[]): string => textOf(decide(commands, { hoursLater })),
    happen: (...happened: Happened[]): string => textOf(decide([], { happened, heard: false })),
    /** The action that was asked for last came to this. */
    perform: (outcome: ActionOutcome): string => {
      const runId = progress!.stack.findLast(({ run }) => run !== undefined)!.run!
      return textOf(decide([], { happened: [{ kind: 'performed', runId, outcome }], heard: false }))
    },
    start: (flow: string): string => textOf(decide([begin(flow)])),
    get progress() {
      return progress
    },
    get last() {
      return last!
    },
    get why() {
      return last!.kind === 'look' ? undefined : (last as Exclude<FlowDecision, { kind: 'look' }>).why
    },
    get requested() {
      return this.why?.requested ?? []
    },
    get buttons() {
      return messagesOf(last!).flatMap(({ quickReplies }) => quickReplies.map(({ text }) => text))
    },
  }
}

export const begin = (flow: string): Command => ({ kind: 'start', flow, score: 0.9, because: 'intent' })
export const fill = (slot: string, value: string | number | boolean): Command => ({ kind: 'fill', slot, value })

function messagesOf(decision: FlowDecision) {
  if (decision.kind === 'speak') return decision.messages
  if (decision.kind === 'clarify') return [decision.message]
  return decision.kind === 'aside' && decision.resume ? [decision.resume] : []
}
const textOf = (decision: FlowDecision) =>
  messagesOf(decision)
    .map(({ text }) => text)
    .join('\n')
