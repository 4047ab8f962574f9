import { expect, it } from 'vitest'
import { agreementWord } from './agreement-words.ts'

it('says a kappa in the word of its step, the upper end within', () => {
  const said = [-1, -0.01, 0, 0.2, 0.21, 0.4, 0.41, 0.6, 0.61, 0.8, 0.81, 1].map(agreementWord)
  expect(said).toEqual([
    'poor',
    'poor',
    'slight',
    'slight',
    'fair',
    'fair',
    'moderate',
    'moderate',
    'substantial',
    'substantial',
    'almostPerfect',
    'almostPerfect',
  ])
})

it('says of none that it is not known', () => {
  expect(agreementWord(null)).toBe('unknown')
})
