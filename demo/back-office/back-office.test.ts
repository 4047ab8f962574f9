import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { operations } from './all-operations.ts'
import { openBackOffice, testNow } from './back-office.testing.ts'
import { openKept } from './keep.ts'
import { seedShop } from './shop/seed.ts'
import { plusDays } from './shop/words.ts'

const folder = mkdtempSync(join(tmpdir(), 'back-office-'))
afterEach(() => rmSync(join(folder, 'shop.json'), { force: true }))

test('the same moment gives the same shop, with orders in every state', () => {
  const shop = seedShop(testNow)
  expect(shop).toEqual(seedShop(testNow))
  expect(shop.orders.length).toBeGreaterThanOrEqual(60)
  const states = ['cancelled', 'closed', 'completed', 'delivered', 'packed', 'paid', 'shipped', 'unpaid']
  expect([...new Set(shop.orders.map(({ state }) => state))].toSorted()).toEqual(states)
})

test('nobody is let in without the token', async () => {
  const { app } = openBackOffice()
  const answer = await app.inject({ url: '/orders/SG70411005/parcel' })
  expect(answer.statusCode).toBe(401)
})

test('an order is shown to who knows the end of its telephone number', async () => {
  const { get } = openBackOffice()
  const right = await get('/orders/SG70411009?phone_tail=5678')
  expect(right.json()).toMatchObject({ state: 'delivered', days_since_delivered: 3, recipient: '刘**', amount: 458 })
  const wrong = await get('/orders/SG70411009?phone_tail=0000')
  expect([wrong.status, wrong.json().code]).toEqual([422, 'wrong_phone'])
  const unknown = await get('/orders/SG79999999?phone_tail=0000')
  expect([unknown.status, unknown.json().code]).toEqual([422, 'unknown_order'])
  expect(unknown.json().message).toEqual({ zh: expect.stringContaining('SG79999999'), en: expect.any(String) })
})

test('the parcel is told without who and where', async () => {
  const { get } = openBackOffice()
  const { text, json } = await get('/orders/sg70411007/parcel')
  expect(json()).toMatchObject({ sent: true, hours_since_seen: 76, state: 'shipped' })
  expect(text).not.toContain('赵')
  expect(text).not.toContain('成都')
})

test('what is asked for with the same key is done once, and answered the same', async () => {
  const { post, get, record } = openBackOffice()
  const cancel = () => post('/orders/SG70411001/cancellation', { phone_tail: '8021' }, { key: 'run-1' })
  const first = await cancel()
  expect(first.json()).toMatchObject({ refund_amount: 239 })
  expect((await cancel()).text).toBe(first.text)
  expect(await record()).toMatchObject([{ key: 'run-1', operation: 'cancel_order', arrivals: 2 }])
  const refund = await get('/orders/SG70411001/refund?phone_tail=8021')
  expect(refund.json()).toMatchObject({ step: 'refunding', amount: 239 })
  const other = await post('/orders/SG70411002/cancellation', { phone_tail: '0123' }, { key: 'run-1' })
  expect([other.status, other.json().code]).toEqual([422, 'key_reused'])
})

test('nothing is done without a key, nor looked up with one', async () => {
  const { post, record } = openBackOffice()
  const answer = await post('/orders/SG70411001/cancellation', { phone_tail: '8021' }, { key: '' })
  expect([answer.status, answer.json().code]).toEqual([400, 'key_needed'])
  expect(await record()).toEqual([])
})

test('it is there again after a restart, and nothing in it has grown old', async () => {
  const file = join(folder, 'shop.json')
  const first = openBackOffice(openKept(file, testNow))
  await first.post('/orders/SG70411001/cancellation', { phone_tail: '8021' }, { key: 'run-1' })
  const later = plusDays(testNow, 40.2)
  const second = openBackOffice(openKept(file, later), later)
  expect((await second.get('/orders/SG70411001?phone_tail=8021')).json().state).toBe('cancelled')
  expect((await second.get('/orders/SG70411009?phone_tail=5678')).json().days_since_delivered).toBe(3)
  expect(await second.record()).toHaveLength(1)
})

test('the document names every operation, with what it does and how careful one has to be', async () => {
  const { get } = openBackOffice()
  const { openapi, paths, ...document } = (await get('/openapi.json')).json()
  expect(openapi).toBe('3.1.0')
  const described = Object.values<Record<string, Record<string, unknown>>>(paths).flatMap((path) => Object.values(path))
  expect(described.map(({ operationId }) => operationId).toSorted()).toEqual(
    operations.map(({ name }) => name).toSorted(),
  )
  for (const each of described) {
    expect(each['x-lingxi-effect']).toMatch(/^(look|act)$/)
    expect(each['x-lingxi-care']).toMatch(/^(none|confirmation|approval)$/)
  }
  const references = [...JSON.stringify(paths).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, reference]) => reference!)
  for (const reference of references)
    expect(reference.split('/').reduce((at, key) => at[key], document)).toBeTypeOf('object')
  expect(paths['/orders/{order_number}/address'].put).toMatchObject({
    operationId: 'change_address',
    'x-lingxi-care': 'confirmation',
  })
})
