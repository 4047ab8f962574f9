/** An invented shop's flows, where a conversation may stand in them, and messages as understanding hears them. */
import { FlowSet } from '@lingxi/contract/flow'
import type { DialogueProgress, FlowFrame, FlowValue } from '@lingxi/contract/dialogue'
import type { Language } from '@lingxi/contract/message'
import { createFakeClock } from '../../../platform/clock/clock.testing.ts'
import { createTokens } from '../../../platform/search/tokens.ts'
import { createUnderstanding } from '../../understanding/understanding.ts'
import { compileFlows } from '../flows/compile.ts'
import type { Command, FlowSituation, Heard } from '../situation.ts'
import { readCommands } from './read-commands.ts'

const said = (zh: string, en: string) => ({ zh, en })
const order = { id: 'order', collect: 'order_number' }
const flow = (name: ReturnType<typeof said>, intent: string, steps: unknown[]) => ({
  name,
  triggers: [{ intent }],
  steps,
})

export const flows = compileFlows(
  FlowSet.parse({
    slots: {
      order_number: {
        type: 'text',
        label: said('订单号', 'Order number'),
        ask: said('订单号是多少？', 'What is your order number?'),
        entities: ['order-number'],
        valid: [{ if: 'size(value) >= 6', say: said('订单号至少六位', 'It has six characters at least') }],
      },
      reason: {
        type: 'choice',
        label: said('退货原因', 'Reason'),
        ask: said('为什么退？', 'Why?'),
        choices: [
          {
            value: 'quality',
            label: said('质量问题', 'Faulty'),
            words: ['坏了', '破了', '瑕疵', 'broken', 'damaged', 'defective'],
          },
          {
            value: 'size',
            label: said('尺码不合适', 'Wrong size'),
            words: ['大了', '小了', '不合身', 'too big', 'too small', "doesn't fit"],
          },
          {
            value: 'dislike',
            label: said('不喜欢', "Don't like it"),
            words: ['不想要', 'do not like', 'changed my mind about it'],
          },
          { value: 'unknown', label: said('说不清', 'Other'), words: ['其他'] },
        ],
      },
      insured: { type: 'yes_no', label: said('运费险', 'Insurance'), ask: said('有运费险吗？', 'Is it insured?') },
      amount: {
        type: 'number',
        label: said('金额', 'Amount'),
        ask: said('多少钱？', 'How much?'),
        unit: '元',
        valid: [{ if: 'value > 0.0', say: said('要大于零', 'More than nothing') }],
      },
      pieces: { type: 'number', label: said('件数', 'Quantity'), ask: said('几件？', 'How many?') },
      pickup: { type: 'time', label: said('上门时间', 'Pick-up time'), ask: said('什么时候取？', 'When?') },
      size: {
        type: 'choice',
        label: said('尺码', 'Size'),
        ask: said('换什么码？', 'Which size?'),
        choices: ['S', 'M', 'L', 'XL'].map((value) => ({ value, label: said(`${value}码`, value) })),
      },
      recipient: { type: 'text', label: said('收件人', 'Recipient'), ask: said('谁收？', 'Who receives it?') },
      details: { type: 'text', label: said('问题描述', 'Details'), ask: said('请描述问题', 'Please describe it') },
    },
    flows: {
      return_goods: flow(said('退货', 'Return'), 'return-goods', [
        order,
        ...['reason', 'insured', 'amount', 'pieces', 'pickup'].map((collect) => ({ id: collect, collect })),
        { id: 'sure', confirm: said('确认退货？', 'Return it?') },
      ]),
      exchange: flow(said('换货', 'Exchange'), 'exchange-goods', [
        order,
        { id: 'size', collect: 'size' },
        { id: 'sure', confirm: said('换成这个尺码？', 'Exchange it?') },
      ]),
      refund: flow(said('退款', 'Refund'), 'request-refund', [order, { id: 'sure', confirm: said('确认？', 'Sure?') }]),
      cancel_order: flow(said('取消订单', 'Cancel order'), 'cancel-order', [
        order,
        { id: 'sure', confirm: said('确认取消？', 'Cancel it?') },
      ]),
      track: flow(said('查物流', 'Track order'), 'track-order', [
        order,
        { id: 'say', say: said('在路上', 'On its way') },
      ]),
      invoice: flow(said('开发票', 'Invoice'), 'request-invoice', [
        order,
        {
          id: 'kind',
          ask: said('哪种？', 'Which?'),
          quick_replies: [
            { label: said('个人', 'Personal'), words: ['自己'] },
            { label: said('公司', 'Company'), words: ['单位', 'business'] },
          ],
        },
      ]),
      address: flow(said('改地址', 'Change address'), 'change-address', [
        order,
        { id: 'recipient', collect: 'recipient' },
      ]),
      complaint: flow(said('投诉', 'Complaint'), 'complaint', [{ id: 'details', collect: 'details' }]),
    },
  }),
  1,
)

const frame = (at: `${string}.${string}`, waits: FlowFrame['waits'], filled: string[] = []): FlowFrame => ({
  flow: at.split('.')[0]!,
  step: at.split('.')[1]!,
  waits,
  confirmed: false,
  missed: 0,
  filled,
  results: {},
})
const at = (slots: Record<string, FlowValue>, ...stack: FlowFrame[]): DialogueProgress => ({ version: 1, stack, slots })
const known = { order_number: 'LX2024001', reason: 'quality', insured: true, amount: 200, pieces: 2 }
const asking = (slot: keyof typeof known | 'pickup') => {
  const before = Object.entries(known).slice(0, slot === 'pickup' ? 9 : Object.keys(known).indexOf(slot))
  return at(
    Object.fromEntries(before),
    frame(
      `return_goods.${slot === 'order_number' ? 'order' : slot}`,
      'slot',
      before.map(([name]) => name),
    ),
  )
}
const filled = ['order_number', 'size']

/** Where a conversation may stand. */
export const places = {
  idle: null,
  order: asking('order_number'),
  reason: asking('reason'),
  insured: asking('insured'),
  amount: asking('amount'),
  pieces: asking('pieces'),
  pickup: asking('pickup'),
  sure: at(
    { ...known, pickup: '2026-12-01T00:00:00+08:00' },
    frame('return_goods.sure', 'confirmation', [...Object.keys(known), 'pickup']),
  ),
  size: at({ order_number: 'LX2024001' }, frame('exchange.size', 'slot', ['order_number'])),
  swap: at({ order_number: 'LX2024001', size: 'M' }, frame('exchange.sure', 'confirmation', filled)),
  cancelling: at({ order_number: 'LX2024001' }, frame('cancel_order.sure', 'confirmation', ['order_number'])),
  kind: at({ order_number: 'LX2024001' }, frame('invoice.kind', 'reply', ['order_number'])),
  recipient: at({ order_number: 'LX2024001' }, frame('address.recipient', 'slot', ['order_number'])),
  receiving: at(
    { order_number: 'LX2024001', recipient: 'Li Si' },
    frame('address.sure', 'confirmation', ['recipient']),
  ),
  details: at({}, frame('complaint.details', 'slot')),
  /** The order is asked for in a flow that the return called. */
  called: at({}, frame('return_goods.reason', 'flow'), frame('track.order', 'slot')),
  digressed: at(
    { order_number: 'LX2024001', reason: 'quality' },
    frame('return_goods.insured', 'slot', ['order_number', 'reason']),
    frame('track.say', 'nothing'),
  ),
} satisfies Record<string, DialogueProgress | null>
export type Place = keyof typeof places

/** Where it is said, what is said, the probable intents, and the commands, in short. */
export type Utterance = readonly [place: Place, text: string, expected: string, intents?: Record<string, number>]

const understanding = createUnderstanding({
  tokens: createTokens(),
  clock: createFakeClock(),
  timeZoneOf: async () => 'Asia/Shanghai',
})

export async function hear(text: string, language: Language, intents: Record<string, number> = {}): Promise<Heard> {
  const meaning = await understanding.understand('tnt_1', text, { language })
  const candidates = Object.entries(intents).map(([name, probability]) => ({ name, probability }))
  const recognised = candidates
    .filter(({ probability }) => probability >= 0.5)
    .map(({ name, probability }) => ({ name, probability, start: 0, end: text.length, because: [] }))
  return {
    text,
    language: meaning.language,
    act: meaning.act,
    signals: meaning.signals,
    question: meaning.question,
    intents: recognised,
    candidates,
    outOfScope: candidates.length === 0,
    entities: meaning.entities,
  }
}

export const situationOf = (place: Place, heard: Heard | null): FlowSituation => ({
  progress: places[place],
  heard,
  happened: [],
  surroundings: {
    customer: { id: 'cus_1', name: 'Lin', tier: null, region: null, signed_in: true },
    conversation: { id: 'cnv_1', channel: 'web', language: heard?.language ?? 'zh', page: null, turn: 3 },
    now: '2026-11-28T10:00:00Z',
  },
  quietFor: 5000,
  looked: [],
  actions: new Map(),
})

export const inShort = (commands: Command[]) => commands.map(shorten).join(' + ')

function shorten(command: Command): string {
  switch (command.kind) {
    case 'fill':
    case 'correct':
      return `${command.kind} ${command.slot}=${String(command.value)}`
    case 'miss':
      return command.said === '' ? `miss ${command.slot}` : `miss ${command.slot} (${command.said})`
    case 'choose':
      return `choose ${command.reply}`
    case 'start':
    case 'refuse':
      return `${command.kind} ${command.flow}`
    case 'clarify':
      return `clarify ${command.flows.join(' ')}`
    case 'small-talk':
      return `small-talk ${command.act}`
    default:
      return command.kind
  }
}

export const read = async ([place, text, , intents]: Utterance, language: Language) =>
  inShort(readCommands(situationOf(place, await hear(text, language, intents)), flows))
