import { expect, test } from 'vitest'
import { readMoodLessons } from '../moods/shipped-lessons.ts'
import { lessonSets } from './lesson-sets.ts'
import { anExample } from './lessons.testing.ts'

test('a text that the product and the company have both labelled counts once, as the company has it', () => {
  const shipped = readMoodLessons().find(({ sentiment }) => sentiment === 'negative')!
  const own = anExample('mine', shipped.text, { sentiment: 'neutral' })
  const { sentiment } = lessonSets({ examples: [own], dictionary: [], patterns: [] }, 1)
  expect(sentiment.filter(({ said }) => said === shipped.text).map(({ id, label }) => [id, label])).toEqual([
    ['mine', 'neutral'],
  ])
  expect(sentiment.length).toBe(readMoodLessons().length)
})
