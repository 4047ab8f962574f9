import { expect, test } from 'vitest'
import { clean, fold, squeeze, wordsOf } from '../surface/normalise.ts'
import { findWishForPerson } from './wish-for-person.ts'
import { others, wishes } from './wish-wordings.testing.ts'

const asks = (wording: string) => findWishForPerson(squeeze(fold(clean(wording)))) > 0

test('the table is large enough to mean something, in both languages', () => {
  for (const table of [wishes.zh, wishes.en, others.zh, others.en]) expect(wordsOf(table).length).toBeGreaterThan(60)
})

test.each(['zh', 'en'] as const)('every wording of the wish is heard (%s)', (language) => {
  expect(wordsOf(wishes[language]).filter((wording) => !asks(wording))).toEqual([])
})

test.each(['zh', 'en'] as const)('nothing else is taken for it (%s)', (language) => {
  expect(wordsOf(others[language]).filter(asks)).toEqual([])
})

test('an exact wish is surer than a mention of the service', () => {
  expect(findWishForPerson('转人工')).toBeGreaterThan(findWishForPerson('客服在吗'))
})
