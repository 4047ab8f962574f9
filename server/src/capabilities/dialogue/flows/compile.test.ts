import { FlowSet } from '@lingxi/contract/flow'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { expect, test } from 'vitest'
import { compileFlows } from './compile.ts'
import { asPlainText } from './templates.ts'
import { isOnPage, triggersFor } from './triggers.ts'

const label = { zh: '名', en: 'Name' }
const set = FlowSet.parse({
  slots: {
    reason: {
      type: 'choice',
      label,
      ask: label,
      choices: [{ value: 'broken', label: { zh: '坏了', en: 'It broke' } }],
    },
    day: { type: 'time', label, ask: label, entities: ['date'] },
    from_day: { type: 'time', label, ask: label, entities: ['date'] },
  },
  flows: {
    refund: {
      name: label,
      triggers: [
        { intent: 'refund' },
        { intent: 'complain', entity: 'order_number' },
        { event: 'paid', page: '/shop/*' },
      ],
      steps: [
        { id: 'reason', collect: 'reason' },
        { id: 'way', branch: [{ if: 'slots.reason == "broken"', then: 'end' }], else: 'reason' },
        { id: 'done', say: { zh: '好', en: 'Done' }, next: 'end' },
      ],
    },
    hello: { name: label, triggers: [{ page: '/shop/*/cart' }], steps: [{ id: 'hi', say: label }] },
  },
})
const compiled = compileFlows(set, 4)
const scope = { slots: {}, results: {}, customer: {}, conversation: {}, event: {}, now: '2026-11-28T00:00:00Z' }

test('steps are known by their ids, with their kind and what follows', () => {
  const { steps, first, collects } = compiled.flows.get('refund')!
  expect([...steps.values()].map(({ id, kind, next }) => [id, kind, next])).toEqual([
    ['reason', 'collect', 'way'],
    ['way', 'branch', 'done'],
    ['done', 'say', null],
  ])
  expect([first, collects]).toEqual(['reason', ['reason']])
  expect(compiled.slotsByEntity.get('date')).toEqual(['day', 'from_day'])
})

test('what an action is given where somebody names it is collected, and asked for nowhere', () => {
  const slot = (entities: string[]) => ({ type: 'text', label, ask: label, entities })
  const steps = [
    {
      id: 'look',
      action: 'look',
      input: { when: 'slots.day', what: 'slots.what', size: '"slots.quoted" + slots.size', gone: 'slots.gone' },
    },
    { id: 'what', collect: 'what' },
  ]
  const { flows } = compileFlows(
    FlowSet.parse({
      slots: { what: slot([]), size: slot(['size']), quoted: slot(['size']), day: { type: 'time', label, ask: label } },
      flows: { stock: { name: label, steps } },
    }),
    1,
  )
  expect(flows.get('stock')!.collects).toEqual(['what', 'size'])
})

test('texts are said with their values, in the other language where one is missing', () => {
  const said = (text: object, slots: object, language: 'zh' | 'en') =>
    compiled.fill(text, language, { ...scope, slots: { ...slots } })
  expect(said({ zh: '原因：{{ slots.reason }}' }, { reason: 'broken' }, 'zh').text).toBe('原因：坏了')
  expect(said({ en: 'So: {{slots.reason}}.' }, { reason: 'broken' }, 'zh').text).toBe('So: It broke.')
  expect(said({ en: '{{ slots.day }}' }, { day: '2026-11-28T00:00:00+08:00' }, 'en').text).toBe('2026-11-28')
  expect(said({ en: '{{ slots.day }}' }, { day: '2026-11-28T14:30:00+08:00' }, 'en').text).toBe('2026-11-28 14:30')
  expect(said({ zh: '{{ 1 + 1 == 2 }}{{ ["a", "b"] }}' }, {}, 'zh').text).toBe('是a、b')
  expect(said({ en: 'x{{ slots.day > 3 }}y' }, {}, 'en')).toEqual({
    text: 'xy',
    faults: [{ expression: 'slots.day > 3', because: expect.any(String) }],
  })
})

test.each([
  '**bold** _it_ `code`',
  '# head',
  '- item',
  '1. one',
  '[a](http://evil.example)',
  '<b>x</b> &amp;',
  'a\n\n> b',
  '~~x~~',
])('a value is no Markdown: %s', (value) => {
  const [paragraph, ...others] = fromMarkdown(asPlainText(value)).children
  expect(others).toEqual([])
  expect(paragraph).toMatchObject({
    type: 'paragraph',
    children: [{ type: 'text', value: value.replace(/\s+/g, ' ') }],
  })
})

test('a trigger is found when all that it names is there', () => {
  const found = (occasion: Partial<Parameters<typeof triggersFor>[1]>) =>
    triggersFor(compiled.triggers, { intents: [], entities: [], page: null, ...occasion }).map(({ flow }) => flow)
  expect(found({ intents: ['refund'] })).toEqual(['refund'])
  expect(found({ intents: ['complain'] })).toEqual([])
  expect(found({ intents: ['complain'], entities: ['order_number'] })).toEqual(['refund'])
  expect(found({ event: 'paid', page: '/shop/1' })).toEqual(['refund'])
  expect(found({ event: 'paid', page: '/help' })).toEqual([])
  expect(found({ page: '/shop/7/cart' })).toEqual(['hello'])
  expect(isOnPage('/a*a', '/a')).toBe(false)
  expect(isOnPage('/a', '/ab')).toBe(false)
  expect(isOnPage('*/x/*', '/y/x/z?q=1')).toBe(true)
})
