import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createAsking } from './asking.ts'
import { createEntityGraph, type GraphEdge } from './entity-graph.ts'
import { learn, type Lesson } from './learn.ts'
import { untaught } from './untaught.ts'

type Triple = readonly [subject: string, relation: string, object: string]

function graphOf(triples: readonly Triple[]) {
  const graph = createEntityGraph()
  for (const [subject, relation, object] of triples) {
    for (const name of [subject, object]) graph.put({ id: name, names: [name] })
    graph.connect({ id: `${subject} ${relation} ${object}`, subject, relation, object })
  }
  return graph
}
const seeAll = () => true
const shop: Triple[] = [
  ['云杉羽绒服', '填充物', '鹅绒'],
  ['云杉羽绒服', '价格', '¥699'],
  ['鹅绒', '洗涤方式', '手洗'],
  ['云杉冲锋衣', '价格', '¥499'],
  ['北极星（水杯）', '容量', '480ml'],
  ['北极星（台灯）', '功率', '9W'],
  ['Alder kettle', 'capacity', '1.7 L'],
  ['Alder kettle', 'replacement filter', 'Alder filter F2'],
  ['Alder filter F2', 'price', '$12'],
]
const bestOf = (triples: Triple[], text: string) =>
  createAsking(untaught())(graphOf(triples), { text, visible: seeAll })[0]

describe('before anything was learnt', () => {
  test.each([
    ['云杉羽绒服多少钱？', ['价格'], '¥699'],
    ['云杉羽绒服的填充物是什么', ['填充物'], '鹅绒'],
    ['云杉羽绒服的填充物怎么洗？', ['填充物', '洗涤方式'], '手洗'],
    ['北极星水杯容量多大', ['容量'], '480ml'],
    ['how much does the ALDER_kettle hold?', ['capacity'], '1.7 L'],
    ['what is the price of the replacement filter of the alder kettle', ['replacement filter', 'price'], '$12'],
    ['填充物是鹅绒的有哪些', ['^填充物'], '云杉羽绒服'],
  ])('%s goes along %j', (text, relations, end) => {
    const best = bestOf(shop, text)
    expect(best?.relations).toEqual(relations)
    expect(best?.ends[0]).toBe(end)
  })

  test('the way to an end is told hop by hop', () => {
    const best = bestOf(shop, '云杉羽绒服的填充物怎么洗？')!
    expect(best.hopsTo('手洗').map(({ from, edge, to }) => [from, edge.relation, to])).toEqual([
      ['云杉羽绒服', '填充物', '鹅绒'],
      ['鹅绒', '洗涤方式', '手洗'],
    ])
  })

  test('a question that names nothing of the graph leads nowhere', () => {
    expect(bestOf(shop, 'zzz qqq')).toBeUndefined()
    expect(bestOf(shop, '')).toBeUndefined()
    expect(bestOf([], '云杉羽绒服多少钱')).toBeUndefined()
  })
})

test('what may not be seen is not there, however the question is put', () => {
  const graph = graphOf(shop)
  const ask = createAsking(untaught())
  const visible = (edge: GraphEdge) => edge.object !== '手洗' && edge.relation !== '价格'
  for (const text of [
    '云杉羽绒服的填充物怎么洗？',
    '鹅绒怎么洗',
    '手洗的有哪些',
    '云杉羽绒服多少钱',
    '¥699是什么的价格',
  ])
    for (const { ends, hopsTo } of ask(graph, { text, visible }))
      for (const end of ends) expect(hopsTo(end).every(({ edge }) => visible(edge))).toBe(true)
})

const people: Triple[] = ['ada', 'bo', 'cyd', 'dee', 'eve', 'fay', 'gil', 'hal'].flatMap(
  (name, place, all): Triple[] => [
    [name, 'r1', all[(place + 1) % 8]!],
    [name, 'r2', all[(place + 3) % 8]!],
    [name, 'r3', `town ${place}`],
  ],
)
/** Words that no name of a relation holds, so that only lessons can teach them; in both orders of speech. */
const wordings: [relations: string[], wording: (name: string) => string][] = [
  [['r1'], (name) => `who raised ${name}`],
  [['r2'], (name) => `who is ${name} 's boss`],
  [['r3'], (name) => `where does ${name} live`],
  [['r1', 'r3'], (name) => `where does the one who raised ${name} live`],
  [['r2', 'r3'], (name) => `where does ${name} 's boss live`],
  [['r2', 'r1'], (name) => `who raised ${name} 's boss`],
  [['r1', 'r2'], (name) => `boss of who raised ${name}`],
]
const lessonsFor = (names: string[]): Lesson[] =>
  names.flatMap((topic) => wordings.map(([relations, wording]) => ({ question: wording(topic), topic, relations })))

describe('after lessons', () => {
  const graph = graphOf(people)
  const model = learn(graph, lessonsFor(['ada', 'bo', 'cyd', 'dee', 'eve', 'fay']))

  test('words mean the ways they were taught for, of people who were in no lesson', () => {
    const ask = createAsking(model)
    for (const { question, topic, relations } of lessonsFor(['gil', 'hal'])) {
      const best = ask(graph, { text: question, visible: seeAll })[0]
      expect([question, best?.mention.entity, best?.relations]).toEqual([question, topic, relations])
    }
  })

  test('the same lessons give the same model', () => {
    const again = learn(graph, lessonsFor(['ada', 'bo', 'cyd', 'dee', 'eve', 'fay']))
    expect(again).toEqual(model)
  })
})

test('a graph that was changed step by step equals one that is built at once', () => {
  const name = fc.constantFrom(
    '云杉',
    '云杉羽绒服',
    'North Star',
    'north star (lamp)',
    '北极星（水杯）',
    'a',
    'kettle a',
  )
  const id = fc.constantFrom('e1', 'e2', 'e3', 'e4')
  const step = fc.oneof(
    fc.record({ kind: fc.constant('put' as const), id, names: fc.uniqueArray(name, { minLength: 1, maxLength: 3 }) }),
    fc.record({ kind: fc.constant('remove' as const), id }),
    fc.record({
      kind: fc.constant('connect' as const),
      edge: fc.constantFrom('x', 'y', 'z'),
      id,
      to: id,
      relation: fc.constantFrom('r', 's'),
    }),
    fc.record({ kind: fc.constant('disconnect' as const), edge: fc.constantFrom('x', 'y', 'z') }),
  )
  const see = (graph: ReturnType<typeof createEntityGraph>) => ({
    hops: ['e1', 'e2', 'e3', 'e4'].map((each) =>
      [...graph.hopsFrom(each)]
        .map(([relation, hops]) => [relation, hops.map(({ to, edge }) => `${to} ${edge.id}`).sort()])
        .sort(),
    ),
    names: ['云 杉', '云 杉 羽 绒 服', 'north star', 'north star lamp', '北 极 星', 'a'].map((key) => [
      graph
        .named(key)
        .map(({ entity, name }) => `${entity} ${name}`)
        .sort(),
      graph.isBeginning(key),
      [...graph.withPair(key)].sort(),
    ]),
    size: graph.size(),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const changed = createEntityGraph()
      const entities = new Map<string, { id: string; names: string[] }>()
      const edges = new Map<string, GraphEdge>()
      for (const each of steps) {
        if (each.kind === 'put') {
          changed.put(each)
          entities.set(each.id, each)
        } else if (each.kind === 'remove') {
          changed.remove(each.id)
          entities.delete(each.id)
        } else if (each.kind === 'connect') {
          const edge = { id: each.edge, subject: each.id, relation: each.relation, object: each.to }
          changed.connect(edge)
          edges.set(edge.id, edge)
        } else {
          changed.disconnect(each.edge)
          edges.delete(each.edge)
        }
      }
      const built = createEntityGraph()
      for (const entity of entities.values()) built.put(entity)
      for (const edge of edges.values()) built.connect(edge)
      expect(see(changed)).toEqual(see(built))
    }),
    { seed: 3, numRuns: 200 },
  )
})
