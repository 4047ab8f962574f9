/** What people send, and what they teach, when nobody thought of it. */
import { array, assert, constantFrom, oneof, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { chinese, english, learn, marked, open, tagged } from './tagger.testing.ts'
import { trainTagger } from './tagger.ts'

test('offsets count UTF-16 code units, past emoji, halves of pairs and rare characters', () => {
  const tagger = open(learn(chinese))
  for (const before of ['', '😀😀', '\ud83d', '\ude00', '𠮷𠮷', '👨‍👩‍👧', '  \n'])
    expect(tagged(tagger, `${before}我要去北京出差`)).toEqual(['北京 city'])
})

test('every text is answered with spans that lie in it, in order and apart', () => {
  const tagger = open(learn([...english, ...chinese]))
  const piece = oneof(
    string({ unit: 'binary' }),
    constantFrom(
      '北京',
      '我要去',
      'fly to ',
      'Rome',
      '9pm',
      '😀',
      '\ud83d',
      '\ude00',
      '\u0301',
      'ﬀ',
      'é',
      '\u0000',
      '１２',
    ),
  )
  assert(
    property(array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join('')
      let end = 0
      for (const span of tagger.tag(text)) {
        expect(span.start).toBeGreaterThanOrEqual(end)
        expect(span.end).toBeGreaterThan(span.start)
        expect(span.end).toBeLessThanOrEqual(text.length)
        expect(text.slice(span.start, span.end)).toBe(text.slice(span.start, span.end).trim())
        expect(span.confidence).toBeGreaterThan(0)
        expect(span.confidence).toBeLessThanOrEqual(1)
        end = span.end
      }
    }),
    { seed: 5, numRuns: 300 },
  )
})

test('an empty text has no spans', () => {
  const tagger = open(learn(english))
  for (const text of ['', ' ', '\n\n', '\u200b']) expect(tagger.tag(text)).toEqual([])
})

test('100,000 characters are read to the end, whatever they are', () => {
  const tagger = open(learn([...english, ...chinese]))
  const sentence = '我要去北京出差。'
  expect(tagged(tagger, sentence.repeat(12_500))).toEqual(Array.from({ length: 12_500 }, () => '北京 city'))
  for (const sign of ['a', '1', '哈', '😀', ' ', '\ud83d', '-', 'a1'])
    expect(() => tagger.tag(sign.repeat(100_000 / sign.length))).not.toThrow()
})

test('long texts can be learnt from', () => {
  const long = marked(`${'今天没有什么事。'.repeat(500)}我要去[北京]出差`, 'city')
  expect(tagged(open(learn([...chinese, ...chinese, ...chinese, long])), '我要去上海出差')).toEqual(['上海 city'])
})

test('nothing to learn gives a tagger that finds nothing', () => {
  for (const examples of [[], [{ text: 'good morning', spans: [] }], [{ text: '', spans: [] }]])
    expect(open(learn(examples)).tag('good morning')).toEqual([])
})

test('one example is enough to find it again', () => {
  expect(tagged(open(learn([marked('我要去[北京]出差', 'city')])), '我要去北京出差')).toEqual(['北京 city'])
})

test('examples that contradict each other make the tagger less sure, and nothing else', () => {
  const both = (one: string, other: string) =>
    Array.from({ length: 10 }, () => [marked('call [Georgia] now', one), marked('call [Georgia] now', other)]).flat()
  const found = open(learn([...both('person', 'place')])).tag('call Georgia now')
  for (const span of found) expect(span.confidence).toBeLessThan(0.8)
  expect(found.length).toBeLessThanOrEqual(1)
})

test('spans that lie outside, are empty, overlap or cut a word in two do no harm', () => {
  const text = 'fly to Rome please'
  const spans = [
    { start: 7, end: 11, type: 'city' },
    { start: 9, end: 18, type: 'rest' },
    { start: 3, end: 3, type: 'nothing' },
    { start: 90, end: 99, type: 'beyond' },
    { start: -5, end: 0, type: 'before' },
  ]
  const tagger = open(learn([...english, { text, spans }]))
  expect(tagged(tagger, text)).toEqual(['Rome city'])
})

test('more types than can be told apart are refused', () => {
  const examples = Array.from({ length: 201 }, (_, number) => marked('[word] here', `type ${number}`))
  expect(trainTagger(examples, { seed: 1 })).toEqual({ outcome: 'too-many-types', most: 200 })
})
