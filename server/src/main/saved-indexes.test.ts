import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { visitor } from '@lingxi/contract/audience'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Log } from '#platform/log'
import type { SearchIndex } from '#platform/search'
import { onBothDatabases } from '../platform/database/database.testing.ts'
import { systemIds } from '../platform/ids/ids.ts'
import { createFakeClock } from '../platform/clock/clock.testing.ts'
import { aDraft, tokens } from '../capabilities/knowledge/knowledge.testing.ts'
import { createKnowledge } from '../capabilities/knowledge/knowledge.ts'
import { fingerprintOf, savedIndexFile, tidySavedIndexes } from './saved-indexes.ts'
import { createInProcess } from './search-engine.ts'

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'lingxi-saved-'))))
afterEach(() => rmSync(folder, { recursive: true }))

onBothDatabases('A saved search index', (opened) => {
  const fileOf = (tenantId: string) => savedIndexFile(folder, tenantId, 'this')

  /** A start of the program on the same database and folder; `indexed` counts passages that were cut into terms. */
  function start(worthSaving = 1) {
    const told: { event: string; fields: object }[] = []
    const tell = (event: string, fields: object = {}) => void told.push({ event, fields })
    const log: Log = { info: tell, warn: tell, error: tell }
    const indexed: string[] = []
    const indexes: SearchIndex[] = []
    const inProcess = createInProcess({ fileOf, log })
    const knowledge = createKnowledge({
      database: opened().database,
      clock: createFakeClock(),
      ids: systemIds,
      tokens,
      log,
      worthSaving,
      async createIndex(...given) {
        const index = await inProcess(...given)
        indexes.push(index)
        const upsert = (documents: Parameters<typeof index.upsert>[0]) => {
          indexed.push(...documents.map(({ title }) => title))
          return index.upsert(documents)
        }
        return { ...index, upsert }
      },
    })
    const titles = async (tenantId: string, text: string) =>
      (await knowledge.search(tenantId, { text, limit: 10, reader: visitor })).map(({ title }) => title).sort()
    const holds = (articles: { id: string }[]) => indexes[0]!.has(articles.map(({ id }) => `${id}#0`))
    return { knowledge, indexed, titles, holds, events: () => told.map(({ event }) => event) }
  }
  async function aSavedBase(count = 6) {
    const tenantId = systemIds.next('tnt')
    const { knowledge } = start()
    const added = []
    for (let number = 0; number < count; number++)
      added.push(
        await knowledge.add(tenantId, aDraft({ title: `怎么退货${number}？`, body: `第${number}步，点退货。` })),
      )
    await knowledge.settled()
    expect(existsSync(fileOf(tenantId))).toBe(true)
    return { tenantId, added }
  }

  it('is taken over at the next start, and finds the same', async () => {
    const { tenantId, added } = await aSavedBase()
    const { knowledge, titles, indexed } = start()
    expect(await titles(tenantId, '退货')).toEqual(added.map(({ title }) => title))
    expect(indexed).toEqual([])
    // What may be mistyped is counted meanwhile.
    await knowledge.settled()
    const { corrections } = await knowledge.analyse(tenantId, { text: '怎么腿货', language: 'zh' })
    expect(corrections.flatMap(({ meant }) => meant)).toContain('退货')
  })

  it('brings nothing back that was archived, removed, narrowed or written anew since', async () => {
    const { tenantId, added } = await aSavedBase()
    const later = start(1_000)
    const [archived, removed, narrowed, changed, again, kept] = added
    const { knowledge } = later
    await knowledge.change(tenantId, archived!.id, { ...aDraft({ ...archived, status: 'draft' }), version: 1 })
    await knowledge.remove(tenantId, removed!.id)
    const staffOnly = { kind: 'staff' as const, groups: [] }
    await knowledge.change(tenantId, narrowed!.id, { ...aDraft({ ...narrowed, audience: staffOnly }), version: 1 })
    await knowledge.change(tenantId, changed!.id, {
      ...aDraft({ ...changed, title: '怎么开发票？', body: '点开票。' }),
      version: 1,
    })
    await knowledge.change(tenantId, again!.id, { ...aDraft({ ...again, audience: staffOnly }), version: 1 })
    await knowledge.change(tenantId, again!.id, { ...aDraft(again), version: 2 })
    const { titles, indexed, holds } = start()
    expect(await titles(tenantId, '退货')).toEqual([again!.title, kept!.title].sort())
    expect(await titles(tenantId, '发票')).toEqual(['怎么开发票？'])
    expect(indexed.sort()).toEqual([again!.title, '怎么开发票？', narrowed!.title].sort())
    expect(await holds([archived!, removed!, kept!])).toEqual([false, false, true])
  })

  it('is cut anew with other words of the company', async () => {
    const { tenantId, added } = await aSavedBase()
    await start(1_000).knowledge.words.add(
      tenantId,
      { kind: 'word', language: 'zh', text: '退货宝', others: [], weight: 1 },
      null,
    )
    const { titles, indexed, events } = start()
    expect(await titles(tenantId, '退货')).toHaveLength(added.length)
    expect(indexed).toHaveLength(added.length)
    expect(events()).toContain('saved-search-index-refused')
  })

  it('that is damaged or cut short is thrown away and said so, and everything is found', async () => {
    const { tenantId, added } = await aSavedBase()
    const whole = readFileSync(fileOf(tenantId))
    const damaged = Buffer.from(whole)
    damaged[whole.length >> 1]! ^= 1
    for (const bytes of [damaged, whole.subarray(0, whole.length - 9), Buffer.alloc(3)]) {
      writeFileSync(fileOf(tenantId), bytes)
      const { titles, events } = start(1_000)
      expect(await titles(tenantId, '退货')).toHaveLength(added.length)
      expect(events()).toContain('saved-search-index-refused')
      expect(existsSync(fileOf(tenantId))).toBe(false)
    }
  })
})

describe('the folder of saved indexes', () => {
  it('loses what other programs saved, what was never finished, and folders of processes that have ended', async () => {
    const names = ['tnt_a.this.index', 'tnt_a.other.index', 'tnt_a.this.index.unfinished']
    for (const name of names) writeFileSync(join(folder, name), '')
    const folders = [`tnt_a-${process.pid}`, 'tnt_a-999999999', 'something']
    for (const name of folders) mkdirSync(join(folder, name))
    await tidySavedIndexes(folder, 'this')
    expect(readdirSync(folder).sort()).toEqual(['something', 'tnt_a.this.index', `tnt_a-${process.pid}`].sort())
  })

  it('is of another program when any source of it differs', async () => {
    mkdirSync(join(folder, 'server/src/main'), { recursive: true })
    writeFileSync(join(folder, 'server/src/main/one.ts'), '1')
    const before = await fingerprintOf(folder)
    expect(await fingerprintOf(folder)).toBe(before)
    writeFileSync(join(folder, 'server/src/main/one.ts'), '2')
    expect(await fingerprintOf(folder)).not.toBe(before)
  })
})
