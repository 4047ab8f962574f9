import { expect, it } from 'vitest'
import { createFakeClock } from '../../platform/clock/clock.testing.ts'
import { silentLog } from '../../platform/log/log.ts'
import { createFollowGraph } from './follow-graph.ts'

type Parts = Parameters<typeof createFollowGraph>[0]

/** A model that is away until it is back; `asked` counts how often it was tried. */
function start() {
  const clock = createFakeClock()
  const model = { asked: 0, isBack: false }
  const knowledge = { get: async (_: string, id: string) => ({ id }) } as unknown as Parts['knowledge']
  const graph = {
    read: async () => undefined,
    readFurther: async () => (model.asked++, model.isBack ? 'done' : 'failed'),
  } as unknown as Parts['graph']
  const follow = createFollowGraph({ graph, knowledge, clock, log: silentLog })
  const asked = (times: number) => expect.poll(() => model.asked).toBe(times)
  return { clock, model, follow, asked }
}

it('a model that is away is left alone for a while, and everything is read once it is back', async () => {
  const { clock, model, follow, asked } = start()
  follow.changed('tnt', ['art_1', 'art_2'])
  await follow.idle()
  await asked(1)
  clock.move(14_000)
  await Promise.resolve()
  expect(model.asked).toBe(1)
  clock.move(1_000)
  await asked(2)
  model.isBack = true
  clock.move(30_000)
  await follow.idleFurther()
  expect(model.asked).toBe(4)
})

it('nobody waits for a model that is away when the process ends', async () => {
  const { follow, asked } = start()
  follow.changed('tnt', ['art_1'])
  await asked(1)
  await follow.stop()
})
