import { expect, test } from 'vitest'
import { openBackOffice, testNow } from './back-office.testing.ts'
import { openKept } from './keep.ts'

test('an address changes once, with the postage of where it goes', async () => {
  const { get, put } = openBackOffice()
  const address = '新疆乌鲁木齐市天山区人民路 1 号'
  const quote = await get(`/orders/SG70411001/address-quote?phone_tail=8021&address=${encodeURIComponent(address)}`)
  expect(quote.json()).toEqual({ surcharge: 15, address })
  const changed = await put('/orders/SG70411001/address', { phone_tail: '8021', address })
  expect(changed.json()).toMatchObject({ surcharge: 15 })
  const again = await put('/orders/SG70411001/address', { phone_tail: '8021', address })
  expect(again.json().code).toBe('changed_before')
})

test('silver pays for a return, gold does not, and faults are ours', async () => {
  const { get } = openBackOffice()
  const quote = async (order: string, tail: string, reason: string) =>
    (await get(`/orders/${order}/items/${order}-1/return-quote?phone_tail=${tail}&reason=${reason}&used=false`)).json()
  expect(await quote('SG70411010', '0123', 'no_reason')).toMatchObject({ fee: 10, refund_amount: 249 })
  expect(await quote('SG70411009', '5678', 'no_reason')).toMatchObject({ fee: 0, refund_amount: 329 })
  expect(await quote('SG70411010', '0123', 'quality')).toMatchObject({ fee: 0, refund_amount: 259 })
  expect(await quote('SG70411018', '4321', 'no_reason')).toMatchObject({ pickup: false, fee: 0 })
})

test('a return is opened once and can be withdrawn before it is sent', async () => {
  const { get, post } = openBackOffice()
  const wish = { order_number: 'SG70411010', phone_tail: '0123', item: 'SG70411010-1', reason: 'size', used: false }
  expect((await post('/returns', wish)).json()).toMatchObject({ refund_amount: 249, pickup: { en: '21 Nov' } })
  expect((await post('/returns', wish)).json().code).toBe('already_applied')
  expect((await get('/orders/SG70411010/refund?phone_tail=0123')).json().step).toBe('applied')
  expect((await post('/orders/SG70411010/return-withdrawal', { phone_tail: '0123' })).status).toBe(200)
  expect((await post('/returns', wish)).status).toBe(200)
})

test('an exchange takes the new size from the shelf', async () => {
  const { post, get } = openBackOffice()
  const wish = {
    order_number: 'SG70411010',
    phone_tail: '0123',
    item: 'SG70411010-1',
    reason: 'size',
    used: false,
    size: '40',
  }
  expect((await post('/exchanges', wish)).json()).toMatchObject({ title: { en: 'Canvas Trainers, White, 40' } })
  const stock = await get('/stock?product=canvas%20trainers&colour=White&size=40')
  expect(stock.json()).toMatchObject({
    in_stock: true,
    few: true,
    sizes: expect.arrayContaining([expect.objectContaining({ value: '40', in_stock: 2 })]),
  })
})

test('a colour is known by how people call it', async () => {
  const { get } = openBackOffice()
  const left = async (colour: string) =>
    (await get(`/stock?product=SG-OUT-001&size=M&colour=${encodeURIComponent(colour)}`)).json().in_stock
  expect([await left('Black'), await left('黑'), await left('黑色'), await left('砖红色')]).toEqual([
    false,
    false,
    false,
    true,
  ])
})

test('the difference is paid once', async () => {
  const { get, post } = openBackOffice()
  const check = () => get('/orders/SG70411034/price-protection?phone_tail=8021')
  expect((await check()).json()).toMatchObject({ difference: 40 })
  expect((await post('/orders/SG70411034/price-protection', { phone_tail: '8021' })).json()).toMatchObject({
    amount: 40,
  })
  expect((await check()).json()).toMatchObject({ difference: 0 })
})

test('an invoice is issued, and corrected once', async () => {
  const { get, post, put } = openBackOffice()
  const company = {
    phone_tail: '1234',
    kind: 'company',
    title: '成都建国商贸有限公司',
    tax_number: '91510107MA6ABCDE2X',
    email: 'z@mail.example',
  }
  expect((await post('/orders/SG70411043/invoice', company)).json()).toMatchObject({ amount: 199 })
  expect((await put('/orders/SG70411043/invoice', { ...company, email: 'y@mail.example' })).status).toBe(200)
  expect((await put('/orders/SG70411043/invoice', company)).json().code).toBe('reissued_before')
  expect((await get('/orders/SG70411043/invoice?phone_tail=1234')).json()).toMatchObject({
    issued: true,
    can_be_corrected: false,
  })
})

test('refunds: on time, overdue, being checked', async () => {
  const { get } = openBackOffice()
  const status = async (order: string, tail: string) => (await get(`/orders/${order}/refund?phone_tail=${tail}`)).json()
  expect(await status('SG70411021', '0123')).toMatchObject({ step: 'refunding', overdue: false })
  expect(await status('SG70411022', '1234')).toMatchObject({ step: 'refunding', overdue: true })
  expect(await status('SG70411020', '8888')).toMatchObject({ step: 'checking', expected_by: null })
  expect(await status('SG70411005', '8888')).toMatchObject({ step: 'none' })
})

test.each([
  ['帆布鞋', 'SG-CLO-009'],
  ['羊毛毛衣', 'SG-CLO-002'],
  ['冲锋衣', 'SG-OUT-001'],
  ['wool coat', 'SG-CLO-006'],
  ['hiking shoe', 'SG-OUT-009'],
  ['SG-KIT-001', 'SG-KIT-001'],
])('the shelf knows what a customer calls %s', async (words, sku) => {
  const { get } = openBackOffice()
  expect((await get(`/stock?product=${encodeURIComponent(words)}`)).json()).toMatchObject({ sku })
})

test.each(['40码', 'size 40', 'EU 40', '40'])('a size is known when it is written %s', async (size) => {
  const { get } = openBackOffice()
  const stock = await get(`/stock?product=帆布鞋&size=${encodeURIComponent(size)}`)
  expect(stock.json()).toMatchObject({ in_stock: true, back: null })
})

test('a size for a body, and an honest word for what has none', async () => {
  const { get } = openBackOffice()
  const advice = async (product: string, height: number, weight: number) =>
    (await get(`/size-advice?product=${encodeURIComponent(product)}&height=${height}&weight=${weight}`)).json()
  expect(await advice('牛津纺衬衫', 178, 70)).toMatchObject({ size: 'L' })
  expect(await advice('merino jumper', 162, 50)).toMatchObject({ size: 'S' })
  expect(await advice('linen dress', 190, 90)).toMatchObject({
    size: 'L',
    note: { en: expect.stringContaining('largest') },
  })
  expect(await advice('帆布鞋', 178, 70)).toMatchObject({ code: 'no_letters' })
})

test('a coupon, and what it lacks', async () => {
  const { get, post } = openBackOffice()
  expect((await get('/coupons/dong60?amount=450')).json()).toMatchObject({
    usable: false,
    why: 'too_small',
    missing: 50,
  })
  expect((await get('/coupons/QIU30')).json()).toMatchObject({ why: 'expired' })
  expect((await get('/coupons/JIU10')).json()).toMatchObject({ why: 'used' })
  const given = await post('/coupons', { phone: '+8613500001111' })
  expect((await get(`/coupons/${given.json().code}?amount=300`)).json()).toMatchObject({ why: 'only_for_owner' })
})

test('what was to leave has left, and can no longer be stopped', async () => {
  const keeping = openKept(null, testNow)
  const cancel = (at: string) =>
    openBackOffice(keeping, at).post('/orders/SG70411045/cancellation', { phone_tail: '8021' }, { key: at })
  const parcel = async (at: string) => (await openBackOffice(keeping, at).get('/orders/SG70411045/parcel')).json()
  expect(await parcel('2026-11-20T13:59:59.000Z')).toMatchObject({ state: 'paid', sent: false })
  const tomorrow = '2026-11-21T02:00:00.000Z'
  expect((await cancel(tomorrow)).json().code).toBe('already_shipped')
  expect(await parcel(tomorrow)).toMatchObject({
    state: 'shipped',
    sent: true,
    last_seen: { when: { en: '20 Nov at 22:00' } },
  })
})
