import { expect, it } from 'vitest'
import { createFakeClock } from '../platform/clock/clock.testing.ts'
import { createReadingLine } from './reading-line.ts'

const aLine = () => {
  const clock = createFakeClock()
  const failures: unknown[] = []
  return { clock, failures, readSoon: createReadingLine({ clock, onFailed: (error) => failures.push(error) }) }
}

it('reads one thing at a time, in order, and once what was told again before its turn', async () => {
  const { readSoon } = aLine()
  const read: string[] = []
  let atOnce = 0
  const reading = (key: string) => async () => {
    expect(++atOnce).toBe(1)
    await Promise.resolve()
    atOnce--
    read.push(key)
  }
  for (const key of ['a', 'b', 'c', 'b', 'c']) readSoon(key, reading(key))
  await expect.poll(() => read).toEqual(['a', 'b', 'c'])
  readSoon('a', reading('a'))
  await expect.poll(() => read).toEqual(['a', 'b', 'c', 'a'])
})

it('reads again what was told while it was read', async () => {
  const { readSoon } = aLine()
  const gate = Promise.withResolvers<void>()
  let begun = 0
  const read = async () => {
    begun++
    await gate.promise
  }
  readSoon('a', read)
  readSoon('a', read)
  expect(begun).toBe(1)
  gate.resolve()
  await expect.poll(() => begun).toBe(2)
})

it('reads later what could not be read, after the rest of the line, and rests longer each time', async () => {
  const { readSoon, clock, failures } = aLine()
  const read: string[] = []
  let broken = true
  readSoon('a', async () => {
    if (broken) throw new Error('away')
    read.push('a')
  })
  readSoon('b', async () => read.push('b'))
  await expect.poll(() => failures.length).toBe(1)
  clock.move(1_000)
  await expect.poll(() => [read.length, failures.length]).toEqual([1, 2])
  broken = false
  clock.move(999)
  expect(read).toEqual(['b'])
  clock.move(1)
  await expect.poll(() => read).toEqual(['b', 'a'])
})
