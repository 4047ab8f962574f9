import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clean, fold, splitClauses, squeeze } from './normalise.ts'

test('one spelling for many', () => {
  const spelled = (text: string) => squeeze(fold(clean(text)))
  expect(spelled('ＯＰＥＲＡＴＯＲ！')).toBe('operator!')
  expect(spelled('轉 人\u200b 工')).toBe('转人工')
  expect(spelled('Pleeeease, I DON’T')).toBe('please, i dont')
  expect(spelled('1000')).toBe('1000')
})

test('folding keeps every place where it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(fold(clean(text)).length).toBe(clean(text).length)
    }),
  )
  expect(fold('ǅİﬃ…').length).toBe('ǅİﬃ…'.length)
})

test('clauses end at marks of both scripts', () => {
  expect(splitClauses('不要,转人工。ok!  go')).toEqual(['不要', '转人工', 'ok', 'go'])
})
