import { describe, expect, it } from 'vitest'
import { besidePhrases, phrasesIn, readPhrases } from './phrases.ts'
import { createTokens } from './tokens.ts'

const tokens = createTokens()
const stands = (query: string, text: string) => readPhrases(tokens, query)!.isIn([text])

describe('words in quotes are read from a query', () => {
  it('in every way people quote', () => {
    expect(phrasesIn('“七天 无理由” 和「运费险」、『签收』 "late fee" ＂退差价＂')).toEqual([
      '七天 无理由',
      '运费险',
      '签收',
      'late fee',
      '退差价',
    ])
    expect(besidePhrases('怎么 "late fee" 算「运费」？')).toBe('怎么 算 ？')
  })
  it('but not where a mark is an inch, stands alone, or has nothing in it', () => {
    expect(phrasesIn('27" monitor and 24" stand')).toEqual([])
    expect(phrasesIn('"never closed')).toEqual([])
    expect(phrasesIn('"" “？” 「退」')).toEqual([])
    expect(besidePhrases('「退」货')).toBe('「退」货')
    expect(readPhrases(tokens, '怎么退货')).toBeUndefined()
  })
  it('however many there are', () => {
    expect(phrasesIn('"ab" '.repeat(5_000))).toHaveLength(8)
    expect(readPhrases(tokens, `"${'退货'.repeat(5_000)}"`)!.isIn(['退货'])).toBe(false)
  })
})

describe('a text holds a phrase', () => {
  it('as it is said: in this order, and adjacent', () => {
    expect(stands('"无理由退货"', '支持七天无理由退货。')).toBe(true)
    expect(stands('"无理由退货"', '退货无理由')).toBe(false)
    expect(stands('"late fee"', 'A late fee is due.')).toBe(true)
    expect(stands('"late fee"', 'the fee is late')).toBe(false)
    expect(stands('"late fee"', 'late payment fee')).toBe(false)
  })
  it('whatever its width, case, accents or script', () => {
    expect(stands('“退貨運費”', '退货运费由我们承担')).toBe(true)
    expect(stands('"ＬＡＴＥ Fee"', 'late fee')).toBe(true)
    expect(stands('"don’t ship"', "we don't ship")).toBe(true)
  })
  it('over space, marks and a new line, not over the end of a paragraph', () => {
    expect(stands('"退货 运费"', '退货运费')).toBe(true)
    expect(stands('"late fee"', '**late**\nfee')).toBe(true)
    expect(stands('"late fee"', 'late\n\nfee')).toBe(false)
  })
  it('with whole Latin words, figures and codes', () => {
    expect(stands('"fee"', 'feed')).toBe(false)
    expect(stands('"7天"', '37天')).toBe(false)
    expect(stands('"800"', '1,800')).toBe(false)
    expect(stands('"SG-CLO-001"', 'the sg-clo-001 jacket')).toBe(true)
    expect(stands('"CLO"', 'the sg-clo-001 jacket')).toBe(false)
  })
  it('when all phrases stand, each in one piece', () => {
    const phrases = readPhrases(tokens, '"late fee" "运费险"')!
    expect(phrases.isIn(['late fee', '有运费险'])).toBe(true)
    expect(phrases.isIn(['late fee', '运费'])).toBe(false)
    expect(readPhrases(tokens, '"late fee"')!.isIn(['late', 'fee'])).toBe(false)
  })
})
