import type { OutboundMessage } from '@lingxi/contract/message'
import { assert, boolean, integer, property, record } from 'fast-check'
import { expect, test } from 'vitest'
import { adaptMessage } from './adapt-message.ts'
import { anyMessage, wordsIn } from './channels.testing.ts'

const everything = { markdown: true, quickReplies: true, citations: true, attachments: true, longestText: 1_000 }
const textOnly = { markdown: false, quickReplies: false, citations: false, attachments: false, longestText: 1_000 }
const citation = { articleId: 'art_1', title: '退货政策', start: 0, end: 2, quote: '七天' }
const aMessage = (text: string): OutboundMessage => ({
  messageId: 'msg_1',
  kind: 'answer',
  speaker: { kind: 'bot', name: '灵犀' },
  text,
  citations: [citation],
  quickReplies: [{ label: '转人工', text: '我要转人工' }],
})

test('what a channel can show stays what it is', () => {
  const { text, citations, quickReplies } = aMessage('**七天**内')
  expect(adaptMessage(aMessage('**七天**内'), everything)).toEqual([{ text, citations, quickReplies, attachments: [] }])
})

test('what a channel cannot show becomes lines of text', () => {
  expect(adaptMessage(aMessage('**七天**内'), textOnly)).toEqual([
    { text: '七天内\n\n[1] 退货政策\n\n- 转人工', citations: [], quickReplies: [], attachments: [] },
  ])
})

test('a picture goes along, or is a link', () => {
  const attachments = [
    { kind: 'picture' as const, url: 'https://shop.example/a.png', title: 'The [key]', articleId: 'a' },
  ]
  const message = { ...aMessage('Here.'), citations: [], quickReplies: [], attachments }
  expect(adaptMessage(message, everything)).toMatchObject([{ text: 'Here.', attachments }])
  const linked = '[The \\[key\\]](<https://shop.example/a.png>)'
  expect(adaptMessage(message, { ...everything, attachments: false })[0]!.text).toBe(`Here.\n\n${linked}`)
  expect(adaptMessage(message, textOnly)[0]!.text).toBe('Here.\n\nThe [key] (https://shop.example/a.png)')
})

test('a long text is cut where a line, a sentence or a word ends, and the buttons go with the last part', () => {
  const cut = (text: string, longestText: number) => adaptMessage(aMessage(text), { ...everything, longestText })
  expect(cut('第一行\n第二行', 6).map(({ text }) => text)).toEqual(['第一行', '第二行'])
  expect(cut('第一句。第二句。', 6).map(({ text }) => text)).toEqual(['第一句。', '第二句。'])
  expect(cut('one two three', 8).map(({ text }) => text)).toEqual(['one two', 'three'])
  expect(cut('😀😀😀', 3).map(({ text }) => text)).toEqual(['😀', '😀', '😀'])
  const parts = cut('第一行\n第二行', 6)
  expect(parts.map(({ quickReplies }) => quickReplies.length)).toEqual([0, 1])
  expect(parts.map(({ citations }) => citations.length)).toEqual([0, 1])
})

test('a text is not cut for the space around it', () => {
  expect(adaptMessage(aMessage(' 一二三 \n '), { ...everything, longestText: 4 }).map(({ text }) => text)).toEqual([
    '一二三',
  ])
})

test('buttons are shown also where there is no text', () => {
  const { citations, quickReplies } = aMessage('')
  expect(adaptMessage(aMessage(' '), everything)).toEqual([{ text: '', citations, quickReplies, attachments: [] }])
})

test('no word is lost, whatever a channel can show and however short its messages are', () => {
  const abilities = record({
    markdown: boolean(),
    quickReplies: boolean(),
    citations: boolean(),
    attachments: boolean(),
    longestText: integer({ min: 2, max: 300 }),
  })
  assert(
    property(anyMessage(), abilities, (message, able) => {
      const adapted = adaptMessage(message, able)
      const last = adapted.at(-1)!
      const words = adapted.map(({ text }) => text).join('')
      expect(wordsIn(words)).toEqual(expect.arrayContaining(wordsIn(message.text)))
      if (!able.citations)
        expect(wordsIn(words)).toEqual(expect.arrayContaining(message.citations.flatMap(({ title }) => wordsIn(title))))
      else expect(last.citations).toEqual(message.citations)
      if (!able.quickReplies)
        expect(wordsIn(words)).toEqual(
          expect.arrayContaining(message.quickReplies.flatMap(({ label }) => wordsIn(label))),
        )
      else expect(last.quickReplies).toEqual(message.quickReplies)
      for (const { text } of adapted)
        expect([text.length <= able.longestText, text.isWellFormed(), text.trim()]).toEqual([true, true, text])
    }),
    { numRuns: 150 },
  )
})
