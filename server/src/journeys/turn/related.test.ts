import { expect, test } from 'vitest'
import { relatedTo } from './related.ts'
import { processorTime } from '../../platform/clock/processor-time.testing.ts'

const found = (title: string, more: Partial<Parameters<typeof relatedTo>[0][number]> = {}) => ({
  articleId: `art_${title}`,
  title,
  kind: 'question' as const,
  language: 'en' as const,
  score: 1,
  ...more,
})
const cited = [{ articleId: 'art_A?', title: 'A?', start: 0, end: 1, quote: 'a' }]

test('the nearest stored questions that were not just answered, at most three', () => {
  const all = [found('A?'), found('B?'), found('B?', { articleId: 'art_2' }), found('C?'), found('D?'), found('E?')]
  expect(relatedTo(all, cited, 'en')).toEqual(['B?', 'C?', 'D?'])
})

test('no text that asks nothing, none that is far, none that fits no button', () => {
  const all = [found('A?'), found('Policy', { kind: 'section' }), found('Far?', { score: 0.2 }), found('x'.repeat(81))]
  expect(relatedTo(all, cited, 'en')).toEqual([])
})

test('the other language only where the own has none', () => {
  const other = found('乙？', { language: 'zh' })
  expect(relatedTo([found('A?'), other, found('B?')], cited, 'en')).toEqual(['B?'])
  expect(relatedTo([found('A?'), other], cited, 'en')).toEqual(['乙？'])
})

test('it takes far less than a millisecond', () => {
  const all = Array.from({ length: 24 }, (_, place) => found(`${place}?`))
  const begun = processorTime()
  for (let round = 0; round < 1000; round++) relatedTo(all, cited, 'en')
  expect((processorTime() - begun) / 1000).toBeLessThan(1)
})
