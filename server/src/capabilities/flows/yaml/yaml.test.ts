import { FlowSet } from '@lingxi/contract/flow'
import { longestFlowFile } from '@lingxi/contract/flow-versions'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aSet } from '../flows.testing.ts'
import { readFlows } from './read-flows.ts'
import { writeFlows } from './write-flows.ts'

const setIn = (text: string) => {
  const read = readFlows(text)
  expect(read).not.toHaveProperty('faults')
  return 'set' in read ? read.set : undefined
}
const faultsIn = (text: string) => {
  const read = readFlows(text)
  if ('set' in read) return []
  return read.faults.map(({ path, line, column, message }) => [`${line}:${column}`, path, message])
}

describe('flows as YAML', () => {
  const nasty = fc.constantFrom(
    'yes',
    'null',
    '~',
    '1.0',
    '0x1f',
    '- a',
    '# b',
    'a: b',
    'a #b',
    '{{ x }}',
    '"',
    "'",
    '\\',
    '|',
    '>-',
    '*a',
    '&a',
    '!t',
    '%',
    '@',
    '`',
    'a\nb',
    'a\n\nb',
    'a\n  b',
    'a \nb',
    'a\tb',
    'a\r\nb',
    '\u2028x\u2029',
    '\u0085x',
    '\ufeffx',
    '😀',
    '---',
    '...',
    '<<',
    '2026-01-01',
    '=',
  )
  const words = fc
    .array(
      fc.oneof(
        nasty,
        fc.string({ unit: 'grapheme', maxLength: 12 }),
        fc.string({ unit: 'binary-ascii', maxLength: 6 }),
      ),
      { minLength: 1, maxLength: 4 },
    )
    .map((some) => some.join('').replaceAll('\0', '').toWellFormed().trim().slice(0, 60).trim())
    .filter((text) => text !== '')
  const name = fc
    .stringMatching(/^[a-z][a-z0-9_]{0,8}$/)
    .filter((each) => each !== 'constructor' && each !== 'prototype')
  const local = fc.oneof(fc.record({ zh: words }), fc.record({ en: words, zh: words }))
  const onward = {
    id: name,
    next: fc.option(name, { nil: undefined }),
    note: fc.option(
      fc.string({ maxLength: 20 }).map((text) => text.replaceAll('\0', '')),
      { nil: undefined },
    ),
  }
  const step = fc.oneof(
    fc.record({ collect: name, ...onward, ask: fc.option(local, { nil: undefined }) }),
    fc.record({
      say: local,
      quick_replies: fc.array(fc.record({ words: fc.array(words, { maxLength: 3 }), label: local }), { maxLength: 3 }),
      ...onward,
    }),
    fc.record({
      ...onward,
      set_slots: fc.dictionary(name, fc.oneof(words, fc.constant(null)), { maxKeys: 4, noNullPrototype: true }),
    }),
    fc.record({
      branch: fc.array(fc.record({ then: name, if: words }), { minLength: 1, maxLength: 3 }),
      id: name,
      else: name,
    }),
    fc.record({
      ask: local,
      quick_replies: fc.array(fc.record({ then: name, label: local }), { minLength: 1, maxLength: 3 }),
      id: name,
      place: fc.record({ y: fc.integer(), x: fc.integer() }),
    }),
  )
  const table = fc.record({
    rows: fc.array(
      fc.record({
        then: fc.dictionary(name, fc.oneof(words, fc.boolean(), fc.double({ noNaN: true, noDefaultInfinity: true })), {
          maxKeys: 3,
          noNullPrototype: true,
        }),
        when: fc.record({}),
      }),
      { minLength: 1, maxLength: 2 },
    ),
    inputs: fc.array(name, { minLength: 1, maxLength: 3 }),
    name: local,
  })
  const parts = <Part>(part: fc.Arbitrary<Part>) => fc.dictionary(name, part, { maxKeys: 3, noNullPrototype: true })
  const sets = fc
    .record({
      tables: parts(table),
      slots: parts(fc.record({ ask: local, type: fc.constant('text'), label: local })),
      flows: parts(
        fc.record({
          steps: fc.array(step, { minLength: 1, maxLength: 5 }),
          name: local,
          description: fc.option(
            fc.string({ maxLength: 30 }).map((text) => text.replaceAll('\0', '')),
            { nil: undefined },
          ),
        }),
      ),
    })
    .map((given) => FlowSet.safeParse(given))
    .filter((read) => read.success)
    .map((read) => read.data!)

  it('are the same flows when they are read again, and the same text when they are written again', () => {
    fc.assert(
      fc.property(sets, (set) => {
        const text = writeFlows(set)
        const again = setIn(text)!
        expect(again).toEqual(set)
        expect(writeFlows(again)).toBe(text)
      }),
      { numRuns: 300 },
    )
  })

  it('are written the same way whatever the order of their parts and keys, what a step is before where it leads', () => {
    const set = aSet('你好\n再见')
    const order = set.slots['order']!
    const [one, other] = [
      { flows: set.flows, slots: { zebra: order, order }, tables: {} },
      { tables: {}, slots: { order, zebra: order }, flows: set.flows },
    ]
    expect(writeFlows(one)).toBe(writeFlows(other))
    expect(writeFlows(set)).toBe(`flows:
  one:
    name:
      zh: 名
      en: Name
    triggers:
      - page: /help
    steps:
      - id: first
        collect: order
      - id: say_0
        say:
          zh: |-
            你好
            再见
          en: |-
            你好
            再见
slots:
  order:
    type: text
    label:
      zh: 名
      en: Name
    ask:
      zh: 名
      en: Name
tables: {}
`)
  })

  it('are read from JSON as well, and from nothing', () => {
    expect(setIn(JSON.stringify(aSet('好')))).toEqual(aSet('好'))
    expect(setIn('')).toEqual(FlowSet.parse({}))
  })
})

describe('what is no flows', () => {
  const flow = (steps: string) => `flows:\n  one:\n    name: { zh: 名 }\n    steps:\n${steps}`

  it('is told of the kind of step that was meant, at its place', () => {
    expect(faultsIn(flow('      - id: a\n        collect: order\n        nxt: b\n'))).toEqual([
      ['7:9', 'flows.one.steps.0.nxt', 'is no word of the language here'],
    ])
    expect(faultsIn(flow('      - id: a\n        ask: { zh: 好 }\n        quick_replies: [{ label: {} }]\n'))).toEqual([
      ['7:27', 'flows.one.steps.0.quick_replies.0.label', 'is said in no language'],
    ])
    expect(faultsIn(flow('      - id: A\n        say: { zh: 好 }\n      - id: b\n'))).toEqual([
      ['5:9', 'flows.one.steps.0.id', 'is a name such as order_number'],
      ['7:9', 'flows.one.steps.1', expect.stringMatching(/^does nothing: a step has one of collect, action/)],
    ])
    expect(faultsIn('slots:\n  Order: { type: text }\nflow: {}\n').map(([place, path]) => [place, path])).toEqual([
      ['2:3', 'slots.Order'],
      ['3:1', 'flow'],
    ])
  })

  it.each([
    ['an alias', 'a: &a [x]\nb: *a', '1:7', /by a name/],
    ['a bomb', `a: &a [x, x]\n${'bcdefgh'.replaceAll(/./g, (key) => `${key}: [*a, *a, *a]\n`)}`, '1:7', /by a name/],
    ['a merge', 'x: &x { a: 1 }\nflows:\n  <<: *x', '1:7', /by a name/],
    ['a tag', 'flows: !!python/object:os.system []', '1:8', /Unresolved tag|type of its own/],
    ['a prototype', 'flows:\n  __proto__: { name: { zh: 名 } }', '2:3', /not allowed: __proto__/],
    ['a constructor', 'slots: { constructor: 1 }', '1:10', /not allowed: constructor/],
    ['a key twice', 'flows: {}\nslots: {}\nflows: {}', '3:1', /same key twice: flows/],
    ['a key that is a list', 'flows:\n  ? [a]\n  : 1', '2:5', /no word/],
    ['two documents', 'flows: {}\n---\nflows: {}', '2:1', /multiple documents/i],
    ['a broken text', 'flows: [', '1:9', /./],
    ['no number', 'flows: .nan', '1:8', /no number/],
    ['a text', 'hello', '1:1', /expected object/],
  ])('is refused: %s', (_what, text, ...expected) => {
    const [first] = faultsIn(text)
    const [place, message] = expected
    expect([first![0], first![2]]).toEqual([place, expect.stringMatching(message)])
  })

  it('is refused when it is 10,000 steps long, nested without end, or longer than 2 MB', () => {
    const steps = Array.from({ length: 10_000 }, (_, place) => `      - { id: s${place}, say: { zh: 好 } }\n`).join('')
    expect(faultsIn(flow(steps))).toEqual([['4:5', 'flows.one.steps', expect.stringMatching(/<=500/)]])
    expect(faultsIn('['.repeat(100_000))[0]![2]).toBe('is nested too deeply')
    expect(faultsIn(`#${'x'.repeat(longestFlowFile)}`)).toEqual([
      ['0:0', '', `is longer than ${longestFlowFile} bytes`],
    ])
  })
})
