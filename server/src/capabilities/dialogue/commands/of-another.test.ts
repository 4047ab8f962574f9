/** What is said of another thing than the flow was about: after it ended, in the middle of it, or beside a wish. */
import { expect, test } from 'vitest'
import { flows, hear, inShort, type Place, situationOf } from './commands.testing.ts'
import { readCommands } from './read-commands.ts'

type Said = { at?: Place; ended?: string; intents?: Record<string, number> }
async function read(text: string, { at = 'idle', ended, intents = {} }: Said) {
  const heard = await hear(text, /\p{Script=Han}/u.test(text) ? 'zh' : 'en', intents)
  return inShort(readCommands({ ...situationOf(at, heard), ended }, flows))
}

test.each([
  '谢谢，那LX2024555呢',
  '不对，是另一个订单，LX2024555',
  'great thanks, and LX2024555?',
  'sorry, wrong one, i meant LX2024555',
])('%s: the flow that has ended is begun again for it', async (text) => {
  expect(await read(text, { ended: 'track' })).toBe('start track + fill order_number=LX2024555')
})

test.each(['LX2024555', '我想换LX2024555的尺码呢', 'what is LX2024555'])(
  '%s: begins nothing anew by itself',
  async (text) => {
    expect(await read(text, { ended: 'track' })).not.toContain('start track')
  },
)

test('nothing has ended: nothing is begun', async () => {
  expect(await read('那LX2024555呢', {})).not.toContain('start')
})

test('another matter with its own order is no correction of the open one', async () => {
  const told = 'actually first tell me where order LX2024777 is'
  const said = await read(told, { at: 'reason', intents: { 'track-order': 0.8 } })
  expect(said).toContain('start track')
  expect(said).not.toContain('correct')
})

test('another value behind a word that breaks off is a correction', async () => {
  expect(await read('算了，还是换 L 吧', { at: 'swap' })).toBe('correct size=L')
  expect(await read('算了', { at: 'swap' })).toBe('cancel')
})

test('what the question ends with, said again, is a yes', async () => {
  expect(await read('退货吧', { at: 'sure' })).toBe('affirm')
  expect(await read('不退货', { at: 'sure' })).not.toBe('affirm')
})

test('a number that is for another slot is no text', async () => {
  expect(await read('LX2024777', { at: 'recipient' })).not.toContain('fill recipient')
})

test('who begins a flow and asks what holds gets both', async () => {
  const both = { 'return-goods': 0.8 }
  expect(await read('我要退订单LX2024777。你们店几点开门？', { intents: both })).toMatch(/start return_goods/)
})
