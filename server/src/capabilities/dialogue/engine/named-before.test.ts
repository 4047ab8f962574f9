import { FlowSet } from '@lingxi/contract/flow'
import type { DialogueProgress } from '@lingxi/contract/dialogue'
import { expect, test } from 'vitest'
import { compileFlows } from '../flows/compile.ts'
import { decideFlows } from './engine.ts'
import { aHeard, aSituation, begin, both, fill } from './engine.testing.ts'

const flows = compileFlows(
  FlowSet.parse({
    slots: {
      order: { type: 'text', label: both('订单号', 'order number'), ask: both('订单号？', 'Which order?') },
      item: {
        type: 'choice',
        label: both('商品', 'item'),
        ask: both('哪一件？', 'Which item?'),
        choices_from: 'results.found.items',
      },
    },
    flows: {
      give_back: {
        name: both('退货', 'Return'),
        steps: [
          { id: 'order', collect: 'order' },
          { id: 'find', action: 'find', input: { order: 'slots.order' }, into: 'found' },
          { id: 'item', collect: 'item' },
          { id: 'done', say: both('退 {{ slots.item }}。', 'Returning {{ slots.item }}.') },
        ],
      },
    },
  }),
  1,
)
const labelled = (value: string, zh: string, en: string) => ({ value, label: both(zh, en) })
const items = [
  labelled('S1', '棉袜，三双', 'Cotton socks, 3 pairs'),
  labelled('S2', '牛仔裤，蓝色', 'Straight jeans, blue'),
  labelled('S3', '牛仔裤，黑色', 'Straight jeans, black'),
]
const actions = new Map([['find', { name: 'find', effect: 'look' as const, care: 'none' as const }]])
const looked = [
  { action: 'find', input: { order: '11' }, outcome: 'done' as const, output: { items }, milliseconds: 1 },
]

/** A return is asked for in these words, and its order named in the next message. */
function returned(text: string) {
  const language = /\p{Script=Han}/u.test(text) ? ('zh' as const) : ('en' as const)
  let progress: DialogueProgress | null = null
  const say = (heard: string, command: ReturnType<typeof begin>) => {
    const situation = aSituation({ progress, heard: aHeard({ text: heard, language }), actions, looked })
    const decision = decideFlows(situation, flows, [command])
    if (decision.kind !== 'speak') throw new Error(decision.kind)
    progress = decision.why.progress
    return decision.messages.map((message) => message.text).join(' ')
  }
  say(text, begin('give_back'))
  return say('11', fill('order', '11'))
}

test.each([
  ['I want to return the socks', 'Returning S1.'],
  ['我要退袜子，棉袜那几双', '退 S1。'],
  ['the black jeans have to go back', 'Returning S3.'],
])('what was named with the wish is not asked for: %s', (text, said) => expect(returned(text)).toBe(said))

test.each([
  ['I want to return something', 'Which item?'],
  ['我要退牛仔裤', '哪一件？'],
  ["I don't want to return the socks", 'Which item?'],
])('where nothing is named, or several might be, it is asked: %s', (text, said) => expect(returned(text)).toBe(said))
