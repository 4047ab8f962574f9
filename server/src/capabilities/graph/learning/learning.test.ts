import { visitor } from '@lingxi/contract/audience'
import { describe, expect, it } from 'vitest'
import { onBothDatabases } from '../../../platform/database/database.testing.ts'
import { aGraph, anArticle } from '../graph.testing.ts'
import { untaught } from '../asking/untaught.ts'
import { byLearning } from '../graph.ts'
import { keepModel, readModel } from './model-as-json.ts'

const names = ['云杉壶', '白桦杯', '红松锅', '青竹碗', '紫藤盘', '银杏盆', '金桂瓶', '黑檀筷', '绿萝罐', '蓝莓碟']
const places = ['德化', '景德镇', '宜兴', '醴陵', '龙泉', '汝州', '钧台', '磁州', '邢台', '耀州']
/** Words that nothing says ask for a place where clay is dug. */
const asks = ['土是哪挖的', '土从哪个山头来']

onBothDatabases('What the graph learns', (opened) => {
  async function start() {
    const base = aGraph(opened().database)
    for (const [place, name] of names.entries())
      await base.graph.read(
        base.tenantId,
        anArticle(name, `- 窑口：${place + 1}号\n- 匠人：匠${name}\n- 矿区：${places[place]}`),
      )
    return base
  }
  type Started = Awaited<ReturnType<typeof start>>
  const examples = names.flatMap((name, place) => [
    ...asks.map((words) => ({ question: `${name}的${words}？`, path: [name, '矿区', places[place]!] })),
    { question: `${name}出自谁的手？`, path: [name, '匠人', `匠${name}`] },
  ])
  async function told({ graph, tenantId }: Started, text: string) {
    const [best] = await graph.ask(tenantId, { text, language: 'zh', reader: visitor })
    return best?.answers[0]
  }
  const question = '云杉壶的土是哪挖的？'

  it('answers what examples taught, in every process, only while that is switched on', async () => {
    const base = await start()
    const { learning } = base.graph
    const before = await told(base, question)
    expect(before).not.toBe('德化')
    const other = base.another()
    await other.load(base.tenantId)
    const report = await learning.addExamples(base.tenantId, examples, 'stf_1')
    expect(new Set(report.map(({ outcome }) => outcome))).toEqual(new Set(['added']))
    await learning.learnRequested(base.tenantId)
    expect(await learning.list(base.tenantId)).toEqual([])
    await learning.request(base.tenantId)
    await learning.request(base.tenantId)
    await learning.learnRequested(base.tenantId)
    const [version] = await learning.list(base.tenantId)
    expect(version).toMatchObject({
      version: 1,
      state: 'learnt',
      active: true,
      figures: { questions: 30, asked: 0, helps: true },
    })
    const { untaught, learnt } = version!.figures!
    expect(learnt.right).toBeGreaterThan(untaught.right)
    expect(learnt.saidWrong).toBeLessThanOrEqual(untaught.saidWrong)
    expect(base.told.at(-1)).toBe(byLearning)
    expect(await told(base, question)).toBe('德化')
    await other.reload(base.tenantId, byLearning)
    expect(await told({ ...base, graph: other }, '绿萝罐的土从哪个山头来？')).toBe('邢台')
    const third = { ...base, graph: base.another() }
    expect(await told(third, '紫藤盘出自谁的手？')).toBe('匠紫藤盘')
    // What was known before is known still.
    expect(await told(base, '白桦杯的窑口是什么？')).toBe('2号')

    await learning.activate(base.tenantId, null)
    expect(await told(base, question)).toBe(before)
    expect((await learning.list(base.tenantId))[0]).toMatchObject({ active: false })
    await expect(learning.activate(base.tenantId, 9)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('refuses an example that the graph does not hold, and says so of one that it holds no more', async () => {
    const { graph, tenantId } = await start()
    const path = ['云杉壶', '矿区', '德化']
    const given = [
      { question: '云杉壶的土呢？', path },
      { question: '云杉壶的土呢？', path },
      { question: '云杉壶的土呢？', path: ['云杉壶', '矿区', '月球'] },
      { question: '德化出什么？', path: ['德化', '^矿区', '云杉壶'] },
      { question: '它的土呢？', path },
      { question: '月球的土呢？', path: ['月球', '矿区', '德化'] },
    ]
    expect(await graph.learning.addExamples(tenantId, given, 'stf_1')).toEqual([
      { outcome: 'added', fault: null },
      { outcome: 'unchanged', fault: null },
      { outcome: 'refused', fault: 'no-such-path' },
      { outcome: 'added', fault: null },
      { outcome: 'refused', fault: 'not-named' },
      { outcome: 'refused', fault: 'unknown-entity' },
    ])
    const [edge] = (
      await graph.neighbourhood(tenantId, { id: 'name:云 杉 壶', limit: 9, reader: visitor })
    ).edges.filter(({ relation }) => relation === '矿区')
    await graph.judge(tenantId, edge!.id, { verdict: 'rejected', by: 'stf_1' })
    const { examples: listed, total } = await graph.learning.listExamples(tenantId, { limit: 10, offset: 0 })
    expect(total).toBe(2)
    expect(listed.map(({ fault }) => fault)).toEqual(['no-such-path', 'no-such-path'])
    await graph.learning.removeExample(tenantId, listed[0]!.id)
    await expect(graph.learning.removeExample(tenantId, listed[0]!.id)).rejects.toMatchObject({ code: 'not-found' })
    expect((await graph.learning.listExamples('another', { limit: 10, offset: 0 })).total).toBe(0)
  })

  it('stays untaught where little was given, and learns of customers only what served them', async () => {
    const { graph, tenantId } = await start()
    const served = [
      { ...examples[0]!, value: 0.7 },
      { ...examples[1]!, value: 0 },
      { question: '月球的土呢？', path: ['月球', '矿区', '德化'], value: 1 },
    ]
    await graph.learning.requestWhereTaught(tenantId, async () => [])
    await graph.learning.learnRequested(tenantId, async () => served)
    expect(await graph.learning.list(tenantId)).toEqual([])
    await graph.learning.requestWhereTaught(tenantId, async () => served)
    await graph.learning.learnRequested(tenantId, async () => served)
    expect(await graph.learning.list(tenantId)).toMatchObject([
      { state: 'learnt', active: false, figures: { questions: 1, asked: 1, helps: false } },
    ])
    // The same lessons teach nothing new.
    await graph.learning.requestWhereTaught(tenantId, async () => served)
    expect(await graph.learning.list(tenantId)).toHaveLength(1)
  })
})

describe('a model', () => {
  it('is the same after it was kept', () => {
    const model = untaught()
    expect(readModel(JSON.parse(JSON.stringify(keepModel(model))))).toEqual(model)
  })
})
