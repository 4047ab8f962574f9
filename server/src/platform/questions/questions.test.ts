import { describe, expect, test } from 'vitest'
import { createTokens } from '../search/tokens.ts'
import { createCompleteQuestion, splitNeeds, splitQuestions } from './questions.ts'

const complete = createCompleteQuestion({ tokens: createTokens() })

describe('a follow-up is completed from the question before it', () => {
  test('what is alike gives way to the new subject', () => {
    expect(complete('那退款呢？', 'zh', ['退货几天到账？'])?.text).toBe('退款几天到账？')
    expect(complete('白色的呢', 'zh', ['黑色的有货吗'])?.text).toContain('白色')
  })
  test('a new subject that replaces nothing stands beside the old question', () => {
    const completed = complete('what about the black one?', 'en', ['How much is the ceramic mug?'])
    expect(completed).toEqual({
      text: 'How much is the ceramic mug? the black one',
      from: 'How much is the ceramic mug?',
    })
  })
  test('what points back is named', () => {
    expect(complete('它防水吗？', 'zh', ['冲锋衣多少钱？'])?.text).toMatch(/^冲锋衣.*防水吗/)
  })
  test('a question that stands by itself is left alone, and so is the first', () => {
    expect(complete('怎么开发票', 'zh', ['退货几天到账？'])).toBeUndefined()
    expect(complete('那退款呢？', 'zh', [])).toBeUndefined()
    expect(
      complete('Can it be that you charge duty on parcels to Hong Kong?', 'en', ['How much is it?']),
    ).toBeUndefined()
  })
})

describe('a text is divided into its needs', () => {
  test('at the ends of sentences and lines, not inside numbers', () => {
    expect(splitNeeds('I paid 3.50 for it. Where is my parcel? Thanks.')).toEqual([
      'I paid 3.50 for it.',
      'Where is my parcel? Thanks.',
    ])
    expect(splitNeeds('几天到？运费谁出？')).toEqual(['几天到？运费谁出？'.slice(0, 4), '运费谁出？'])
  })
  test('two or three questions in one message are asked by themselves, a story is not', () => {
    expect(splitQuestions('几天能到？能不能开发票？')).toEqual(['几天能到？', '能不能开发票？'])
    expect(splitQuestions('我昨天买了一个杯子。今天碎了。怎么办？')).toEqual([])
    expect(splitQuestions('怎么退货？')).toEqual([])
  })
  test('anything at all can be divided', () => {
    expect(splitNeeds('')).toEqual([])
    expect(splitNeeds('???\n\n!!')).toEqual([])
    expect(splitNeeds('a. '.repeat(5000)).length).toBeLessThanOrEqual(64)
  })
})
