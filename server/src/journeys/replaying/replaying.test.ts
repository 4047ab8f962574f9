import type { ConversationEvent } from '@lingxi/contract/conversation'
import type { RecordedConversation } from '@lingxi/contract/recording'
import { expect, test } from 'vitest'
import { recordedTurns, type TurnOutcome } from './recorded-turns.ts'
import { replay, type TakeAgain } from './replaying.ts'
import type { TakenTurn } from './take-again.ts'

const at = '2026-11-20T02:00:00.000Z'
const why = { act: 'question', confidence: 1, language: 'en', reason: 'asked', signals: [] } as const

const saying = (text: string): TurnOutcome['messages'] => [
  { messageId: 'msg_1', kind: 'answer', speaker: { kind: 'bot', name: 'Bot' }, text, citations: [], quickReplies: [] },
]

/** A conversation in which each text was answered with itself, twice. */
function talk(id: string, texts: string[], more: Partial<TurnOutcome['why']> = {}): RecordedConversation {
  const opened = { type: 'conversation-opened', channel: 'web', customerId: 'cus_1', customerName: '', language: 'en' }
  const told = texts.flatMap((text, place) => {
    const turn = place + 1
    return [
      { type: 'message-received', messageId: `msg_${turn}`, externalId: `said_${turn}`, text, turn },
      { type: 'turn-decided', about: [`msg_${turn}`], decision: 'answer', why: { ...why, ...more }, turn },
      { type: 'message-sent', ...saying(`${text} ${text}`)[0], turn },
    ]
  })
  const events = [{ ...opened, turn: 0 }, ...told].map((event, place) => ({ ...event, seq: place + 1, at }))
  const customer = { id: 'cus_1', name: '', channel: 'web', externalId: '', region: null, signedIn: false, tier: null }
  return { kind: 'conversation', id, customer, events: events as ConversationEvent[] }
}

/** As it was recorded, but for texts that this names. */
const otherwise =
  (changes: Record<string, (outcome: TurnOutcome) => TakenTurn>): TakeAgain =>
  async (_tenantId, { said, outcome }) =>
    changes[said]?.(outcome) ?? { kind: 'said', outcome }

const conversations = [talk('cnv_1', ['one', 'two']), talk('cnv_2', ['two', 'three'])]

test('a turn is read from its log: what was said, what came of it, and the state before it', () => {
  const [first, second] = [...recordedTurns(conversations[0]!)]
  expect(first).toMatchObject({ said: 'one', at: Date.parse(at), outcome: { decision: 'answer', handOff: null } })
  expect(second).toMatchObject({ said: 'two', state: { turn: 2 }, outcome: { messages: [{ text: 'two two' }] } })
  expect(second?.events).toHaveLength(5)
})

test('nothing is told where nothing is otherwise, in whatever order keys come and however long it took', async () => {
  const anew = (outcome: TurnOutcome): TakenTurn => ({
    kind: 'said',
    outcome: {
      ...outcome,
      why: {
        milliseconds: { decide: 9 },
        signals: [],
        reason: 'asked',
        language: 'en',
        confidence: 1,
        act: 'question',
      },
    },
  })
  const report = await replay('tnt', [{ conversations, after: otherwise({ one: anew, two: anew }) }])
  const unlisted = { open: 0, told: 0 }
  expect(report).toEqual({
    of: 2,
    conversations: 2,
    turns: 4,
    identical: 4,
    changed: 0,
    leftOut: 0,
    groups: [],
    unlisted,
  })
})

test('the same change is one group, the gravest first, each with what it was and what it is', async () => {
  const after = otherwise({
    one: (outcome) => ({ kind: 'said', outcome: { ...outcome, messages: saying('uno') } }),
    two: (outcome) => ({ kind: 'said', outcome: { ...outcome, decision: 'hand-off', handOff: 'asked' } }),
    three: () => ({ kind: 'look-not-recorded', action: 'find_order', input: {} }),
  })
  const { groups, unlisted: _, ...figures } = await replay('tnt', [{ conversations, after }])
  expect(figures).toEqual({ of: 2, conversations: 2, turns: 4, identical: 0, changed: 4, leftOut: 0 })
  expect(
    groups.map(({ kind, before, after: became, turns, conversations: of }) => [kind, before, became, turns, of]),
  ).toEqual([
    ['look-not-recorded', null, 'find_order', 1, 1],
    ['hand-over-gained', 'answer', 'asked', 2, 2],
    ['wording', 'answer', null, 1, 1],
  ])
  expect(groups[2]?.examples[0]).toMatchObject({ said: 'one', before: { text: 'one one' }, after: { text: 'uno' } })
})

test('where its time is up in the middle of a conversation, it says how many there were and how many it took', async () => {
  let turns = 0
  const limit = { of: 2, mayGoOn: () => turns++ < 3 }
  const report = await replay('tnt', [{ conversations, after: otherwise({}) }], limit)
  expect(report).toMatchObject({ of: 2, conversations: 1, turns: 3, identical: 3 })
})

test('kinds of change past those listed are counted, the grave ones apart', async () => {
  const texts = Array.from({ length: 210 }, (_, number) => `text ${number}`)
  const looking = (text: string) => (): TakenTurn => ({ kind: 'look-not-recorded', action: text, input: {} })
  const after = otherwise({
    ...Object.fromEntries(texts.map((text) => [text, looking(text)])),
    last: (outcome) => ({ kind: 'said', outcome: { ...outcome, messages: saying('other words') } }),
  })
  const many = [talk('cnv_5', [...texts, 'last'])]
  const { groups, unlisted } = await replay('tnt', [{ conversations: many, after }])
  expect(groups).toHaveLength(200)
  expect(unlisted).toEqual({ open: 10, told: 1 })
})

test('what a model wrote is left out and counted unless one writes again, and where the bot broke down it always is', async () => {
  const written = [talk('cnv_3', ['one'], { writer: 'model' }), talk('cnv_4', ['one'], { reason: 'bot-failed' })]
  const after = otherwise({ one: () => ({ kind: 'silent' }) })
  expect(await replay('tnt', [{ conversations: written, after }])).toMatchObject({ turns: 0, leftOut: 2, groups: [] })
  const withModel = await replay('tnt', [{ conversations: written, after, withModel: true }])
  expect(withModel).toMatchObject({ turns: 1, changed: 1, leftOut: 1, groups: [{ kind: 'silent' }] })
})

test('what is compared may be the version of today in place of what was recorded', async () => {
  const today = otherwise({ one: (outcome) => ({ kind: 'said', outcome: { ...outcome, messages: saying('uno') } }) })
  expect(await replay('tnt', [{ conversations, before: today, after: today }])).toMatchObject({ turns: 4, changed: 0 })
})
