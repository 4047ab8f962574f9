import { expect, test } from 'vitest'
import { plainQuestions } from './plain-questions.testing.ts'
import { readMoodLessons } from './shipped-lessons.ts'
import { openShippedMoods } from './shipped-moods.ts'

const { sentiment, emotion } = openShippedMoods()

/** Written after the models were learnt, and in none of the examples. */
test.each([
  ['包装很漂亮，送的小卡片也好暖', 'positive', 'happy'],
  ['真的太谢谢你了，一下子就弄好了', 'positive', 'happy'],
  ['你们就这么糊弄顾客？马上给我退钱', 'negative', 'angry'],
  ['好担心赶不上，后天就要用了', 'negative', 'anxious'],
  ['很失望，等了那么久结果是坏的', 'negative', 'sad'],
  ['请问运费怎么算', 'neutral', 'neutral'],
  ['Thanks a lot, everything works perfectly now', 'positive', 'happy'],
  ['This is outrageous, I want my money back now', 'negative', 'angry'],
  ['I am really worried it will not come in time', 'negative', 'anxious'],
  ['So disappointed, it was meant for my grandma', 'negative', 'sad'],
  ['What is the shipping cost to Spain', 'neutral', 'neutral'],
])('%s is %s, %s', (text, felt, moved) => {
  expect([sentiment!(text).labels[0]!.label, emotion!(text).labels[0]!.label]).toEqual([felt, moved])
})

test.each(['zh', 'en'] as const)('plain questions in %s are hardly ever taken for a mood', (language) => {
  const questions = plainQuestions[language]
  expect(questions.length).toBeGreaterThanOrEqual(60)
  const taught = new Set(readMoodLessons().map(({ text }) => text.toLowerCase()))
  expect(questions.filter((text) => taught.has(text.toLowerCase()))).toEqual([])
  const plain = questions.filter((text) => sentiment!(text).labels[0]!.label === 'neutral')
  const calm = questions.filter((text) => emotion!(text).labels[0]!.label === 'neutral')
  expect(Math.min(plain.length, calm.length) / questions.length).toBeGreaterThan(0.9)
})

test('every emotion and sentiment is taught in both languages, no text twice', () => {
  const lessons = readMoodLessons()
  for (const language of ['zh', 'en']) {
    const said = lessons.filter((lesson) => lesson.language === language)
    expect(new Set(said.flatMap(({ emotion: each }) => each ?? [])).size).toBe(6)
    expect(new Set(said.map(({ sentiment: each }) => each)).size).toBe(3)
    expect(said.map(({ text }) => text).filter((text, at, all) => all.indexOf(text) !== at)).toEqual([])
  }
})
