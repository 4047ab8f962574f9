import { sql } from 'kysely'
import { api } from '@lingxi/contract/api'
import { exchangeRoutes } from '@lingxi/contract/exchange'
import { expect, it } from 'vitest'
import { untaught } from '../capabilities/graph/asking/untaught.ts'
import { keepModel } from '../capabilities/graph/learning/model-as-json.ts'
import { onBothDatabases } from '../platform/database/database.testing.ts'
import { archiveOf, contents, exportFrom, filesIn, importInto, outcomesOf } from './exchange.testing.ts'
import { type Server, startServer } from './main.testing.ts'
import { mainTenant } from './parts.ts'
import { reading, upload, aSource, endOf } from './sources.testing.ts'

const when = { channels: ['web'], tiers: [], regions: ['香港'], from: null, until: null }
const draft = {
  title: '潜水馆几点开门？',
  body: '每天六点开门。',
  language: 'zh' as const,
  alternatives: ['开门时间'],
  status: 'published' as const,
  audience: { kind: 'tiers' as const, tiers: ['gold'] },
  variants: [{ when, body: '香港馆七点开门。' }],
  category: '场馆/时间',
}
const rule = {
  title: '可以带孩子吗？',
  body: '由表写成',
  language: 'zh' as const,
  status: 'published' as const,
  kind: 'rule' as const,
  guide: {
    kind: 'rule' as const,
    slots: [{ name: 'adult', label: '有大人', ask: '有大人陪同吗？', type: 'yes-no' as const }],
    rows: [{ when: { adult: { among: ['yes'] } }, answer: '可以。' }],
  },
}

/** Something of every kind. */
async function fill(server: Server): Promise<void> {
  const admin = await server.signIn('admin')
  const { call } = admin
  const article = await call(api.addArticle, { body: draft })
  const { tags: _, ...rest } = { ...draft, tags: [] }
  await call(api.changeArticle, { params: { id: article.id }, body: { ...rest, body: '每天七点开门。', version: 1 } })
  const { status: _status, ...beside } = { ...rest, version: 2, edition: 0 }
  await call(api.saveRevision, { params: { id: article.id }, body: { ...beside, body: '每天八点开门。' } })
  await call(api.addArticle, {
    body: { ...draft, title: 'When does it open?', language: 'en', translationOf: article.id },
  })
  await call(api.addArticle, { body: rule })
  await call(api.addWord, { body: { kind: 'two-way', text: '潜水馆', others: ['深潜中心'] } })
  const { source } = await aSource(admin, { kind: 'upload' }, { audience: { kind: 'staff', groups: ['退款组'] } })
  const { run } = await upload(admin, source.id, ['a.md', new TextEncoder().encode('# 攀岩馆\n\n攀岩馆在三楼。')])
  await endOf(admin, run.id)
  const edge = { subject: { name: '潜水馆' }, relation: '位于', object: { name: '三楼' } }
  const { id } = await call(api.addEdge, { body: edge })
  await call(api.judgeEdge, { body: { id, verdict: 'confirmed' } })
  const example = { question: '潜水馆在几楼？', path: ['潜水馆', '位于', '三楼'] }
  await call(api.addGraphExamples, { body: { examples: [example] } })
  const steps = [{ id: 'greet', say: { zh: '您好', en: 'Hello' } }]
  const flow = { kind: 'flow', name: 'welcome', version: null, content: { name: { zh: '欢迎' }, steps } } as const
  await call(api.saveFlowPart, { body: flow })
  await call(api.publishFlows, { body: { draft: 1 } })
  const set = await call(api.addEvaluationSet, { body: { name: '常问' } })
  const asked = {
    question: '潜水馆几点开门？',
    language: 'zh' as const,
    decline: false,
    articleIds: [article.id],
    mustContain: [],
  }
  await call(api.addEvaluationQuestion, { params: { id: set.id }, body: asked })
  const evaluation = await call(api.startEvaluation, { params: { id: set.id } })
  const getRun = () => call(api.getEvaluation, { params: { id: evaluation.id } })
  await expect.poll(async () => (await getRun()).run.state).toBe('done')
  await server.parts.learning.quality.weighDown(mainTenant, article, { weight: 0.7, why: [] })
  const at = '2026-01-05T08:00:00.000Z'
  const rows = {
    article_ratings: { article_id: article.id, rater: 'r1', helpful: true, comment: '清楚', created_at: at },
    word_relations: { ...learntVersion, figures: relationsFigures, learnt: learntRelations, created_at: at },
    graph_models: { ...learntVersion, figures: graphFigures, learnt: keepModel(untaught()), created_at: at },
  }
  for (const [table, row] of Object.entries(rows))
    await sql`insert into ${sql.table(table)} select * from jsonb_populate_record(null::${sql.table(table)}, ${JSON.stringify({ tenant_id: mainTenant, ...row })}::jsonb)`.execute(
      server.opened.database,
    )
}

const learntVersion = { version: 3, state: 'learnt', active: true }
const measured = { right: 1, said: 1, saidWrong: 0 }
const graphFigures = { questions: 1, asked: 0, untaught: measured, learnt: measured, helps: false }
const relationsFigures = {
  questions: 1,
  texts: 1,
  words: 1,
  recallAt1Without: 0,
  recallAt1With: 1,
  mrrWithout: 0,
  mrrWith: 1,
  helps: true,
  ranking: { questions: 1, served: 0, mrrUsual: 0, mrrLearnt: 0, helps: false },
}
const learntRelations = {
  relations: { texts: 1, words: ['几点', '时间'], related: [['几点', [['时间', 0.7]]]] },
  weights: null,
  success: [['art_1', 0.5]],
}

onBothDatabases('All knowledge', (opened) => {
  it('goes into a file and comes out of it the same, and a second time changes nothing', async () => {
    const one = await startServer(opened(), { reading })
    await fill(one)
    const admin = await one.signIn('admin')
    const archive = await exportFrom(one, admin.token)
    const files = filesIn(archive)
    expect(JSON.parse(files['manifest.json']!)).toMatchObject({ format: 'lingxi-knowledge', version: 1 })
    expect(files['sources.jsonl']).not.toMatch(/secret|whsec|trusted/)
    // Nothing looks for gaps here, and nothing was merged in the graph.
    const none = ['gaps.jsonl', 'graph-entities.jsonl']
    for (const [name, text] of Object.entries(files)) expect([name, text === '']).toEqual([name, none.includes(name)])
    const { id: itemId } = JSON.parse(files['source-items.jsonl']!) as { id: string }
    expect(files[`originals/${itemId}`]).toBe('# 攀岩馆\n\n攀岩馆在三楼。')

    // The same installation, emptied: as if it were another.
    await empty(one)
    const preview = await importInto(one, admin.token, { file: archive, preview: true })
    const would = exchangeRoutes.importKnowledge.ok.parse(JSON.parse(preview.body))
    expect(would.committed).toBe(false)
    expect((await one.parts.knowledge.list(mainTenant, { limit: 5, offset: 0 })).total).toBe(0)
    const taken = await importInto(one, admin.token, { file: archive })
    const report = exchangeRoutes.importKnowledge.ok.parse(JSON.parse(taken.body))
    expect(report).toEqual({ ...would, committed: true })
    expect(contents(filesIn(await exportFrom(one, admin.token)))).toEqual(contents(files))

    const again = exchangeRoutes.importKnowledge.ok.parse(
      JSON.parse((await importInto(one, admin.token, { file: archive })).body),
    )
    for (const { added, changed, refused } of again.files) expect([added, changed, refused]).toEqual([0, 0, 0])
    expect(contents(filesIn(await exportFrom(one, admin.token)))).toEqual(contents(files))

    const original = { method: 'GET', url: `/api/v1/knowledge/originals/${itemId}`, token: admin.token } as const
    expect((await one.request(original)).body).toBe('# 攀岩馆\n\n攀岩馆在三楼。')
    const reader = { kind: 'customer' as const, signedIn: true, tier: 'gold', region: '香港' }
    const asked = { text: '潜水馆几点开门', language: 'zh' as const, reader, channel: 'web' }
    expect((await one.parts.knowledge.find(mainTenant, asked))[0]?.text).toBe('香港馆七点开门。')
    await one.stop()
  })

  it('changes what differs as an edit, with its past kept, and matches what came from the same place', async () => {
    const server = await startServer(opened(), { reading })
    const admin = await server.signIn('admin')
    const { id } = await admin.call(api.addArticle, { body: draft })
    const files = filesIn(await exportFrom(server, admin.token))
    const articles = files['articles.jsonl']!.split('\n').map((each) =>
      each.includes(id) ? each.replace('每天六点开门。', '每天九点开门。') : each,
    )
    const edited = { ...files, 'articles.jsonl': articles.join('\n') }
    const { body } = await importInto(server, admin.token, { file: archiveOf(edited) })
    expect(outcomesOf(exchangeRoutes.importKnowledge.ok.parse(JSON.parse(body)))['articles']![1]).toBe(1)
    const article = await admin.call(api.getArticle, { params: { id } })
    expect(article).toMatchObject({ body: '每天九点开门。', version: 2, updatedBy: admin.id })
    const past = await admin.call(api.getVersion, { params: { id, version: 1 } })
    expect(past.article.body).toBe('每天六点开门。')
    const { events } = await admin.call(api.listArticleEvents, { query: { articleId: id } })
    expect(events[0]).toMatchObject({ kind: 'changed', by: admin.id, comment: 'import' })
    await server.stop()
  })
})

async function empty({ parts, opened }: Server): Promise<void> {
  const tables = [
    'articles article_revisions article_versions article_events search_words sources source_items source_texts',
    'source_blobs article_ratings word_relations article_weights learning_acts graph_examples graph_models',
    'evaluation_sets evaluation_questions evaluation_runs evaluation_outcomes',
    'graph_curated_entities graph_added_edges graph_verdicts graph_changes graph_readings graph_names graph_edges gaps',
  ]
  await parts.followGraph.idle()
  for (const table of tables.join(' ').split(' '))
    await sql`delete from ${sql.table(table)} where tenant_id = ${mainTenant}`.execute(opened.database)
  await parts.knowledge.catchUp(mainTenant)
  await parts.graph.catchUp(mainTenant)
}
