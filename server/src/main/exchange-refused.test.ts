import { sql } from 'kysely'
import { api } from '@lingxi/contract/api'
import { exchangeRoutes } from '@lingxi/contract/exchange'
import { describe, expect, it } from 'vitest'
import { archiveOf, contents, exportFrom, filesIn, importInto, outcomesOf } from './exchange.testing.ts'
import { errorsIn, problemOf, useServer } from './main.testing.ts'
import { aSource, endOf, upload } from './sources.testing.ts'

const draft = {
  title: '潜水馆几点开门？',
  body: '每天六点开门。',
  language: 'zh' as const,
  status: 'published' as const,
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
      'an original of nobody': archiveOf({ ...files, 'originals/itm_x': 'x' }),
      'a model that cannot be': archiveOf({ ...files, 'graph-model.jsonl': line({ version: 1, active: true }) }),
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

  it('leaves nothing of an original that is not what its document was made of, and gives what lacks one its own', async () => {
    const admin = await server().signIn('admin')
    const { source } = await aSource(admin, { kind: 'upload' })
    const { item, run } = await upload(admin, source.id, ['b.md', new TextEncoder().encode('# 滑雪馆\n\n在五楼。')])
    await endOf(admin, run.id)
    const files = filesIn(await exportFrom(server(), admin.token))
    const name = `originals/${item.id}`
    await sql`update source_items set blob_id = null where id = ${item.id}`.execute(server().opened.database)
    const count = async () => (await sql`select from source_blobs`.execute(server().opened.database)).rows.length
    const before = await count()
    for (const text of ['# 滑雪馆\n\n在六楼。', 'x'.repeat(1_000_000), '']) {
      const answer = await importInto(server(), admin.token, { file: archiveOf({ ...files, [name]: text }) })
      expect(problemOf(answer).errors).toMatchObject([{ path: name }])
      expect(await count()).toBe(before)
    }
    const take = async (preview: boolean) => {
      const { body } = await importInto(server(), admin.token, { file: archiveOf(files), preview })
      return outcomesOf(exchangeRoutes.importKnowledge.ok.parse(JSON.parse(body)))['originals']
    }
    expect(await take(true)).toEqual([1, 0, 0, 0])
    expect(await count()).toBe(before)
    expect(await take(false)).toEqual([1, 0, 0, 0])
    expect(await take(false)).toEqual([0, 0, 1, 0])
    expect(filesIn(await exportFrom(server(), admin.token))[name]).toBe('# 滑雪馆\n\n在五楼。')
    const without = await exportFrom(server(), admin.token, false)
    expect(Object.keys(filesIn(without)).filter((each) => each.startsWith('originals/'))).toEqual([])
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
