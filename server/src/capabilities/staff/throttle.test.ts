import { expect, it } from 'vitest'
import { createFakeClock } from '../../platform/clock/clock.testing.ts'
import { expectProblem, minute } from './staff.testing.ts'
import { createThrottle } from './throttle.ts'

const fail = async () => undefined
const succeed = async () => 'in'

it('forgets the failures of an account that succeeds, but not of the address', async () => {
  const throttle = createThrottle({ clock: createFakeClock() })
  for (let round = 0; round < 5; round++) {
    for (let count = 0; count < 4; count++) await throttle.attempt({ account: 'a', from: 'x' }, fail)
    expect(await throttle.attempt({ account: 'a', from: 'y' }, succeed)).toBe('in')
  }
  await expectProblem(throttle.attempt({ account: 'b', from: 'x' }, succeed), 'too-many-attempts')
})

it('counts within five minutes, and what was refused unheard is no failure', async () => {
  const clock = createFakeClock()
  const throttle = createThrottle({ clock })
  for (let count = 0; count < 5; count++) {
    await throttle.attempt({ account: 'a' }, fail)
    clock.move(minute / 2)
  }
  await expectProblem(throttle.attempt({ account: 'a' }, fail), 'too-many-attempts')
  clock.move(2.5 * minute)
  expect(await throttle.attempt({ account: 'a' }, succeed)).toBe('in')
})

it('goes on after an attempt that broke, and does not count it', async () => {
  const throttle = createThrottle({ clock: createFakeClock() })
  const broken = throttle.attempt({ account: 'a', from: 'x' }, () => Promise.reject(new Error('no database')))
  const after = throttle.attempt({ account: 'a', from: 'x' }, succeed)
  await expect(broken).rejects.toThrow('no database')
  expect(await after).toBe('in')
  expect(throttle.size()).toBe(0)
})

it('remembers a bounded number, the latest', async () => {
  const throttle = createThrottle({ clock: createFakeClock(), most: 10 })
  for (let count = 0; count < 5; count++) await throttle.attempt({ account: 'kept' }, fail)
  for (let count = 0; count < 9; count++) await throttle.attempt({ account: `${count}` }, fail)
  await expectProblem(throttle.attempt({ account: 'kept' }, fail), 'too-many-attempts')
  await throttle.attempt({ account: 'one more' }, fail)
  expect(throttle.size()).toBe(10)
})
