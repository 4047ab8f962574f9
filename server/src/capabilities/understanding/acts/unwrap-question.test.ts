import { expect, test } from 'vitest'
import { englishCues } from './cues-en.ts'
import { chineseCues } from './cues-zh.ts'
import { createLexicon } from './small-talk.ts'
import { unwrapQuestion } from './unwrap-question.ts'

const lexicon = createLexicon([chineseCues, englishCues])

test.each([
  ['亲,在吗?我想问一下能开发票吗,麻烦了', '能开发票吗'],
  ['您好您好请问退货地址在哪里呀', '退货地址在哪里'],
  ['怎么退货 谢谢', '怎么退货'],
  ['Heyyy, quick question: do you ship abroad? Thanks!', 'do you ship abroad?'],
  ["I'd like to know if it is waterproof", 'if it is waterproof'],
  ['ＨＥＬＬＯ，ｉｓ ｉｔ ｎｅｗ？', 'ｉｓ ｉｔ ｎｅｗ？'],
  ['谢谢', ''],
  ['hi!!! 🙂', ''],
])('"%s" is about "%s"', (text, question) => {
  expect(unwrapQuestion(text, lexicon)).toBe(question)
})

test.each([
  'Hello Kitty 有货吗',
  '怎么加急',
  '好评返现吗',
  '请假条模板',
  '感谢信怎么写',
  'thank you cards',
  '没收到货',
  '我不要了',
])('nothing is cut from "%s"', (text) => {
  expect(unwrapQuestion(text, lexicon)).toBe(text)
})
