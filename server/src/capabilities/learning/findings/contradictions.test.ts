import { expect, test } from 'vitest'
import { anArticle, finder } from './findings.testing.ts'
import { nearMisses, opposed } from './pairs.testing.ts'

const clashes = (one: string, other: string, language: 'zh' | 'en') =>
  finder.clashesBetween(anArticle(one, language, { id: 'art_1' }), anArticle(other, language, { id: 'art_2' }))

test.each(opposed)('$language contradiction: $one ⟂ $other', ({ language, one, other }) => {
  expect(clashes(one, other, language)).toHaveLength(1)
})

test.each(nearMisses)('$language no contradiction: $one ~ $other', ({ language, one, other }) => {
  expect(clashes(one, other, language)).toEqual([])
})
