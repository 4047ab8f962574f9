import { expect, it } from 'vitest'
import { FlowSet } from './flow.ts'
import { checkFlows, type FlowsKnown } from './flow-checks.ts'

const known: FlowsKnown = {
  intents: ['return-order'],
  entities: ['order-number'],
  actions: [
    { name: 'find_order', care: 'none' },
    { name: 'refund', care: 'confirmation' },
    {
      name: 'track',
      care: 'none',
      input: { properties: { order: {} }, required: ['order'], additionalProperties: false },
    },
  ],
  expressionFault: (expression) => (expression.includes('&&&') ? 'Unexpected &' : null),
}
const say = { zh: '好', en: 'Good' }
const name = { zh: '名', en: 'Name' }
type Steps = Record<string, unknown>[]
const flow = (steps: Steps, more = {}) => ({ name, triggers: [{ intent: 'return-order' }], steps, ...more })
const slot = (more = {}) => ({ type: 'text', label: name, ask: say, ...more })
const order = { order: slot() }

/** What is found, as `severity code part step at words`. */
function found(set: object): string[] {
  return checkFlows(FlowSet.parse(set), known).map(({ severity, code, name: part, step, at, words }) =>
    [severity, code, part, step, at, ...Object.values(words)].filter((each) => each !== null && each !== '').join(' '),
  )
}
const foundIn = (steps: Steps, more: object = {}) => found({ slots: order, flows: { one: flow(steps) }, ...more })
const asking = { id: 'first', collect: 'order' }

it('finds nothing in flows that make sense', () => {
  const steps = [
    asking,
    { id: 'look', action: 'find_order', input: { order: 'slots.order' }, into: 'found', refused: 'sorry' },
    { id: 'sure', confirm: { zh: '退{{ results.found.amount }}？', en: 'Refund {{ results.found.amount }}?' } },
    { id: 'pay', action: 'refund', next: 'end' },
    { id: 'sorry', say, next: 'end' },
  ]
  expect(foundIn(steps)).toEqual([])
})

it('finds steps that are not there, are there twice, or bear the name of the end', () => {
  expect(
    foundIn([asking, { id: 'a', say, next: 'nowhere' }, { id: 'a', say, next: 'end' }, { id: 'end', say }]),
  ).toEqual([
    'error duplicate-step one a id a',
    'error reserved-name one end id',
    'error unknown-step one a next nowhere',
    'warning unreachable-step one a',
    'warning unreachable-step one end',
  ])
})

it('finds slots, tables, flows, actions, intents and entities that are not there', () => {
  const steps = [
    asking,
    { id: 'a', collect: 'size' },
    { id: 'b', set_slots: { colour: '1' } },
    { id: 'c', decide: 'costs' },
    { id: 'd', call: 'constructor' },
    { id: 'e', action: 'fly' },
    { id: 'f', say: { zh: '{{ slots.weight }}', en: '{{ "slots.quoted" + results.gone }}' } },
  ]
  const triggers = [{ intent: 'fly' }, { entity: 'wing' }]
  expect(
    found({ slots: { order: slot({ entities: ['feather'] }) }, flows: { one: flow(steps, { triggers }) } }),
  ).toEqual([
    'error unknown-slot one a collect size',
    'error unknown-slot one b set_slots.colour colour',
    'error unknown-table one c decide costs',
    'error unknown-flow one d call constructor',
    'error unknown-action one e action fly',
    'error unknown-slot one f say.zh weight',
    'warning unknown-intent one triggers.0.intent fly',
    'warning unknown-entity one triggers.1.entity wing',
    'warning unknown-result one f say.en gone',
    'warning unknown-entity order entities.0 feather',
  ])
})

it('finds expressions that cannot be read and texts that are not ended, wherever they stand', () => {
  const slots = { order: slot({ initial: 'a &&& b', valid: [{ if: 'c &&& d', say: { zh: '{{ ', en: 'Good' } }] }) }
  const steps = [
    asking,
    { id: 'b', branch: [{ if: 'e &&& f', then: 'end' }] },
    { id: 'c', say: { zh: '{{}}', en: 'Good' } },
  ]
  expect(found({ slots, flows: { one: flow(steps, { if: 'g &&& h' }) } })).toEqual([
    'error bad-expression one if g &&& h Unexpected &',
    'error bad-expression one b branch.0.if e &&& f Unexpected &',
    'error bad-template one c say.zh {{}}',
    'error bad-expression order initial a &&& b Unexpected &',
    'error bad-expression order valid.0.if c &&& d Unexpected &',
    'error bad-template order valid.0.say.zh {{',
  ])
})

it('finds loops that never wait, within a flow and through others, and lets those be that wait', () => {
  const round = (...middle: Steps) => foundIn([asking, { id: 'a', say }, ...middle, { id: 'z', say, next: 'a' }])
  expect(round()).toEqual(['error endless-loop one a a, z', 'warning dead-end one first first, a, z'])
  // It is known when the loop comes to it again.
  expect(round({ id: 'b', collect: 'order' })[0]).toBe('error endless-loop one a a, b, z')
  const cleared = [
    { id: 'y', set_slots: { order: null } },
    { id: 'b', collect: 'order' },
  ]
  expect(round(...cleared)).toEqual(['warning dead-end one first first, a, y, b, z'])
  expect(round({ id: 'b', confirm: say })).toEqual([])
  const through = (middle: Steps) =>
    found({
      flows: {
        one: flow([{ id: 'a', call: 'two' }]),
        two: { name, steps: [...middle, { id: 'b', link: 'one' }] },
      },
    })
  expect(through([])).toEqual(['error call-cycle one a one, two'])
  expect(through([{ id: 'w', ask: say, quick_replies: [{ label: name }] }])).toEqual([])
  expect(foundIn([asking, { id: 'self', call: 'one' }])).toEqual(['error call-cycle one first one'])
})

it('finds loops that say something and stop for time alone', () => {
  const round = (within: object, ...more: Steps) =>
    foundIn([asking, { id: 'a', wait: within }, { id: 'b', say, next: more[0]?.['id'] ?? 'a' }, ...more]).filter(
      (each) => each.includes('error'),
    )
  const hour = { within: 'PT1H' }
  expect(round(hour)).toEqual(['error timed-loop one a a, b'])
  expect(round(hour, { id: 'c', set_slots: { order: "'1'" }, next: 'a' })).toEqual(['error timed-loop one a a, b, c'])
  // Somebody ends it: the customer, or the company's systems.
  expect(round(hour, { id: 'c', confirm: say, next: 'a', no: 'end' })).toEqual([])
  expect(round({ event: 'paid', ...hour })).toEqual([])
  // Looking again and again is nobody's trouble.
  const until = { id: 'c', branch: [{ if: 'true', then: 'd' }], else: 'a' }
  expect(foundIn([asking, { id: 'a', wait: hour }, until, { id: 'd', say, next: 'end' }])).toEqual([])
})

it('waits ten seconds at the least and a year at the most', () => {
  const isRead = (within: string) =>
    FlowSet.safeParse({ flows: { one: flow([{ id: 'a', wait: { within } }]) } }).success
  expect(['PT10S', 'PT30M', 'P1DT12H', 'P52W', 'P12M', 'P1Y', 'P365D'].map(isRead)).toEqual(Array(7).fill(true))
  const refused = ['PT0S', 'PT9.9S', 'P0D', 'P99999999Y', 'P1Y1D', 'P13M', 'P53W', 'P1YT1S']
  expect(refused.map(isRead)).toEqual(refused.map(() => false))
})

it('goes on after a called flow only where that can be gone through without waiting', () => {
  const called = (steps: Steps) =>
    found({
      slots: order,
      flows: {
        one: flow([
          { id: 'a', call: 'two' },
          { id: 'b', say, next: 'a' },
        ]),
        two: { name, steps },
      },
    }).filter((each) => each.includes('error'))
  expect(called([{ id: 'x', say }])).toEqual(['error endless-loop one a a, b'])
  expect(called([{ id: 'x', confirm: say }])).toEqual([])
})

it('finds schedules that cannot be read or never come', () => {
  const at = (schedule: string) =>
    found({ flows: { one: { name, triggers: [{ schedule }], steps: [{ id: 'a', say }] } } })
  const good = [
    '0 9 * * *',
    '*/10 9-17 1,15 jan-JUN mon-fri',
    '0 0 29 2 *',
    '0 0 31 2 1',
    ' 0  9 * * 7 ',
    '5-50/15 * * * *',
  ]
  for (const schedule of good) expect([schedule, at(schedule)]).toEqual([schedule, []])
  const bad = ['x y z', '* * * * * *', '0 9', '@daily', '0 0 31 2 *', '0 0 30,31 2 *', '0 0 31 4,6 *', '60 * * * *']
  bad.push(
    '0 24 * * *',
    '* * 0 * *',
    '* * * 13 *',
    '* * * * 8',
    '*/0 * * * *',
    '9-5 * * * *',
    '5/10 * * * *',
    '* * * feb-x *',
  )
  for (const schedule of bad) expect(at(schedule)).toEqual([`error bad-schedule one triggers.0.schedule ${schedule}`])
})

it('warns of what an action does not take, and of what it needs', () => {
  const track = (input: object) => foundIn([asking, { id: 'a', action: 'track', input }])
  expect(track({ order: 'slots.order' })).toEqual([])
  expect(track({ wrong: 'slots.order' })).toEqual([
    'warning unknown-input one a input.wrong track wrong',
    'warning missing-input one a input track order',
  ])
})

it('warns of actions that are done without a yes, and of a yes that was taken back', () => {
  const sure = { id: 'sure', confirm: say }
  const pay = { id: 'pay', action: 'refund' }
  const unconfirmed = ['warning unconfirmed-action one pay action refund']
  expect(foundIn([asking, sure, pay])).toEqual([])
  expect(foundIn([asking, pay])).toEqual(unconfirmed)
  expect(foundIn([asking, { ...sure, no: 'pay' }, pay])).toEqual(unconfirmed)
  expect(foundIn([sure, asking, pay])).toEqual(unconfirmed)
  const branch = { id: 'b', branch: [{ if: 'true', then: 'pay' }] }
  expect(foundIn([asking, branch, sure, pay])).toEqual(unconfirmed)
})

it('warns of what is not said in a language that others are said in', () => {
  const half = [asking, { id: 'a', say: { zh: '好' } }]
  expect(foundIn(half)).toEqual(['warning missing-translation one a say en'])
  const chinese = { name: { zh: '名' }, triggers: [{ page: '/x' }], steps: [{ id: 'a', say: { zh: '好' } }] }
  expect(found({ flows: { one: chinese } })).toEqual([])
})

it('warns of slots, tables and flows that nothing uses, triggers that are shared, and waits without an end', () => {
  const table = { name, inputs: ['order'], rows: [{ when: { other: { from: 1 } }, then: { gone: 1 } }] }
  const set = {
    slots: { order: slot(), spare: slot({ type: 'choice' }) },
    tables: { costs: table },
    flows: {
      one: flow([asking, { id: 'w', wait: { event: 'paid' } }]),
      two: flow([asking]),
      three: flow([asking], { if: 'true' }),
      four: { name, steps: [asking] },
    },
  }
  expect(found(set)).toEqual([
    'error no-choices spare',
    'error not-an-input costs rows.0.when.other other',
    'error unknown-slot costs rows.0.then.gone gone',
    'warning wait-without-otherwise one w paid',
    'warning never-begun four',
    'warning unused-slot spare',
    'warning unused-table costs',
    'warning shared-trigger two triggers.0 one return-order',
  ])
})

it('tells at most 10,000, errors before warnings', () => {
  const steps = Array.from({ length: 300 }, (_, place) => ({
    id: `s${place}`,
    collect: 'gone',
    ask: { zh: '好' },
    next: 'off',
  }))
  const flows = Object.fromEntries(Array.from({ length: 60 }, (_, place) => [`f${place}`, flow(steps)]))
  const findings = checkFlows(FlowSet.parse({ flows }), known)
  expect([findings.length, new Set(findings.map(({ severity }) => severity))]).toEqual([10_000, new Set(['error'])])
})
