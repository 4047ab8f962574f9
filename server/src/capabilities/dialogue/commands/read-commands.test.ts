import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Heard } from '../situation.ts'
import { flows, inShort, type Place, places, read, situationOf } from './commands.testing.ts'
import { readCommands } from './read-commands.ts'
import { chinese } from './utterances-zh.testing.ts'
import { english } from './utterances-en.testing.ts'

/** A time is read by understanding; what it is exactly is tested there. */
const rough = (commands: string) => commands.replaceAll(/=2026-[\dT:+-]+/g, '=2026')

test.each(chinese)('%s: %s → %s', async (...utterance) => {
  expect(rough(await read(utterance as never, 'zh'))).toBe(utterance[2])
})
test.each(english)('%s: %s → %s', async (...utterance) => {
  expect(rough(await read(utterance as never, 'en'))).toBe(utterance[2])
})

const heard = (text: string, given: Partial<Heard> = {}): Heard => ({
  text,
  language: 'zh',
  act: 'question',
  signals: [],
  question: text,
  intents: [],
  candidates: [],
  outOfScope: false,
  entities: [],
  ...given,
})
const everywhere = Object.keys(places) as Place[]
const words =
  '好 的 嗯 不 对 是 了 吧 算了 不是 没有 问题 退 取消 改成 什么 no yes ok not sure please it that , ? 。 L 2'.split(
    ' ',
  )

test('whatever is said, wherever, is read at once and never throws', () => {
  const anyText = fc.oneof(
    fc.string({ maxLength: 300 }),
    fc.array(fc.constantFrom(...words), { maxLength: 120 }).map((all) => all.join('')),
    fc.array(fc.constantFrom(...words), { maxLength: 120 }).map((all) => all.join(' ')),
    fc.tuple(fc.constantFrom(...words), fc.nat(2000)).map(([word, times]) => word.repeat(times)),
  )
  fc.assert(
    fc.property(fc.constantFrom(...everywhere), anyText, (place, text) => {
      expect(Array.isArray(readCommands(situationOf(place, heard(text)), flows))).toBe(true)
    }),
    { numRuns: 500 },
  )
})

test('equal situations are read alike', () => {
  fc.assert(
    fc.property(fc.constantFrom(...everywhere), fc.string(), (place, text) => {
      const situation = situationOf(place, heard(text))
      expect(readCommands(situation, flows)).toEqual(
        readCommands(structuredClone({ ...situation, actions: [] }) as never, flows),
      )
    }),
  )
})

test('who wants a person wants nothing else', () => {
  for (const place of everywhere)
    expect(inShort(readCommands(situationOf(place, heard('LX2024001 转人工', { act: 'hand-off' })), flows))).toBe(
      'person',
    )
})

test('what happened begins flows without a word', () => {
  expect(readCommands(situationOf('idle', null), flows)).toEqual([])
})
