import { describe, expect, test } from 'vitest'
import { openBackOffice } from './back-office.testing.ts'

type Way = { method?: 'GET' | 'POST' | 'PUT'; body?: object; code: string; status?: number }
const tail = (phone_tail: string, more: object = {}) => ({ phone_tail, ...more })
const address = '上海市静安区延平路 123 号 301 室'
const invoice = { kind: 'personal', title: '个人', email: 'a@mail.example' }

describe('the shop says no, and why', () => {
  test.each<[string, string, Way]>([
    [
      'cancels nothing that is packed',
      '/orders/SG70411003/cancellation',
      { body: tail('3456'), code: 'already_packed' },
    ],
    [
      'cancels nothing that is sent',
      '/orders/SG70411005/cancellation',
      { body: tail('8888'), code: 'already_shipped' },
    ],
    ['cancels nothing twice', '/orders/SG70411023/cancellation', { body: tail('9999'), code: 'already_cancelled' }],
    [
      'changes an address once',
      '/orders/SG70411004/address',
      { method: 'PUT', body: tail('0147', { address }), code: 'changed_before' },
    ],
    [
      'changes no address of what is sent',
      '/orders/SG70411006/address',
      { method: 'PUT', body: tail('0123', { address }), code: 'already_shipped' },
    ],
    [
      'takes nothing back after a week',
      '/orders/SG70411012/items/SG70411012-1/return-quote?phone_tail=0147&reason=no_reason&used=false',
      { method: 'GET', code: 'window_over' },
    ],
    [
      'takes no socks back',
      '/orders/SG70411010/items/SG70411010-2/return-quote?phone_tail=0123&reason=size&used=false',
      { method: 'GET', code: 'intimate' },
    ],
    [
      'takes nothing engraved back',
      '/orders/SG70411026/items/SG70411026-1/return-quote?phone_tail=5678&reason=no_reason&used=false',
      { method: 'GET', code: 'made_to_order' },
    ],
    [
      'takes no opened serum back',
      '/orders/SG70411027/items/SG70411027-1/return-quote?phone_tail=8021&reason=no_reason&used=true',
      { method: 'GET', code: 'opened' },
    ],
    [
      'exchanges for nothing that is sold out',
      '/exchanges',
      {
        body: tail('9999', {
          order_number: 'SG70411033',
          item: 'SG70411033-1',
          reason: 'size',
          used: false,
          size: '40',
        }),
        code: 'no_stock',
      },
    ],
    [
      'sends nothing again that is sold out',
      '/orders/SG70411015/remedies',
      { body: tail('0123', { problem: 'damaged', remedy: 'reship' }), code: 'no_stock' },
    ],
    [
      'hears of damage within two days',
      '/orders/SG70411039/remedies',
      { body: tail('1234', { problem: 'damaged', remedy: 'refund' }), code: 'window_over' },
    ],
    ['invoices nothing after 180 days', '/orders/SG70411028/invoice', { body: tail('3456', invoice), code: 'too_old' }],
    ['invoices nothing twice', '/orders/SG70411029/invoice', { body: tail('8888', invoice), code: 'already_issued' }],
    [
      'wants the tax number of a company',
      '/orders/SG70411043/invoice',
      { body: tail('1234', { ...invoice, kind: 'company' }), code: 'tax_number_needed' },
    ],
    [
      'protects prices for 15 days',
      '/orders/SG70411012/price-protection?phone_tail=0147',
      { method: 'GET', code: 'window_over' },
    ],
    [
      'gives back no difference where there is none',
      '/orders/SG70411036/price-protection',
      { body: tail('0147'), code: 'no_difference' },
    ],
    ['gives no welcome coupon to old friends', '/coupons', { body: { phone: '+8613800138021' }, code: 'not_new' }],
    ['knows no coupon of others', '/coupons/NADA99', { method: 'GET', code: 'unknown_coupon', status: 422 }],
    [
      'gives little by itself',
      '/orders/SG70411030/goodwill',
      { body: tail('0123', { amount: 50, reason: 'late' }), code: 'over_limit' },
    ],
    [
      'withdraws no return that is checked',
      '/orders/SG70411020/return-withdrawal',
      { body: tail('8888'), code: 'too_far' },
    ],
    [
      'asks no courier before it is sent',
      '/orders/SG70411001/inquiries',
      { body: { problem: 'late' }, code: 'not_sent' },
    ],
    ['knows its goods', '/stock?product=submarine', { method: 'GET', code: 'unknown_product', status: 422 }],
  ])('%s', async (_promise, url, { method = 'POST', body, code, status = 409 }) => {
    const { send } = openBackOffice()
    const answer = await send(method, url, { body })
    expect(answer.json()).toEqual({
      code,
      message: { zh: expect.stringMatching(/\p{Script=Han}/u), en: expect.any(String) },
    })
    expect(answer.status).toBe(status)
  })

  test('a request that is not well formed is told apart from a no', async () => {
    const { put } = openBackOffice()
    const answer = await put('/orders/SG70411001/address', { phone_tail: '12', address: 'x', more: 1 })
    expect([answer.status, answer.json().code]).toEqual([400, 'invalid'])
    expect(answer.json().message.en).toContain('phone_tail')
  })
})
