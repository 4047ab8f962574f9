import { api } from '@lingxi/contract/api'
import { exchangeRoutes } from '@lingxi/contract/exchange'
import { describe, expect, it } from 'vitest'
import { onBothDatabases } from '../platform/database/database.testing.ts'
import { archiveOf, exportFrom, type Files, filesIn, importInto, outcomesOf } from './exchange.testing.ts'
import { errorsIn, problemOf, type Server, startServer, useServer } from './main.testing.ts'
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
}

/** What is equal on both sides: all but when it was written out. */
const contents = (files: Files) => ({ ...files, 'manifest.json': '' })

onBothDatabases('All knowledge', (opened) => {
  it('goes into a file and comes out of it the same, and a second time changes nothing', async () => {
    const one = await startServer(opened(), { reading })
    await fill(one)
    const admin = await one.signIn('admin')
    const archive = await exportFrom(one, admin.token)
    const files = filesIn(archive)
    expect(JSON.parse(files['manifest.json']!)).toMatchObject({ format: 'lingxi-knowledge', version: 1 })
    expect(files['sources.jsonl']).not.toMatch(/secret|whsec|trusted/)
    for (const name of ['articles', 'revisions', 'versions', 'events', 'words', 'sources', 'source-items'])
      expect([name, files[`${name}.jsonl`] === '']).toEqual([name, false])

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
    'graph_curated_entities graph_added_edges graph_verdicts graph_changes graph_readings graph_names graph_edges gaps',
  ]
  await parts.followGraph.idle()
  const { sql } = await import('kysely')
  for (const table of tables.join(' ').split(' '))
    await sql`delete from ${sql.table(table)} where tenant_id = ${mainTenant}`.execute(opened.database)
  await parts.knowledge.catchUp(mainTenant)
  await parts.graph.catchUp(mainTenant)
}

/** The first file of an archive, said to unpack to two gigabytes. */
function bombOf(archive: Uint8Array): Uint8Array {
  const bytes = Buffer.from(archive)
  bytes.writeUInt32LE(0x7fffffff, bytes.indexOf(Buffer.from('PK\u0001\u0002')) + 24)
  return bytes
}
const line = (row: object) => `${JSON.stringify(row)}\n`

describe('a file that is no good export', () => {
  const server = useServer()

  it('is refused whole, with what is wrong and where, and nothing of it is taken in', async () => {
    const admin = await server().signIn('admin')
    await admin.call(api.addArticle, { body: draft })
    const files = filesIn(await exportFrom(server(), admin.token))
    const [first] = files['articles.jsonl']!.split('\n')
    const article = JSON.parse(first!) as Record<string, unknown>
    const fresh = { ...article, id: 'art_new', source: null }
    const withArticles = (...rows: object[]) => archiveOf({ ...files, 'articles.jsonl': rows.map(line).join('') })
    const bad: Record<string, Uint8Array> = {
      'no archive': new TextEncoder().encode('hello'),
      empty: new Uint8Array(),
      'half an archive': archiveOf(files).slice(0, 400),
      'no manifest': archiveOf({ 'articles.jsonl': files['articles.jsonl']! }),
      'another version': archiveOf({
        ...files,
        'manifest.json': line({ format: 'lingxi-knowledge', version: 2, exportedAt: '2026-01-01T00:00:00Z' }),
      }),
      'another file': archiveOf({ ...files, 'staff.jsonl': '' }),
      'a path that leads out': archiveOf({ ...files, '../articles.jsonl': '' }),
      'no JSON': archiveOf({ ...files, 'articles.jsonl': `${line(fresh)}{"id":` }),
      'another column': withArticles(fresh, { ...article, id: 'art_2', source: null, tenant_id: 'tnt_other' }),
      'an unknown audience': withArticles(fresh, { ...article, id: 'art_2', audience: { kind: 'everybody' } }),
      'a rule without a table': withArticles(fresh, { ...article, id: 'art_2', kind: 'rule' }),
      'a number for a text': withArticles(fresh, { ...article, id: 'art_2', title: 7 }),
      'the same twice': withArticles(fresh, fresh),
      'a history of nobody': archiveOf({
        ...files,
        'versions.jsonl': line({ article_id: 'art_x', version: 1, content: article }),
      }),
      'a secret of a source': archiveOf({ ...files, 'sources.jsonl': line({ id: 'src_1', secret: 'whsec_1' }) }),
      'a bomb': bombOf(archiveOf(files)),
    }
    for (const [name, file] of Object.entries(bad)) {
      const answer = await importInto(server(), admin.token, { file })
      expect([name, problemOf(answer).code]).toEqual([name, 'invalid-request'])
      expect(contents(filesIn(await exportFrom(server(), admin.token)))).toEqual(contents(files))
    }
    const wrong = await importInto(server(), admin.token, { file: bad['an unknown audience']! })
    expect(problemOf(wrong).errors).toMatchObject([{ path: expect.stringMatching(/^articles\.jsonl\.2\.audience/) }])
    expect(errorsIn(server().lines)).toEqual([])
  })

  it('is no way round the review of texts', async () => {
    const admin = await server().signIn('admin')
    const { settings } = await admin.call(api.getSettings, {})
    const { id } = await admin.call(api.addArticle, { body: { ...draft, title: '几点关门？' } })
    const files = filesIn(await exportFrom(server(), admin.token))
    await admin.call(api.changeSettings, { body: { ...settings, reviewRequired: true } })
    const rows = files['articles.jsonl']!.split('\n')
      .filter(Boolean)
      .map((each) => JSON.parse(each) as Record<string, unknown>)
    const mine = rows.find((row) => row['id'] === id)!
    const articles = [
      { ...mine, body: '不经审核的话。' },
      { ...mine, id: 'art_new', source: null, body: '不经审核的话。' },
    ]
    const file = archiveOf({
      ...files,
      'articles.jsonl': articles.map(line).join(''),
      'versions.jsonl': '',
      'revisions.jsonl': '',
    })
    const report = exchangeRoutes.importKnowledge.ok.parse(
      JSON.parse((await importInto(server(), admin.token, { file })).body),
    )
    expect(outcomesOf(report)['articles']).toEqual([1, 0, 0, 1])
    expect((await admin.call(api.getArticle, { params: { id: 'art_new' } })).status).toBe('review')
    expect((await admin.call(api.getArticle, { params: { id } })).body).not.toContain('不经审核')
    const repeated = exchangeRoutes.importKnowledge.ok.parse(
      JSON.parse((await importInto(server(), admin.token, { file })).body),
    )
    expect(outcomesOf(repeated)['articles']).toEqual([0, 0, 1, 1])
    await admin.call(api.changeSettings, { body: settings })
  })

  it('is for administrators, as an export is', async () => {
    const { token } = await server().signIn('supervisor')
    expect(problemOf(await importInto(server(), token, { file: archiveOf({}) })).code).toBe('not-allowed')
    const answer = await server().request({ method: 'GET', url: exchangeRoutes.exportKnowledge.path, token })
    expect(problemOf(answer).code).toBe('not-allowed')
  })
})
