import { keeper, type Reader, visitor } from '@lingxi/contract/audience'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { onBothDatabases } from '../../platform/database/database.testing.ts'
import { extractStatements } from './extraction/extract.ts'
import { aGraph, anArticle } from './graph.testing.ts'
import { createTenantGraph, type Source } from './tenant-graph.ts'

const coat = (more = {}) => anArticle('云杉羽绒服', '- 货号：SG-1\n- 价格：¥699\n- 填充物：鹅绒', more)
const down = (more = {}) => anArticle('鹅绒', '- 洗涤方式：三十度手洗', more)

onBothDatabases('The graph', (opened) => {
  const start = () => aGraph(opened().database)
  type Started = ReturnType<typeof start>
  async function told({ graph, tenantId }: Started, text: string, reader: Reader = visitor) {
    const [best] = await graph.ask(tenantId, { text, language: 'zh', reader })
    return best?.clear
      ? best.paths.map((path) => [path[0]!.from, ...path.flatMap(({ relation, to }) => [relation, to])].join(' → '))
      : []
  }

  it('answers over two articles, with the path and its places', async () => {
    const base = start()
    await base.graph.read(base.tenantId, coat())
    await base.graph.read(base.tenantId, down())
    expect(await told(base, '云杉羽绒服的填充物怎么洗？')).toEqual([
      '云杉羽绒服 → 填充物 → 鹅绒 → 洗涤方式 → 三十度手洗',
    ])
    expect(await told(base, 'SG-1多少钱')).toEqual(['云杉羽绒服 → 价格 → ¥699'])
    expect(await told(base, '云杉羽绒服有没有优惠券')).toEqual([])
  })

  it('shows the path in the words of the asker, where an article in their language says the same', async () => {
    const base = start()
    await base.graph.read(base.tenantId, coat())
    await base.graph.read(base.tenantId, anArticle('Spruce Jacket', '- Article number: SG-1\n- Price: ¥699'))
    const tell = async (text: string, language: 'zh' | 'en') => {
      const [best] = await base.graph.ask(base.tenantId, { text, language, reader: visitor })
      return best?.paths.map((path) =>
        [path[0]!.from, ...path.flatMap(({ relation, to }) => [relation, to])].join(' → '),
      )
    }
    expect(await tell('What is the price of the Spruce Jacket?', 'en')).toEqual(['Spruce Jacket → Price → ¥699'])
    expect(await tell('云杉羽绒服的价格是多少？', 'zh')).toEqual(['云杉羽绒服 → 价格 → ¥699'])
  })

  it('follows an article as it changes, is withdrawn and removed, in every process', async () => {
    const base = start()
    const other = base.another()
    await other.load(base.tenantId)
    const article = coat()
    await base.graph.read(base.tenantId, article)
    await base.graph.read(base.tenantId, { ...article, version: 2, body: '- 货号：SG-1\n- 价格：¥599' })
    expect(await told(base, '云杉羽绒服多少钱')).toEqual(['云杉羽绒服 → 价格 → ¥599'])
    // A late reading of an older version changes nothing.
    await base.graph.read(base.tenantId, article)
    expect(await told(base, '云杉羽绒服多少钱')).toEqual(['云杉羽绒服 → 价格 → ¥599'])
    await other.reload(base.tenantId, article.id)
    expect(await told({ ...base, graph: other }, '云杉羽绒服多少钱')).toEqual(['云杉羽绒服 → 价格 → ¥599'])
    await base.graph.read(base.tenantId, { ...article, version: 3, status: 'draft' })
    expect(await told(base, '云杉羽绒服多少钱')).toEqual([])
    expect((await base.graph.statistics(base.tenantId)).edges).toBe(0)
    expect(base.told).toEqual([article.id, article.id, article.id])
  })

  it('is the same after a restart', async () => {
    const base = start()
    await base.graph.read(base.tenantId, coat())
    await base.graph.read(base.tenantId, down())
    const again = { ...base, graph: base.another() }
    expect(await again.graph.statistics(base.tenantId)).toEqual(await base.graph.statistics(base.tenantId))
    expect(await told(again, '云杉羽绒服的填充物怎么洗？')).toHaveLength(1)
  })

  it('belongs to one tenant', async () => {
    const [one, other] = [start(), start()]
    await one.graph.read(one.tenantId, coat())
    expect(await told({ ...other, graph: one.graph }, '云杉羽绒服多少钱')).toEqual([])
    await expect(one.graph.getEdge(other.tenantId, 'x')).rejects.toMatchObject({ code: 'not-found' })
  })

  describe('permissions', () => {
    const staffOnly = { audience: { kind: 'staff' as const, groups: [] } }
    const gold = { audience: { kind: 'tiers' as const, tiers: ['gold'] } }
    const readers: Reader[] = [
      visitor,
      { kind: 'customer', signedIn: true, tier: 'silver' },
      { kind: 'customer', signedIn: true, tier: 'gold' },
    ]

    it('make a path as secret as its most secret edge', async () => {
      const base = start()
      await base.graph.read(base.tenantId, coat())
      await base.graph.read(base.tenantId, down(gold))
      const question = '云杉羽绒服的填充物怎么洗？'
      expect(await Promise.all(readers.map(async (reader) => (await told(base, question, reader)).length))).toEqual([
        0, 0, 1,
      ])
      expect(await told(base, question, { kind: 'staff', groups: [] })).toHaveLength(1)
    })

    it('keep what only staff may read from every customer, whichever way it is asked', async () => {
      const base = start()
      await base.graph.read(base.tenantId, coat())
      await base.graph.read(
        base.tenantId,
        anArticle('云杉羽绒服', '- 货号：SG-1\n- 成本：¥123\n- 供应商：北山厂', staffOnly),
      )
      await base.graph.read(base.tenantId, anArticle('秘密代号雪豹', '- 货号：SG-1', staffOnly))
      const questions = [
        '云杉羽绒服的成本是多少',
        '北山厂供应什么',
        '¥123是什么的成本',
        '供应商是北山厂的有哪些',
        '秘密代号雪豹多少钱',
        '秘密代号雪豹的价格',
        '云杉羽绒服的供应商',
      ]
      for (const text of questions)
        for (const reader of readers) {
          const found = await base.graph.ask(base.tenantId, { text, language: 'zh', reader })
          expect(JSON.stringify(found)).not.toMatch(/¥123|北山厂|雪豹/)
          expect(text.includes('雪豹') ? found : []).toEqual([])
        }
      expect(await told(base, '云杉羽绒服的成本是多少', keeper)).toEqual(['云杉羽绒服 → 成本 → ¥123'])
    })

    it('end when an article does not hold any more', async () => {
      const base = start()
      const until = new Date(base.clock.now() + 1000).toISOString()
      await base.graph.read(base.tenantId, coat({ validUntil: until }))
      expect(await told(base, '云杉羽绒服多少钱')).toHaveLength(1)
      base.clock.move(1000)
      expect(await told(base, '云杉羽绒服多少钱')).toEqual([])
    })
  })

  describe('what people say', () => {
    it('outlasts a new reading: a rejected statement stays rejected', async () => {
      const base = start()
      const article = coat()
      await base.graph.read(base.tenantId, article)
      const { edges } = await base.graph.neighbourhood(base.tenantId, { id: 'sku:sg1', limit: 10 })
      const price = edges.find(({ relation }) => relation === '价格')!
      await base.graph.judge(base.tenantId, price.id, { verdict: 'rejected', by: 'stf_1' })
      expect(await told(base, '云杉羽绒服多少钱')).toEqual([])
      await base.graph.read(base.tenantId, { ...article, version: 2, body: `前言。\n\n${article.body}` })
      expect(await told(base, '云杉羽绒服多少钱')).toEqual([])
      const again = { ...base, graph: base.another() }
      expect(await told(again, '云杉羽绒服多少钱')).toEqual([])
    })

    it('adds edges, takes them away, and is on record', async () => {
      const base = start()
      await base.graph.read(base.tenantId, coat())
      const draft = {
        subject: { id: 'sku:sg1', name: '云杉羽绒服' },
        relation: '设计师',
        object: { name: '林青' },
        audience: { kind: 'public' as const },
      }
      const edge = await base.graph.addEdge(base.tenantId, draft, 'stf_1')
      expect(await told(base, '云杉羽绒服的设计师是谁')).toEqual(['云杉羽绒服 → 设计师 → 林青'])
      await base.graph.removeEdge(base.tenantId, edge.id, 'stf_2')
      expect(await told(base, '云杉羽绒服的设计师是谁')).toEqual([])
      const changes = await base.graph.changes(base.tenantId, 10)
      expect(changes.map(({ kind, by }) => [kind, by])).toEqual([
        ['edge-removed', 'stf_2'],
        ['edge-added', 'stf_1'],
      ])
    })

    it('merges what is the same, and parts it again', async () => {
      const base = start()
      await base.graph.read(base.tenantId, coat())
      await base.graph.read(base.tenantId, anArticle('云杉长款', '- 保修期：两年'))
      await base.graph.merge(base.tenantId, 'name:云 杉 长 款', { into: 'sku:sg1', by: 'stf_1' })
      expect(await told(base, '云杉长款多少钱')).toEqual(['云杉羽绒服 → 价格 → ¥699'])
      await expect(
        base.graph.merge(base.tenantId, 'sku:sg1', { into: 'name:云 杉 长 款', by: 'stf_1' }),
      ).rejects.toMatchObject({ code: 'invalid-request' })
      await base.graph.unmerge(base.tenantId, 'name:云 杉 长 款', 'stf_1')
      expect(await told(base, '云杉长款多少钱')).toEqual([])
      await base.graph.rename(base.tenantId, 'sku:sg1', { name: '云杉 S1', type: null, by: 'stf_1' })
      expect((await base.graph.search(base.tenantId, { q: '云杉 s1', limit: 5 }))[0]?.name).toBe('云杉 S1')
    })
  })
})

it('put together step by step is the graph that is built at once', () => {
  const titles = fc.constantFrom('云杉羽绒服', 'Spruce jacket', '鹅绒', '北极星')
  const lines = fc.constantFrom(
    '- 货号：SG-1',
    '- 货号：SG-2',
    '- 价格：¥1',
    '- 填充物：鹅绒',
    '- 兼容：北极星、云杉羽绒服',
    '鹅绒是一种羽绒。',
  )
  const change = fc.record({
    article: fc.integer({ min: 1, max: 4 }),
    title: titles,
    body: fc.uniqueArray(lines, { maxLength: 5 }),
    gone: fc.boolean(),
  })
  const merge = fc.record({
    entity: fc.constantFrom('sku:sg1', 'name:鹅 绒', 'name:北 极 星'),
    into: fc.constantFrom('sku:sg2', 'name:1', null),
  })
  const see = ({ graph, typeOf, members }: ReturnType<typeof createTenantGraph>) => ({
    entities: [...graph.entities()].map(({ id, names }) => [id, [...names].sort(), typeOf(id), members(id)]).sort(),
    edges: [...graph.edges()]
      .map(({ id, subject, relation, object, verdict }) => [id, subject, relation, object, verdict])
      .sort(),
    hops: [...graph.entities()]
      .map(({ id }) => [
        id,
        [...graph.hopsFrom(id)]
          .map(([relation, hops]) => [relation, hops.map(({ to, edge }) => `${to} ${edge.id}`).sort()])
          .sort(),
      ])
      .sort(),
  })
  fc.assert(
    fc.property(fc.array(fc.oneof({ arbitrary: change, weight: 4 }, merge), { maxLength: 14 }), (steps) => {
      const grown = createTenantGraph()
      const newest = new Map<string, Source>()
      const curated = new Map<string, { entity: string; name: null; type: null; mergedInto: string | null }>()
      let version = 0
      for (const step of steps) {
        if ('entity' in step) {
          curated.set(step.entity, { entity: step.entity, name: null, type: null, mergedInto: step.into })
          grown.lay({ curated: [...curated.values()], added: [], verdicts: [] })
          continue
        }
        const id = `art_${step.article}`
        const article = anArticle(step.title, step.body.join('\n\n'), { id, version: ++version })
        const source = {
          articleId: id,
          version,
          title: step.title,
          language: 'zh',
          readers: ['public'],
          from: null,
          until: null,
          ...extractStatements(article),
        }
        if (step.gone) {
          grown.remove(id)
          newest.delete(id)
        } else {
          grown.put(source)
          newest.set(id, source)
        }
      }
      const built = createTenantGraph()
      for (const source of newest.values()) built.put(source)
      built.lay({ curated: [...curated.values()], added: [], verdicts: [] })
      expect(see(grown)).toEqual(see(built))
    }),
    { seed: 5, numRuns: 200 },
  )
})
