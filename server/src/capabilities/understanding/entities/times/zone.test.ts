import { expect, test } from 'vitest'
import { readShort, saturdayEvening } from './times.testing.ts'
import { createZone } from './zone.ts'

const newYork = createZone('America/New_York')
const clocks = (local: string) => newYork.write(newYork.instantOf(Date.parse(`${local}Z`)))

test('a wall clock says when, summer and winter', () => {
  expect(clocks('2026-01-15T12:00:00')).toBe('2026-01-15T12:00:00-05:00')
  expect(clocks('2026-07-15T12:00:00')).toBe('2026-07-15T12:00:00-04:00')
})

test('a time that is skipped is read by the clock before, one that comes twice is its first', () => {
  expect(clocks('2026-03-08T01:59:00')).toBe('2026-03-08T01:59:00-05:00')
  expect(clocks('2026-03-08T02:30:00')).toBe('2026-03-08T03:30:00-04:00')
  expect(clocks('2026-11-01T01:30:00')).toBe('2026-11-01T01:30:00-04:00')
  expect(clocks('2026-11-01T03:00:00')).toBe('2026-11-01T03:00:00-05:00')
})

test('offsets of half hours and zones south of the equator', () => {
  expect(createZone('Asia/Kolkata').write(Date.parse('2026-11-28T00:00:00Z'))).toBe('2026-11-28T05:30:00+05:30')
  expect(createZone('America/St_Johns').write(Date.parse('2026-11-28T00:00:00Z'))).toBe('2026-11-27T20:30:00-03:30')
  const sydney = createZone('Australia/Sydney')
  expect(sydney.write(sydney.instantOf(Date.parse('2026-10-04T03:30:00Z')))).toBe('2026-10-04T03:30:00+11:00')
})

test('a zone that is unknown is read as UTC', () => {
  expect(createZone('Mars/Olympus').write(0)).toBe('1970-01-01T00:00:00+00:00')
})

test('every hour of a year goes to the wall clock and back', () => {
  const from = Date.parse('2026-01-01T00:00:00Z')
  for (const name of ['America/New_York', 'Europe/London', 'Asia/Shanghai', 'Australia/Lord_Howe']) {
    const zone = createZone(name)
    const lost = Array.from({ length: 8760 }, (_, at) => from + at * 3_600_000).filter(
      (instant) => zone.instantOf(zone.localAt(instant)) !== instant,
    )
    // The hour that comes twice is its first; where clocks move by half an hour, one full hour falls into it too.
    expect(lost.length).toBeLessThanOrEqual(1)
  }
})

test('hours pass while the clock is changed, and days have what they have', () => {
  const beforeSpring = { now: Date.parse('2026-03-07T22:00:00-05:00'), timeZone: 'America/New_York' }
  expect(readShort('in 6 hours', beforeSpring)).toBe('2026-03-08T05:00.. hour')
  expect(readShort('tomorrow', beforeSpring)).toBe('2026-03-08..2026-03-09 day')
  expect(readShort('tomorrow at noon', beforeSpring)).toBe('2026-03-08T12:00.. hour')
  expect(readShort('within 24 hours', beforeSpring)).toBe('2026-03-07T22:00..2026-03-08T23:00 minute')
})

test('what day it is depends on where one is', () => {
  const { now } = saturdayEvening
  expect(readShort('今天', { now, timeZone: 'Pacific/Auckland' })).toBe('2026-11-28..2026-11-29 day')
  const late = Date.parse('2026-11-28T20:00:00+08:00')
  expect(readShort('今天', { now: late, timeZone: 'Pacific/Auckland' })).toBe('2026-11-29..2026-11-30 day')
  expect(readShort('今天', { now: late, timeZone: 'America/Los_Angeles' })).toBe('2026-11-28..2026-11-29 day')
})

test('the last day of a longer month is the last of a shorter one', () => {
  const on31 = { now: Date.parse('2026-03-31T10:00:00+08:00'), timeZone: 'Asia/Shanghai' }
  expect(readShort('一个月前', on31)).toBe('2026-02-28..2026-03-01 day')
  expect(readShort('in 3 months', on31)).toBe('2026-06-30..2026-07-01 day')
  expect(readShort('31号', on31)).toBe('2026-03-31..2026-04-01 day')
})
