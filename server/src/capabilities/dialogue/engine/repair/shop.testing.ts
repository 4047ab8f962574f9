/** A few flows of a shop, for the tests of repairs. */
import type { LocalText } from '@lingxi/contract/flow'
import type { Language } from '@lingxi/contract/message'
import { both, talkIn } from '../engine.testing.ts'

const broken = { value: 'broken', label: both('坏了', 'Broken') }
const late = { value: 'late', label: both('太慢', 'Late') }

export const shopFlows = {
  slots: {
    order: {
      type: 'text',
      label: both('订单号', 'order number'),
      ask: both('订单号是多少？', 'What is the order number?'),
      again: both('订单号在“我的订单”里，是一串数字。', 'The order number is the row of digits under My orders.'),
      help: both('有了订单号我才能查到您的订单。', 'I find your order by its number.'),
      valid: [{ if: 'value.matches("^[0-9]+$")', say: both('订单号只有数字。', 'An order number has digits only.') }],
    },
    reason: {
      type: 'choice',
      label: both('原因', 'reason'),
      ask: both('为什么退？', 'Why do you send it back?'),
      choices: [broken, late],
    },
    street: { type: 'text', label: both('新地址', 'new address'), ask: both('新地址是？', 'What is the new address?') },
    email: {
      type: 'text',
      label: both('邮箱', 'e-mail'),
      ask: both('发到哪个邮箱？', 'Which e-mail address?'),
      keep: 'conversation',
    },
  },
  flows: {
    refund: {
      name: both('退款', 'the refund'),
      steps: [
        { id: 'order', collect: 'order' },
        { id: 'find', action: 'find_order', input: { number: 'slots.order' }, into: 'found' },
        {
          id: 'price',
          say: both('这单 {{ results.found.price }} 元。', 'That order was {{ results.found.price }} yuan.'),
        },
        { id: 'thanks', say: both('我来帮您退。', 'Let me help you with that.') },
        { id: 'reason', collect: 'reason' },
        {
          id: 'sure',
          confirm: both(
            '退 {{ slots.order }}（{{ slots.reason }}），对吗？',
            'Refund {{ slots.order }} ({{ slots.reason }}), right?',
          ),
        },
        { id: 'do', action: 'refund', input: { number: 'slots.order', price: 'results.found.price' } },
        { id: 'done', say: both('退好了。', 'Refunded.') },
      ],
    },
    address: {
      name: both('改地址', 'the address change'),
      cancelled: both('地址没有改。', 'The address stays as it is.'),
      steps: [
        { id: 'street', collect: 'street' },
        { id: 'done', say: both('改到 {{ slots.street }} 了。', 'Changed to {{ slots.street }}.') },
      ],
    },
    invoice: {
      name: both('开发票', 'the invoice'),
      steps: [
        { id: 'email', collect: 'email' },
        { id: 'done', say: both('发票发到 {{ slots.email }}。', 'The invoice goes to {{ slots.email }}.') },
      ],
    },
    hours: {
      name: both('营业时间', 'opening hours'),
      steps: [{ id: 'say', say: both('九点到六点。', 'Nine to six.') }],
    },
  },
}

const { flows } = shopFlows
const prices: Record<string, number> = { '11': 100, '22': 250 }

/** `cancelled`: what the refund says where nothing comes of it. `after`: steps that go on when it is done. */
export const shop = (language: Language, cancelled?: LocalText, after: object[] = []) => {
  const refund = { ...flows.refund, ...(cancelled && { cancelled }), steps: [...flows.refund.steps, ...after] }
  return talkIn(
    { ...shopFlows, flows: { ...flows, refund } },
    {
      language,
      actions: { refund: 'confirmation' },
      looks: { find_order: ({ number }) => ({ kind: 'done', output: { price: prices[String(number)] ?? 1 } }) },
    },
  )
}

/** Each test of a repair in both languages. */
export const languages = ['zh', 'en'] as const
/** The words of one of them. */
export const inWords = (language: Language, zh: string, en: string) => (language === 'zh' ? zh : en)
