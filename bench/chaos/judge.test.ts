/** The judge has to find what it looks for, or a clean verdict says nothing. */
import type { ConversationEvent } from '@lingxi/contract/conversation'
import type { Entry } from '@lingxi/contract/web-channel'
import { expect, test } from 'vitest'
import { judge, type Log } from './judge.ts'
import type { Testimony } from './witness.ts'

const at = '2026-01-01T00:00:00.000Z'
type Brief = Record<string, unknown> & { type: ConversationEvent['type']; turn: number }

const opened: Brief = { type: 'conversation-opened', turn: 0, customerId: 'cus_1' }
const heard = (id: string, turn: number): Brief => ({
  type: 'message-received',
  turn,
  messageId: `msg_${id}`,
  externalId: id,
})
const decided = (turn: number, ...about: string[]): Brief => ({
  type: 'turn-decided',
  turn,
  about: about.map((id) => `msg_${id}`),
})
const answered = (turn: number): Brief => ({ type: 'message-sent', turn, kind: 'answer', speaker: { kind: 'bot' } })
const replied = (turn: number): Brief => ({
  type: 'message-sent',
  turn,
  kind: 'answer',
  speaker: { kind: 'staff', staffId: 'stf_1' },
  text: 'reply 1',
})
const claimed = (turn: number): Brief => ({ type: 'conversation-claimed', turn })

const aLog = (events: Brief[], { id = 'cnv_1', owner = 'bot' } = {}): Log => ({
  id,
  customerId: 'cus_1',
  owner,
  events: events.map((event, place) => ({ at, seq: place + 1, ...event }) as unknown as ConversationEvent),
})
const good = [opened, heard('a', 1), decided(1, 'a'), answered(1), heard('b', 2), decided(2, 'b'), answered(2)]

function aTestimony(seen: number[] | undefined, conversation = 'cnv_1'): Testimony {
  const entries = seen?.map((seq) => ({ cursor: `${conversation}:${seq}` }) as Entry)
  return { name: 'somebody', said: ['a', 'b'], accepted: new Set(['a', 'b']), seen: entries }
}
function verdict(logs: Log[], testimony = aTestimony(undefined), replies: string[] = []) {
  return judge({ logs, testimonies: [testimony], replies }).findings.map(({ kind }) => kind)
}

test('nothing is found where nothing is wrong', () => {
  expect(verdict([aLog(good)], aTestimony([2, 4, 5, 7]))).toEqual([])
  expect(judge({ logs: [aLog(good)], testimonies: [aTestimony([])], replies: [] }).accepted).toBe(2)
})

test('what was accepted and is not in the log is lost', () => {
  expect(verdict([aLog(good.slice(0, 4))])).toEqual(['lost'])
  expect(verdict([aLog(good)], undefined, ['reply 1'])).toEqual(['lost'])
})

test('what was heard and never answered is lost, unless a person has it', () => {
  expect(verdict([aLog(good.slice(0, 5))])).toEqual(['lost'])
  expect(verdict([aLog(good.slice(0, 5), { owner: 'staff' })])).toEqual([])
  expect(verdict([aLog([...good.slice(0, 5), claimed(3), replied(3)])], undefined, ['reply 1'])).toEqual([])
})

test('what a turn passes over is lost, and so is a turn without words', () => {
  const passedOver = [opened, heard('a', 1), heard('b', 2), decided(2, 'b'), answered(2)]
  expect(verdict([aLog(passedOver)])).toEqual(['lost'])
  expect(verdict([aLog(good.slice(0, 6))])).toEqual(['lost'])
})

test('what is heard twice, answered twice, or answered by two in one turn is found', () => {
  const heardTwice = [...good, heard('b', 3), decided(3, 'b'), answered(3)]
  expect(new Set(verdict([aLog(heardTwice)]))).toEqual(new Set(['answeredTwice']))
  expect(verdict([aLog([...good, decided(3, 'b'), answered(3)])])).toEqual(['answeredTwice'])
  expect(verdict([aLog([...good, replied(2)])], undefined, ['reply 1'])).toEqual(['answeredTwice'])
})

test('a hole in the log is found, and what was heard in another order than it was said', () => {
  const log = aLog(good)
  expect(verdict([{ ...log, events: log.events.map((event) => ({ ...event, seq: event.seq + 1 })) }])).toContain(
    'outOfOrder',
  )
  const swapped = [opened, heard('b', 1), heard('a', 2), decided(2, 'a', 'b'), answered(2)]
  expect(verdict([aLog(swapped)])).toEqual(['outOfOrder'])
})

test('an entry that was shown twice, late or never is found, and one that the log does not hold', () => {
  expect(verdict([aLog(good)], aTestimony([2, 4, 4, 5, 7]))).toEqual(['outOfOrder'])
  expect(verdict([aLog(good)], aTestimony([2, 5, 4, 7]))).toEqual(['outOfOrder'])
  expect(verdict([aLog(good)], aTestimony([2, 5, 7]))).toEqual(['outOfOrder'])
  expect(verdict([aLog(good)], aTestimony([2, 4, 5]))).toEqual(['outOfOrder'])
  expect(verdict([aLog(good)], aTestimony([2, 4, 5, 7, 9]))).toEqual(['lost'])
})
