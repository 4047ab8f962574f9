/** Made-up flows of twelve steps each, and made-up turns of customers in them. */
import type { DialogueProgress } from '../../contract/src/dialogue.ts'
import type { Command, FlowSituation, Heard } from '../../server/src/capabilities/dialogue/situation.ts'
import type { Chance } from '../chance.ts'

const both = (zh: string, en: string) => ({ zh, en })

export const actions: FlowSituation['actions'] = new Map([
  ['find', { name: 'find', effect: 'look', care: 'none' }],
  ['change', { name: 'change', effect: 'act', care: 'confirmation' }],
])

export function drawFlows(count: number): object {
  const numbers = Array.from({ length: count }, (_, at) => at)
  return {
    slots: Object.fromEntries(numbers.flatMap(slotsOf)),
    flows: Object.fromEntries(numbers.map((at) => [`flow_${at}`, flowOf(at, count)])),
  }
}

function slotsOf(at: number): [string, object][] {
  const label = both(`内容${at}`, `thing ${at}`)
  const ask = both(`请问内容${at}是？`, `What is thing ${at}?`)
  const choices = ['a', 'b', 'c'].map((value) => ({ value, label: both(`选项${value}`, `Choice ${value}`) }))
  return [
    [`order_${at}`, { type: 'text', label, ask, entities: [`order_${at}`] }],
    [`reason_${at}`, { type: 'choice', label, ask, choices }],
    [
      `amount_${at}`,
      { type: 'number', label, ask, valid: [{ if: 'value > 0 && value < 10000', say: both('太多', 'Too much') }] },
    ],
  ]
}

function flowOf(at: number, count: number): object {
  const [order, reason, amount] = [`order_${at}`, `reason_${at}`, `amount_${at}`]
  const input = { number: `slots.${order}` }
  return {
    name: both(`业务${at}`, `Matter ${at}`),
    if: 'customer.signed_in',
    triggers: [{ intent: `intent_${at}` }],
    steps: [
      { id: 'hello', say: both('好的，{{ customer.name }}。', 'Sure, {{ customer.name }}.') },
      { id: 'order', collect: order },
      { id: 'find', action: 'find', input, into: 'found' },
      {
        id: 'dear',
        branch: [
          { if: 'results.found.price > 1000', then: 'person' },
          { if: 'customer.tier == "gold"', then: 'reason' },
        ],
      },
      { id: 'plain', say: both('请稍等。', 'One moment.') },
      { id: 'reason', collect: reason },
      { id: 'amount', collect: amount },
      {
        id: 'sure',
        confirm: both(`{{ slots.${order} }} {{ slots.${amount} }}？`, `{{ slots.${order} }} {{ slots.${amount} }}?`),
      },
      { id: 'change', action: 'change', input: { ...input, amount: `slots.${amount} * 2` } },
      { id: 'also', branch: [{ if: `slots.${reason} == "c"`, then: 'on' }], else: 'end' },
      { id: 'on', link: `flow_${(at + 1) % count}` },
      { id: 'person', hand_over: { reason: 'dear' } },
    ],
  }
}

/** What a customer says next: mostly what was asked, now and then anything else. */
export function drawTurn(chance: Chance, { progress, count }: { progress: DialogueProgress | null; count: number }) {
  const top = progress?.stack.at(-1)
  const language = chance.happens(0.5) ? ('zh' as const) : ('en' as const)
  const at = Math.floor(chance.between(0, count))
  const heard: Heard = {
    text: language === 'zh' ? `我想办业务${at}，谢谢` : `I want matter ${at}, thanks`,
    language,
    act: 'question',
    signals: [],
    question: `业务${at}`,
    intents: [{ name: `intent_${at}`, probability: 0.9, start: 0, end: 8, because: [] }],
    candidates: [{ name: `intent_${(at + 1) % count}`, probability: 0.3 }],
    outOfScope: false,
    entities: [],
  }
  const happened: FlowSituation['happened'] =
    top?.waits === 'action' && top.run !== undefined
      ? [{ kind: 'performed', runId: top.run, outcome: { kind: 'done', output: { id: at } } }]
      : []
  return { heard, happened, commands: happened.length > 0 ? [] : commandsOf(chance, { top, at }) }
}

type Where = { top: DialogueProgress['stack'][number] | undefined; at: number }
function commandsOf(chance: Chance, { top, at }: Where): Command[] {
  const start: Command = { kind: 'start', flow: `flow_${at}`, score: 0.9, because: 'intent' }
  if (!top) return [start]
  if (chance.happens(0.1)) return [start]
  const number = top.flow.slice('flow_'.length)
  if (chance.happens(0.2)) {
    const correct: Command = { kind: 'correct', slot: `order_${number}`, value: `A${at}` }
    const other = (['cancel', 'repeat', 'help', 'resume'] as const).map((kind) => ({ kind }) as Command)
    return [chance.pick<Command>([correct, { kind: 'knowledge', question: '?' }, ...other])]
  }
  if (top.waits === 'confirmation') return [{ kind: chance.happens(0.8) ? 'affirm' : 'deny' }]
  const value = top.step === 'reason' ? chance.pick(['a', 'b', 'c']) : top.step === 'amount' ? at + 1 : `B${at}`
  return [{ kind: 'fill', slot: `${top.step}_${number}`, value }]
}
