import { expect, it } from 'vitest'
import { systemClock } from '../../platform/clock/clock.ts'
import { onBothDatabases } from '../../platform/database/database.testing.ts'
import { createHttp } from '../../platform/http/http.ts'
import { systemIds } from '../../platform/ids/ids.ts'
import { createKeptJobs } from '../../platform/jobs/jobs.testing.ts'
import { createSources } from './sources.ts'

const draft = {
  name: 'Manuals',
  place: { kind: 'upload' as const },
  language: null,
  audience: { kind: 'public' as const },
  category: null,
  tags: [],
  status: 'published' as const,
  ownerId: null,
  schedule: 'never' as const,
  paused: false,
}

onBothDatabases('sources', (opened) => {
  const tenantId = systemIds.next('tnt')
  const jobs = createKeptJobs()
  const make = () =>
    createSources({
      database: opened().database,
      jobs,
      http: createHttp({ clock: systemClock }),
      clock: systemClock,
      ids: systemIds,
      largestFile: 2_000_000,
    })
  async function* inPieces(bytes: Uint8Array) {
    for (let start = 0; start < bytes.length; start += 70_001) yield bytes.subarray(start, start + 70_001)
  }

  it('keep the bytes of a file as they were, put it before one run, and forget it when it is removed', async () => {
    const sources = make()
    const { source } = await sources.addSource(tenantId, draft)
    const bytes = Uint8Array.from({ length: 1_000_000 }, (_, place) => (place * 31) % 256)
    const given = { sourceId: source.id, location: '手册.pdf', by: null }
    const { item, run } = await sources.receiveFile(tenantId, { ...given, chunks: inPieces(bytes) })
    expect(Buffer.from(await sources.loadOriginal(tenantId, item.blobId!)).equals(Buffer.from(bytes))).toBe(true)
    const again = await sources.receiveFile(tenantId, { ...given, chunks: inPieces(bytes.subarray(1)) })
    expect([again.run.id, again.item.id]).toEqual([run.id, item.id])
    expect((await sources.loadOriginal(tenantId, again.item.blobId!)).length).toBe(999_999)
    expect(await sources.loadOriginal(tenantId, item.blobId!)).toHaveLength(0)
    expect(jobs.added.filter(({ body }) => (body as { runId: string }).runId === run.id)).toHaveLength(2)
    await sources.removeSource(tenantId, source.id)
    await expect(sources.getItem(tenantId, item.id)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('have one run at a time, however many processes are given files or asked to read at once', async () => {
    const processes = [make(), make(), make()]
    for (let round = 0; round < 10; round++) {
      const { source } = await processes[0]!.addSource(tenantId, draft)
      const given = processes.map((each, place) =>
        each.receiveFile(tenantId, {
          sourceId: source.id,
          location: `${place}.txt`,
          by: null,
          chunks: inPieces(Uint8Array.of(place)),
        }),
      )
      const files = (await Promise.all(given)).map(({ run }) => run.id)
      expect(new Set(files).size).toBe(1)
      expect((await processes[0]!.getRun(tenantId, files[0]!)).progress.known).toBe(3)
      await processes[0]!.cancelRun(tenantId, files[0]!)
      const stored = await processes[0]!.getSource(tenantId, source.id)
      const asked = processes.map((each) => each.startRun(tenantId, stored, { cause: 'person', by: 'stf_1' }))
      const runs = (await Promise.all(asked)).map(({ id }) => id)
      expect(new Set(runs).size).toBe(1)
      await processes[0]!.cancelRun(tenantId, runs[0]!)
    }
  })

  it('go through a run once, count each step once, and go on where another process broke off', async () => {
    const sources = make()
    const { source } = await sources.addSource(tenantId, draft)
    const give = (location: string) =>
      sources.receiveFile(tenantId, { sourceId: source.id, location, by: null, chunks: inPieces(Uint8Array.of(1)) })
    const { run } = await give('a')
    await give('b')
    await sources.beginRun(tenantId, run.id)
    const first = await sources.nextStep(tenantId, run.id)
    const result = { itemId: first!.itemId, outcome: 'added', reason: null, pages: 3, milliseconds: 1 } as const
    await sources.finishStep(tenantId, run.id, { locationHash: first!.locationHash, result })
    await sources.finishStep(tenantId, run.id, { locationHash: first!.locationHash, result })
    const elsewhere = make()
    expect((await elsewhere.nextStep(tenantId, run.id))?.location).toBe('b')
    expect(await elsewhere.endRun(tenantId, run.id)).toBe(false)
    expect(await elsewhere.resumeRuns(tenantId)).toBe(1)
    expect((await elsewhere.getRun(tenantId, run.id)).progress).toMatchObject({ known: 2, read: 1, added: 1, pages: 3 })
    expect((await elsewhere.cancelRun(tenantId, run.id)).state).toBe('cancelled')
    const [listed] = (await elsewhere.listSources(tenantId)).filter(({ id }) => id === source.id)
    expect(listed).toMatchObject({ items: 2, lastRun: { id: run.id, state: 'cancelled' } })
  })

  it('take only what is newer, and look again when their time has come', async () => {
    const sources = make()
    const { source } = await sources.addSource(tenantId, draft)
    const { id } = await sources.ensureItem(tenantId, source.id, 'x')
    expect((await sources.ensureItem(tenantId, source.id, 'x')).id).toBe(id)
    const taken: boolean[] = []
    for (const version of [2, 1, 2, 3]) taken.push(await sources.advanceItem(tenantId, id, version))
    expect(taken).toEqual([true, false, false, true])
    expect(await sources.startDue(tenantId)).toEqual([])
    await sources.sweep(tenantId)
  })

  it('keep the schedule of a source that is told to wait, and follow it again afterwards', async () => {
    const sources = make()
    const hourly = { ...draft, schedule: 'hourly' as const }
    const { source } = await sources.addSource(tenantId, hourly)
    expect(source).toMatchObject({ paused: false, nextAt: expect.any(String) })
    const waiting = await sources.changeSource(tenantId, source.id, { ...hourly, paused: true })
    expect(waiting).toMatchObject({ schedule: 'hourly', paused: true, nextAt: null })
    expect(await sources.changeSource(tenantId, source.id, hourly)).toMatchObject({
      paused: false,
      nextAt: expect.any(String),
    })
    expect(await sources.addSource(tenantId, { ...hourly, paused: true })).toMatchObject({ source: { nextAt: null } })
  })
})
