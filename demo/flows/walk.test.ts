/** The demo's flows, walked from end to end over the back office: what they say is whole, and what they do is done once. */
import { afterEach, describe, expect, test } from 'vitest'
import { talkWithShop } from './walk.testing.ts'

let talk = talkWithShop()
const open = (...given: Parameters<typeof talkWithShop>) => (talk = talkWithShop(...given))
/** No expression failed, and no value was missing in what was said. */
afterEach(() => expect(talk.faults).toEqual([]))

describe.each(['zh', 'en'] as const)('in %s', (language) => {
  const is = (zh: string, en: string) => (language === 'zh' ? zh : en)

  test('a parcel on its way, and one that nobody knows', () => {
    open({ language })
    talk.start('where_is_my_order')
    expect(talk.say('order_number', 'SG79999999')).toContain('SG79999999')
    const said = talk.say('order_number', 'SG70411005')
    expect(said).toContain(is('在路上，顺丰速运', 'on its way with SF Express'))
    expect(said).not.toMatch(/\{|undefined|null/)
    expect(talk.open).toBeNull()
  })

  test('a parcel that does not move is asked after', () => {
    open({ language })
    talk.start('where_is_my_order')
    talk.say('order_number', 'SG70411007')
    expect(talk.choose(0)).toContain('CJ7020')
    expect(talk.done).toEqual(['open_inquiry'])
  })

  test('a late parcel brings a little money back', () => {
    open({ language })
    talk.start('parcel_late')
    talk.say('order_number', 'SG70411030')
    talk.choose(0)
    talk.say('phone_tail', '0123')
    expect(talk.yes()).toContain(is('¥10 会在', 'The ¥10 reach'))
    expect(talk.done).toEqual(['open_inquiry', 'give_goodwill'])
  })

  test('a lost parcel goes to a person', () => {
    open({ language })
    talk.start('parcel_late')
    talk.say('order_number', 'SG70411040')
    expect(talk.handedOver).toBe('parcel-lost')
    expect(talk.done).toEqual(['open_inquiry', 'open_ticket'])
  })

  test('delivered, and not here', () => {
    open({ language })
    talk.start('parcel_not_received')
    talk.say('order_number', 'SG70411016')
    expect(talk.choose(0)).toContain('CJ7020')
    expect(talk.done).toEqual(['open_inquiry', 'open_ticket'])
  })

  test('an address changes after a yes, with what it costs', () => {
    open({ language })
    talk.start('change_address')
    talk.order('SG70411001', '8021')
    expect(talk.say('new_address', '新疆乌鲁木齐市天山区人民路 1 号')).toContain('¥15')
    expect(talk.done).toEqual([])
    expect(talk.yes()).toContain('人民路')
    expect(talk.done).toEqual(['change_address'])
  })

  test('an order is cancelled after a yes, and kept after a no', () => {
    open({ language })
    talk.start('cancel_order')
    talk.order('SG70411041', '9999')
    expect(talk.no()).toContain(is('保持不变', 'stays'))
    talk.start('cancel_order')
    expect(talk.yes()).toContain('¥298')
    expect(talk.done).toEqual(['cancel_order'])
  })

  test('a return takes one of two items, and tells the money before it is opened', () => {
    open({ language })
    talk.start('return_goods')
    talk.order('SG70411010', '0123')
    talk.say('item', 'SG70411010-1')
    talk.say('return_reason', 'no_reason')
    expect(talk.say('used', false)).toContain('¥249')
    expect(talk.yes()).toContain('RT7020')
    expect(talk.done).toEqual(['request_return'])
  })

  test('a return that comes too late is told why', () => {
    open({ language })
    talk.start('return_goods')
    talk.order('SG70411011', '9999')
    expect(talk.say('return_reason', 'no_reason')).toContain(is('期限已经过了', 'have passed'))
    expect(talk.open).toBeNull()
  })

  test('damage that is told in time leads from the return to the remedy', () => {
    open({ language })
    talk.start('return_goods')
    talk.order('SG70411015', '0123')
    talk.say('return_reason', 'damaged')
    expect(talk.open).toBe('parcel_damaged')
    talk.say('parcel_problem', 'damaged')
    talk.say('remedy', 'reship')
    expect(talk.yes()).toContain(is('没有库存', 'none left'))
    talk.choose(0)
    expect(talk.yes()).toContain('¥219')
    expect(talk.done).toEqual(['remedy_parcel', 'remedy_parcel'])
  })

  test('an exchange, and a size that is sold out', () => {
    open({ language })
    talk.start('exchange_size')
    talk.order('SG70411032', '0147')
    talk.say('new_size', '31')
    talk.say('used', false)
    expect(talk.yes()).toContain('EX7020')
    open({ language })
    talk.start('exchange_size')
    talk.order('SG70411033', '9999')
    talk.say('new_size', '40')
    talk.say('used', false)
    expect(talk.yes()).toContain(is('没有货', 'sold out'))
    talk.choose(2)
    expect(talk.open).toBeNull()
  })

  test('refunds on time and overdue', () => {
    open({ language })
    talk.start('refund_progress')
    expect(talk.order('SG70411021', '0123')).toContain('¥159')
    open({ language })
    talk.start('refund_progress')
    expect(talk.order('SG70411022', '1234')).toContain('RF70411022')
    expect(talk.done).toEqual(['open_ticket'])
  })

  test('an invoice to a company, and then a corrected one', () => {
    open({ language })
    talk.start('invoice')
    talk.order('SG70411043', '1234')
    talk.say('invoice_kind', 'company')
    talk.say('invoice_title', '成都建国商贸有限公司')
    talk.say('tax_number', '91510107MA6ABCDE2X')
    expect(talk.say('invoice_email', 'z@mail.example')).toContain('91510107MA6ABCDE2X')
    expect(talk.yes()).toContain('¥199')
    talk.start('correct_invoice')
    expect(talk.say('invoice_kind', 'personal')).not.toMatch(/undefined|null/)
    talk.say('invoice_email', 'y@mail.example')
    talk.yes()
    expect(talk.done).toEqual(['issue_invoice', 'reissue_invoice'])
  })

  test('the difference of a price', () => {
    open({ language })
    talk.start('price_protection')
    expect(talk.order('SG70411034', '8021')).toContain('¥40')
    expect(talk.yes()).toContain('JB7020')
  })

  test('coupons: one that is too small, one that is new', () => {
    open({ language })
    talk.start('coupon_check')
    talk.say('coupon_code', 'DONG60')
    expect(talk.say('coupon_amount', 450)).toContain('¥50')
    talk.start('get_coupon')
    talk.choose(0)
    expect(talk.say('phone', '+8613500001111')).toContain('XR7020')
  })

  test('stock, a notice, and a size', () => {
    open({ language })
    talk.start('stock')
    expect(talk.say('product', '帆布鞋')).toContain('¥259')
    talk.hear(
      { kind: 'start', flow: 'stock', score: 1, because: '' },
      { kind: 'fill', slot: 'stock_size', value: '40' },
    )
    talk.say('product', '徒步鞋')
    talk.choose(0)
    expect(talk.say('phone', '+8613500001111')).toContain(is('一到货', 'as soon as'))
    talk.start('size_advice')
    talk.say('product', '牛津纺衬衫')
    talk.say('height', 178)
    expect(talk.say('weight', 70)).toMatch(/\bL\b/)
  })

  test('a complaint, in the words of the customer', () => {
    open({ language })
    talk.start('complaint')
    talk.say('complaint_about', 'delivery')
    expect(talk.say('complaint_text', is('把箱子扔在地上', 'threw the box'))).toContain('TS7020')
    talk.choose(0)
    expect(talk.handedOver).toBe('complaint')
  })

  test.each([
    [15, 'give_goodwill'],
    [150, 'compensate'],
  ])('a claim of ¥%d goes by %s', (amount, action) => {
    open({ language })
    talk.start('compensation')
    talk.order('SG70411030', '0123')
    talk.say('claim_reason', is('耽误了生日', 'missed the birthday'))
    talk.say('claim_amount', amount)
    expect(talk.yes()).toContain(`¥${amount}`)
    expect(talk.done).toEqual([action])
  })

  test('a big claim is for a person', () => {
    open({ language })
    talk.start('compensation')
    talk.order('SG70411040', '4321')
    talk.say('claim_reason', is('全丢了全丢了', 'all of it is lost'))
    talk.say('claim_amount', 3297)
    expect([talk.handedOver, talk.done]).toEqual(['big-claim', ['open_ticket']])
  })

  test('money that does not add up, and a fault in use', () => {
    open({ language })
    talk.start('money_wrong')
    talk.order('SG70411044', '0123')
    expect(talk.handedOver).toBe('money-wrong')
    open({ language })
    talk.start('faulty_product')
    talk.order('SG70411013', '6666')
    talk.choose(0)
    expect(talk.done).toEqual(['open_ticket'])
    open({ language })
    talk.start('faulty_product')
    expect(talk.order('SG70411012', '0147')).toContain('¥499')
  })

  test('whose order it is has to be shown, three times at most', () => {
    open({ language })
    talk.start('cancel_order')
    talk.say('order_number', 'SG70411041')
    for (const tail of ['1111', '2222'])
      expect(talk.say('phone_tail', tail)).toContain(is('不一致', 'not the last four'))
    talk.say('phone_tail', '3333')
    expect(talk.handedOver).toBe('order-not-verified')
  })

  test('where the back office does not answer, nothing is said to be done', () => {
    open({ language, broken: ['cancel_order'] })
    talk.start('cancel_order')
    talk.order('SG70411041', '9999')
    expect(talk.yes()).toContain(is('不确定', 'cannot say'))
    expect(talk.handedOver).toBe('back-office-down')
  })
})
