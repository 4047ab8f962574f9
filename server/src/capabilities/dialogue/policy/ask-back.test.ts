import { expect, test } from 'vitest'
import { flows, hear, situationOf } from '../commands/commands.testing.ts'
import { askBack } from './ask-back.ts'
import { decideTurn } from './decide-turn.ts'

const state = { owner: 'bot' as const, turn: 3, unknownsInRow: 0, soothedBefore: false }

async function decided(text: string, intents: Record<string, number>, offered: string[] = []) {
  const heard = await hear(text, /\p{Script=Han}/u.test(text) ? 'zh' : 'en', intents)
  const { act, signals, question, language } = heard
  const meaning = { act, confidence: 0.9, anger: 0, signals, question, language }
  const situation = { ...situationOf('idle', heard), offered }
  const turn = decideTurn(situation, flows, { state, meaning, hasModel: false, policy: null })
  return { ...turn, instead: askBack(situation, flows, turn.weighed) }
}
const insteadOf = ({ instead }: Awaited<ReturnType<typeof decided>>) =>
  instead?.message.quickReplies.map(({ label }) => label)

test.each([
  ['这件不合适，怎么弄', { 'return-goods': 0.52, 'exchange-goods': 0.07 }, ['退货', '换货']],
  ['how does this go back', { 'return-goods': 0.45 }, ['Return']],
])('where an answer may not be found, the flows it may be about are ready: %s', async (text, intents, offered) => {
  const turn = await decided(text, intents)
  expect(turn.decision.kind).toBe('answer')
  expect(insteadOf(turn)).toEqual(offered)
})

test.each([
  ['none is likely', '这件不合适，怎么弄', { 'return-goods': 0.2 }, []],
  [
    'it is likelier something that no flow does',
    'how does this go back',
    { 'care-tips': 0.65, 'return-goods': 0.31 },
    [],
  ],
  ['they were offered just before', '这件不合适，怎么弄', { 'return-goods': 0.45 }, ['track', 'invoice']],
])('nothing is offered where %s', async (...[, text, intents, offered]) => {
  expect(insteadOf(await decided(text, intents, offered))).toBeUndefined()
})
