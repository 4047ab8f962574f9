/** What the shop teaches beside the packs, tried on what customers write. */
import { expect, test } from 'vitest'
import { createTaughtPatterns } from '../capabilities/understanding/entities/taught-patterns.ts'
import { readDemoWords } from './demo-words.ts'

const { patterns, entries } = readDemoWords()
const taught = createTaughtPatterns(patterns)
const read = (text: string) =>
  [
    ...new Set(
      taught.read(text.toLowerCase()).map(({ type, value }) => `${type} ${value.kind === 'text' && value.text}`),
    ),
  ].toSorted()

test('all of it can be run', () => {
  expect(taught.refused).toEqual([])
})

test.each([
  ['8021', ['phone-tail 8021']],
  ['尾号8021', ['phone-tail 8021']],
  ['说错了，是9999', ['phone-tail 9999']],
  ['0147 are the last digits', ['phone-tail 0147']],
  ['typo, 0123', ['phone-tail 0123']],
  ['SG70411022，尾号1234', ['phone-tail 1234']],
  ['2026年买的', []],
  ['13812345678', []],
  ['SG70411005', []],
  ['我的券QIU30怎么用不了', ['coupon-code QIU30']],
  ['is coupon dong60 still good', ['coupon-code DONG60']],
  ['我身高178体重70', ['height 178', 'weight 70']],
  ["i'm 178 cm and 70 kg", ['height 178', 'weight 70']],
  ['168，55公斤', ['height 168', 'weight 55']],
  ['170/65', ['height 170', 'weight 65']],
  ['120斤', []],
])('%s', (text, expected) => expect(read(text)).toEqual(expected))

test('every product has a name in both languages and words for it, and no word is two of them', () => {
  expect(entries).toHaveLength(73)
  const words = entries.flatMap(({ value, words: others }) => [value, ...others].map((word) => word.toLowerCase()))
  expect(words.filter((word, place) => words.indexOf(word) !== place)).toEqual([])
  for (const { value, words: others } of entries) expect(others.length, value).toBeGreaterThanOrEqual(3)
})
