import { expect, it } from 'vitest'
import { movedAnnotations } from './moved-annotations.ts'

const at = (text: string, words: string) => {
  const start = text.indexOf(words)
  return { start, end: start + words.length, type: 'thing', value: null, role: null }
}
const before = '我的羽绒服和围巾到哪了'
const annotations = [at(before, '羽绒服'), at(before, '围巾')]

it('moves with the text what an edit does not touch', () => {
  const after = '我昨天买的羽绒服和围巾到哪了'
  expect(movedAnnotations(before, after, annotations)).toEqual([at(after, '羽绒服'), at(after, '围巾')])
})

it('drops what an edit touches, and keeps what lies before it', () => {
  expect(movedAnnotations(before, '我的羽绒服和帽子到哪了', annotations)).toEqual([annotations[0]])
  expect(movedAnnotations(before, '', annotations)).toEqual([])
})
