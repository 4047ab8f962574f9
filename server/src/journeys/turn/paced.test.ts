import type { InboundMessage } from '@lingxi/contract/message'
import { expect, it } from 'vitest'
import { createFakeClock } from '../../platform/clock/clock.testing.ts'
import { createPaced } from './paced.ts'
import type { Receive } from './receive.ts'

function start(perMinute: number) {
  const clock = createFakeClock()
  const received: string[] = []
  const receive = (async (_tenantId: string, { externalId }: InboundMessage) => {
    received.push(externalId)
  }) as unknown as Receive
  const paced = createPaced({ receive, perMinute, clock })
  let count = 0
  const say = (customer: string, tenantId = 'tnt') => {
    const message = { channel: 'web', externalId: `m${++count}`, sender: { externalId: customer }, text: 'hi' }
    return paced(tenantId, message).then(
      () => 'received',
      (error: { code?: string }) => error.code,
    )
  }
  return { clock, say, received }
}

it('takes as much as a person says in a minute, and the rest is not written down', async () => {
  const { clock, say, received } = start(2)
  expect([await say('a'), await say('a'), await say('a')]).toEqual(['received', 'received', 'too-many-attempts'])
  expect([await say('b'), await say('a', 'another')]).toEqual(['received', 'received'])
  expect(received).toHaveLength(4)
  clock.move(60_000)
  expect(await say('a')).toBe('received')
})

it('takes whatever comes where nothing is set', async () => {
  const { say } = start(0)
  for (let count = 0; count < 50; count++) expect(await say('a')).toBe('received')
})
