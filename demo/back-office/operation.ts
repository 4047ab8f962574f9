/** One thing the back office can be asked for. The same table is mounted, and described by the OpenAPI document. */
import { z } from 'zod'
import type { Order, Shop } from './shop/shop.ts'
import type { Words } from './shop/words.ts'

/** What the shop says no to, with a reason for the customer. */
export type Refusal = { code: string; message: Words }
export type Outcome = { done: object } | { refused: Refusal }

export type Operation = {
  /** Name of the action and operation id. */
  name: string
  title: Words
  /** For who reads the document: when to use it, and what it does not do. */
  summary: string
  effect: 'look' | 'act'
  care: 'none' | 'confirmation' | 'approval'
  method: 'GET' | 'POST' | 'PUT'
  /** `{name}` stands for a field of the input; the others travel in the query of GET and in the body else. */
  path: string
  input: z.ZodObject
  output: z.ZodObject
  perform: (shop: Shop, input: never, now: string) => Outcome
}

type Written<Input extends z.ZodObject, Output extends z.ZodObject> = Omit<
  Operation,
  'input' | 'output' | 'perform'
> & {
  input: Input
  output: Output
  perform: (shop: Shop, input: z.output<Input>, now: string) => { done: z.input<Output> } | { refused: Refusal }
}

/** Only for the types: what is taken and given is what the schemas say. */
export const operation = <Input extends z.ZodObject, Output extends z.ZodObject>(
  written: Written<Input, Output>,
): Operation => written as Operation

export const refuse = (code: string, zh: string, en: string) => ({ refused: { code, message: { zh, en } } })

/** People write them small and with spaces. */
export const OrderNumber = z
  .string()
  .trim()
  .regex(/^[Ss][Gg]\d{8}$/, 'is an order number such as SG70411001')
  .toUpperCase()
export const PhoneTail = z
  .string()
  .trim()
  .regex(/^\d{4}$/, 'is the last four digits of a telephone')
  .describe('The last four digits of the telephone of the order: shows that it is theirs')
export const ofOrder = { order_number: OrderNumber, phone_tail: PhoneTail }
export const Item = z.string().regex(/^SG\d{8}-\d{1,2}$/, 'is an item of an order such as SG70411009-1')

/** Who names an order has to know the telephone it was placed with. */
export function findOrder(
  shop: Shop,
  { order_number, phone_tail }: { order_number: string; phone_tail: string },
): { order: Order } | { refused: Refusal } {
  const order = shop.orders.find(({ number }) => number === order_number)
  if (!order)
    return refuse(
      'unknown_order',
      `没有查到订单 ${order_number}，请核对一下订单号。`,
      `There is no order ${order_number}. Please check the number.`,
    )
  if (!order.phone.endsWith(phone_tail))
    return refuse(
      'wrong_phone',
      '手机号后四位与下单时留的不一致，为了您的信息安全，暂时不能查看这张订单。',
      'These are not the last four digits of the phone number on the order, so I may not open it.',
    )
  return { order }
}
