import type { EvaluationDraft } from '@lingxi/contract/evaluation'
import { expect, it } from 'vitest'
import { type Answered, figuresOf, judge } from './judge.ts'

const asked = (more: Partial<EvaluationDraft>): EvaluationDraft => ({
  question: 'q',
  language: 'zh',
  decline: false,
  articleIds: [],
  mustContain: [],
  ...more,
})
const said = (text: string): Answered => ({
  outcome: 'answered',
  text,
  citations: [{ articleId: 'art_1' }],
  support: 0.9,
})
const unknown: Answered = { outcome: 'unknown', text: '', citations: [], support: 0.1 }

it('wants every word and one of the articles, and silence where nothing answers', () => {
  expect(judge(asked({ mustContain: ['７ 天', 'free'] }), said('7 天内 FREE 退货'))).toBe('correct')
  expect(judge(asked({ mustContain: ['7 天', '30 天'] }), said('7 天内退货'))).toBe('wrong')
  expect(judge(asked({ articleIds: ['art_2', 'art_1'] }), said('x'))).toBe('correct')
  expect(judge(asked({ articleIds: ['art_2'] }), said('x'))).toBe('wrong')
  expect(judge(asked({ articleIds: ['art_2'] }), unknown)).toBe('missed')
  expect(judge(asked({ decline: true }), unknown)).toBe('declined')
  expect(judge(asked({ decline: true }), said('x'))).toBe('wrong')
})

it('counts shares of what was answered and of what can be', () => {
  const outcomes = [
    { verdict: 'correct', expectsAnswer: true },
    { verdict: 'correct', expectsAnswer: true },
    { verdict: 'missed', expectsAnswer: true },
    { verdict: 'wrong', expectsAnswer: true },
    { verdict: 'wrong', expectsAnswer: false },
    { verdict: 'declined', expectsAnswer: false },
  ] as const
  expect(figuresOf([...outcomes])).toEqual({
    correct: 2,
    declined: 1,
    missed: 1,
    wrong: 2,
    precision: 0.5,
    coverage: 0.75,
  })
  expect(figuresOf([])).toMatchObject({ precision: null, coverage: null })
})
