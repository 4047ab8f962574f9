import { Slot } from '@lingxi/contract/guide'
import { expect, it } from 'vitest'
import { readSlot } from './read-slot.ts'

const amount = Slot.parse({ name: 'amount', label: 'Amount', ask: 'How much?', type: 'number', unit: '元' })
const kilo = Slot.parse({ name: 'weight', label: 'Weight', ask: 'How heavy?', type: 'number', unit: 'kg' })
const member = Slot.parse({ name: 'member', label: 'Member', ask: 'Are you a member?', type: 'yes-no' })

it.each([
  [amount, '大概三百五吧', true, 350],
  [amount, '1,299.5元', false, 1299.5],
  [amount, '订单 12345678，一共 80 元', false, 80],
  [amount, '我 11 月买的', false, undefined],
  [amount, '不知道', true, undefined],
  [kilo, 'about 2.5 kg', false, 2.5],
  [member, '是的', true, 'yes'],
  [member, '没错', true, 'yes'],
  [member, '还没有', true, 'no'],
  [member, 'not yet', true, 'no'],
  [member, 'Yep!', true, 'yes'],
  [member, '是的，去年办的会员卡', true, 'yes'],
  [member, '对了，你们几点关门', true, undefined],
  [member, '不知道', true, undefined],
  [member, '明天再说', true, undefined],
] as const)('reads %o out of %s', (...[slot, text, only, expected]) => {
  expect(readSlot(slot, text, { language: 'zh', only })).toBe(expected)
})
