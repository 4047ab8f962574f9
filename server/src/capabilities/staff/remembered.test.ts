import { expect, it } from 'vitest'
import { createFakeClock } from '../../platform/clock/clock.testing.ts'
import { createRemembered } from './remembered.ts'

function aMemory(most = 10) {
  const clock = createFakeClock()
  return { clock, memory: createRemembered<string>({ clock, milliseconds: 1000, most }) }
}

it('reads once for all who ask within the time', async () => {
  const { clock, memory } = aMemory()
  let reads = 0
  const read = async () => `read ${++reads}`
  expect(await Promise.all([memory.get('a', read), memory.get('a', read)])).toEqual(['read 1', 'read 1'])
  clock.move(999)
  expect(await memory.get('a', read)).toBe('read 1')
  clock.move(1)
  expect(await memory.get('a', read)).toBe('read 2')
})

it('does not keep what was being read when it was forgotten', async () => {
  const { memory } = aMemory()
  const { promise, resolve } = Promise.withResolvers<string>()
  const early = memory.get('a', () => promise)
  memory.forgetWhere((key) => key === 'a')
  resolve('old')
  expect(await early).toBe('old')
  expect(await memory.get('a', async () => 'new')).toBe('new')
})

it('does not keep a failure', async () => {
  const { memory } = aMemory()
  await expect(memory.get('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await memory.get('a', async () => 'yes')).toBe('yes')
})

it('forgets the oldest beyond its size', async () => {
  const { memory } = aMemory(2)
  for (const key of ['a', 'b', 'c']) await memory.get(key, async () => 'first')
  expect(await memory.get('b', async () => 'again')).toBe('first')
  expect(await memory.get('a', async () => 'again')).toBe('again')
})
