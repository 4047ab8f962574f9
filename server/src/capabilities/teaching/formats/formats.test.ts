import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { languages } from '@lingxi/contract/message'
import { emotions, sentiments } from '@lingxi/contract/understanding'
import { readLessonCsv, writeLessonCsv } from './csv.ts'
import { readJsonl, writeJsonl } from './jsonl.ts'
import { emptyLessonFile, type FileExample, type LessonFile } from './lesson-file.ts'
import { readRasa } from './read-rasa.ts'
import { writeRasa } from './write-rasa.ts'

const pieces = [
  '退款',
  '[',
  ']',
  '(',
  ')',
  '{',
  '}',
  'a',
  'B',
  ' ',
  ':',
  '"',
  "'",
  '- ',
  '#',
  '\n',
  ',',
  '|',
  '&x',
  '*x',
  '😀',
  '%',
  '\\',
  '…',
]
const texts = fc
  .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 12 })
  .map((some) => some.join('').trim())
  .filter((text) => text !== '')
const annotated = texts.chain((text) =>
  fc
    .tuple(
      fc.nat(text.length),
      fc.nat(text.length),
      fc.constantFrom('city', 'order-number', '品牌'),
      fc.option(texts),
      fc.option(fc.constantFrom('from', 'to')),
    )
    .map(([one, other, type, value, role]) => {
      const [start, end] = [Math.min(one, other), Math.max(one, other)]
      return { text, entities: start === end ? [] : [{ start, end, type, value, role }] }
    }),
)
const examples: fc.Arbitrary<FileExample> = fc
  .record({
    said: annotated,
    intent: fc.constantFrom('refund', '查物流', 'a/b.c', null),
    language: fc.constantFrom(...languages),
    sentiment: fc.constantFrom(...sentiments, null),
    emotion: fc.constantFrom(...emotions, null),
  })
  .map(({ said, intent, ...rest }) => ({ ...said, ...rest, intent, outOfScope: intent === null, line: null }))
const dictionary = [
  { type: 'city', value: '北京', words: ['帝都', 'BJ'], language: null },
  { type: 'city', value: 'New York', words: ['NYC'], language: null },
]
const patterns = [{ type: 'order-number', expression: '[0-9]{8,12}', note: '' }]
const files = fc
  .array(examples, { minLength: 1, maxLength: 8 })
  .map((some): LessonFile => ({ ...emptyLessonFile(), examples: some }))
const bare = ({ examples: some, malformed }: LessonFile) => ({
  examples: some.map((each) => JSON.stringify(Object.entries({ ...each, line: null }).toSorted())).toSorted(),
  malformed,
})
const sameOf = (file: LessonFile) => bare(file)

describe('what is written and read again', () => {
  it.each([
    ['rasa', writeRasa, readRasa],
    ['jsonl', writeJsonl, readJsonl],
    ['csv', writeLessonCsv, readLessonCsv],
  ] as const)('is the same in %s', (_name, write, read) => {
    const plain = ({ examples: some }: LessonFile) => ({ ...emptyLessonFile(), examples: some })
    fc.assert(
      fc.property(files, (file) => {
        expect(sameOf(plain(read(write(file))))).toEqual(sameOf(file))
      }),
      { seed: 11, numRuns: 400 },
    )
  })

  it('keeps dictionaries and patterns in Rasa and JSON Lines', () => {
    const file: LessonFile = { ...emptyLessonFile(), dictionary, patterns }
    expect(readRasa(writeRasa(file))).toMatchObject({ dictionary, patterns, malformed: [] })
    expect(readJsonl(writeJsonl(file))).toMatchObject({ dictionary, patterns, malformed: [] })
  })
})

describe('a file of Rasa', () => {
  const source = `version: "3.1"
nlu:
- intent: book flight
  examples: |
    - fly to [NYC]{"entity": "city", "value": "New York", "role": "to"}
    - from [Boston](city:BOS) please
    - a [broken]{"entity": } one
    -
- intent: out_of_scope
  examples:
  - text: |
      - what is the weather
    metadata:
      sentiment: neutral
- synonym: New York
  examples: |
    - NYC
    - the big apple
- synonym: nowhere
  examples: |
    - elsewhere
- regex: zip
  examples: |
    - \\d{5}
    - (?=a)b
- lookup: airline
  examples: |
    - Air China
- story: not this
`
  it('is read with both ways of marking, synonyms, patterns and tables, and says what is wrong where', () => {
    const file = readRasa(source)
    expect(file.examples).toMatchObject([
      {
        text: 'fly to NYC',
        intent: 'book_flight',
        entities: [{ start: 7, end: 10, type: 'city', value: 'New York', role: 'to' }],
        line: 5,
      },
      {
        text: 'from Boston please',
        entities: [{ start: 5, end: 11, type: 'city', value: 'BOS', role: null }],
        line: 6,
      },
      { text: 'a broken one', entities: [], line: 7 },
      { text: 'what is the weather', intent: null, outOfScope: true, sentiment: 'neutral' },
    ])
    expect(file.dictionary).toEqual([
      { type: 'airline', value: 'Air China', words: [], language: null },
      { type: 'city', value: 'New York', words: ['NYC', 'the big apple'], language: null },
    ])
    expect(file.patterns).toMatchObject([{ type: 'zip', expression: '\\d{5}' }])
    expect(file.malformed.map(({ line, text }) => [line, text])).toEqual([
      [7, '[broken]{"entity": }'],
      [null, '(?=a)b'],
      [29, ''],
      [null, 'nowhere'],
    ])
  })

  it('never unfolds what refers to itself, and reads on behind what is broken', () => {
    const bomb = `a: &a ["lol","lol"]\nb: &b [*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b]\nnlu:\n- *c\n- intent: x\n  examples: |\n    - hello\n`
    const file = readRasa(bomb)
    expect(file.examples).toMatchObject([{ text: 'hello', intent: 'x' }])
    expect(file.malformed).toHaveLength(1)
    for (const odd of ['', '\0', '[', 'nlu: 7', 'nlu: [1, {intent: {}}]', '{{{', '- a\n  b: [', '\ud800'])
      expect([odd, readRasa(odd).malformed.length > 0]).toEqual([odd, true])
  })
})

it('reads the sets that others publish', () => {
  const lines =
    '{"text":"hi","intent":"oos"}\n{"text":"x","intent":"a","entities":[{"start":0,"end":1,"type":"t","value":"x"}]}\n{"text":"bad","label":"negative"}\nno json\n{"text":"y","entities":[{"start":3,"end":9,"type":"t"}]}\n'
  const { examples: some, malformed } = readJsonl(lines)
  expect(some).toMatchObject([
    { outOfScope: true, intent: null },
    { intent: 'a', entities: [{ type: 't', value: 'x', role: null }] },
    { intent: null, sentiment: 'negative' },
    { text: 'y', entities: [] },
  ])
  expect(malformed.map(({ line }) => line)).toEqual([4, 5])
  expect(readLessonCsv('\ufeff文本,意图\n"你好,在吗",greet\n"坏,x\n').malformed).toMatchObject([{ line: 3 }])
})
