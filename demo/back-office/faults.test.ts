import { expect, test } from 'vitest'
import { openBackOffice } from './back-office.testing.ts'

const parcel = '/orders/SG70411005/parcel'
const cancel = '/orders/SG70411001/cancellation'
const body = { phone_tail: '8021' }

test('a fault strikes the operation it is set for, as often as it is set', async () => {
  const { get, post } = openBackOffice()
  await post('/faults', { track_order: { kind: 'error', times: 1 } })
  expect((await get('/orders/SG70411005?phone_tail=8888')).status).toBe(200)
  expect((await get(parcel)).status).toBe(500)
  expect((await get(parcel)).status).toBe(200)
})

test('all faults are taken back at once', async () => {
  const { get, post, send } = openBackOffice()
  await post('/faults', { '*': { kind: 'error' } })
  expect((await get(parcel)).status).toBe(500)
  await send('DELETE', '/faults')
  expect((await get(parcel)).status).toBe(200)
})

test('what arrives twice is done once', async () => {
  const { post, record } = openBackOffice()
  const answer = await post(cancel, body, { headers: { 'x-fault': 'twice' } })
  expect(answer.status).toBe(200)
  expect(await record()).toMatchObject([{ operation: 'cancel_order', arrivals: 2 }])
})

test('an error does nothing; silence has done it', async () => {
  const { post, app, record } = openBackOffice()
  expect((await post(cancel, body, { headers: { 'x-fault': 'error' } })).status).toBe(500)
  expect(await record()).toEqual([])
  void post(cancel, body, { key: 'run-1', headers: { 'x-fault': 'silent' } }).catch(() => undefined)
  await expect.poll(record).toMatchObject([{ key: 'run-1' }])
  expect((await post(cancel, body, { key: 'run-1' })).json()).toMatchObject({ refund_amount: 239 })
  await app.close()
})

test('a page of a proxy and a body without end', async () => {
  const { get } = openBackOffice()
  const page = await get(parcel, { headers: { 'x-fault': 'html' } })
  expect(page.type).toContain('text/html')
  const huge = await get(parcel, { headers: { 'x-fault': 'huge' } })
  expect(huge.text.length).toBeGreaterThan(60 * 1024 * 1024)
})

test('slow is as slow as it is set', async () => {
  const { get } = openBackOffice()
  const began = performance.now()
  expect((await get(parcel, { headers: { 'x-fault': 'slow 60' } })).status).toBe(200)
  expect(performance.now() - began).toBeGreaterThan(55)
})

test('a fault that does not exist is refused', async () => {
  const { post } = openBackOffice()
  expect((await post('/faults', { track_order: { kind: 'sulk' } })).status).toBe(400)
})
