import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createTokens } from '../../../platform/search/tokens.ts'
import { createConcepts } from './concepts.ts'

const tokens = createTokens()
const read = createConcepts({ tokens })
const conceptsOf = (text: string) => new Set(read(text).flatMap(({ concepts }) => concepts))

it('hears the same in other words and in both languages', () => {
  for (const text of ['同一单重复扣款了', '给我划走了两笔', 'I was charged twice', 'it was billed two times'])
    expect([...conceptsOf(text)]).toEqual(expect.arrayContaining(['charged', 'twice']))
  expect(conceptsOf('寄过来要多少钱')).toContain('fee')
})

it('takes no part of a longer word for a word', () => {
  expect(conceptsOf('股票')).not.toContain('invoice')
  expect(read('股票')).toEqual([{ word: '股票', concepts: [] }])
})

it('leaves out what says nothing, and keeps what it does not know', () => {
  expect(read('急死我了,到底怎么回事啊').map(({ word }) => word)).toEqual(['怎么回事'])
  expect(read('do you take klarna').at(-1)).toEqual({ word: 'klarna', concepts: [] })
})

it('reads anything, and the same alike', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 80 }), (text) => {
      expect(read(text)).toEqual(createOnce(text))
    }),
    { seed: 7, numRuns: 100 },
  )
})
const other = createConcepts({ tokens })
const createOnce = (text: string) => other(text)
