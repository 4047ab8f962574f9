import { api } from '@lingxi/contract/api'
import { beforeAll, expect, it } from 'vitest'
import { aVisitor } from './customers.testing.ts'
import { useServer } from './main.testing.ts'

const server = useServer()
let system: ReturnType<ReturnType<typeof server>['callAs']>
beforeAll(async () => {
  const { call } = await server().signIn('admin')
  system = server().callAs((await call(api.addApiKey, { body: { name: 'the shop' } })).key)
})
const anEvent = (id: string, to: { conversation: string } | { channel: string; customer: string }) => ({
  body: { id, name: 'parcel-delivered', fields: { order: 'LX1' }, to },
})

it('is written into the conversation once, however often it is told, and leaves no turn due', async () => {
  const visitor = await aVisitor(server())
  await visitor.say('你好')
  const conversation = await visitor.conversationId()
  await system(api.tellEvent, anEvent('evt-1', { conversation }))
  await system(api.tellEvent, anEvent('evt-1', { conversation }))
  const person = await server().signIn('staff')
  const log = async () => (await person.call(api.getConversation, { params: { id: conversation } })).events
  await expect.poll(async () => (await log()).filter(({ type }) => type === 'turn-decided').length).toBe(2)
  const events = await log()
  expect(events.filter(({ type }) => type === 'event-received')).toMatchObject([
    { name: 'parcel-delivered', fields: { order: 'LX1' } },
  ])
  expect(events.at(-1)).toMatchObject({ type: 'turn-decided', decision: 'stay-silent' })
})

it('says that there is no such conversation', async () => {
  for (const to of [{ conversation: 'cnv_0' }, { channel: 'web', customer: 'nobody' }])
    await expect(system(api.tellEvent, anEvent('evt-2', to))).rejects.toMatchObject({ code: 'not-found' })
})

it('is not told what the clock alone may tell', async () => {
  const to = { channel: 'web', customer: 'nobody' }
  for (const name of ['silence', 'scheduled', 'time-is-up'])
    await expect(system(api.tellEvent, { body: { id: name, name, fields: {}, to } })).rejects.toMatchObject({
      code: 'invalid-request',
    })
})
