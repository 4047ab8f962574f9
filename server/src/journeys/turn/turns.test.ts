import { expect, it } from 'vitest'
import { createFakeClock } from '../../platform/clock/clock.testing.ts'
import { silentLog } from '../../platform/log/log.ts'
import { createTurns } from './turns.ts'

it('does not fail whom nobody waits for when a message is repeated while the database is gone', async () => {
  const gone = () => Promise.reject(new Error('the database is gone'))
  const errors: string[] = []
  const turns = createTurns({
    conversations: { listDue: gone, find: gone, isDue: () => true, knownTurn: () => undefined },
    signals: { follow: () => () => undefined },
    takeTurn: gone,
    giveUp: gone,
    clock: createFakeClock(),
    log: silentLog,
    metrics: { countError: (where) => errors.push(where) },
  })
  await expect(turns.settle('tnt_main', 'cnv_1')).resolves.toBeUndefined()
  expect(errors).toEqual(['turn'])
})
