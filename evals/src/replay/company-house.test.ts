import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { api } from '@lingxi/contract/api'
import { Flow } from '@lingxi/contract/flow'
import { afterAll, expect, test } from 'vitest'
import { aVisitor } from '../../../server/src/main/customers.testing.ts'
import { knownArticle, startServer } from '../../../server/src/main/main.testing.ts'
import { FolderInUse } from '../../../server/src/platform/database/folder-lock.ts'
import { openPglite } from '../../../server/src/platform/database/pglite.ts'
import { migrate } from '../../../server/src/platform/database/migrate.ts'
import { replayFile } from './replay.ts'

const folder = mkdtempSync(join(tmpdir(), 'lingxi-company-'))
const data = join(folder, 'data')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const text = (zh: string) => ({ zh, en: zh })
const cancelling = (say: string) =>
  Flow.parse({ name: text('取消订单'), triggers: [{ event: 'cancel' }], steps: [{ id: 'first', say: text(say) }] })

/** A server on the folder: publishes a flow, talks, draws another, and gives its conversations out. */
async function leadConversations(from: string): Promise<void> {
  const opened = await openPglite(data, { durable: false })
  await migrate(opened.database, join(import.meta.dirname, '../../../server/migrations'))
  const server = await startServer(opened)
  const { call } = await server.signIn('admin')
  const save = (version: number | null, content: Flow) =>
    call(api.saveFlowPart, { body: { kind: 'flow', name: 'cancel', version, content } })
  await save(null, cancelling('取消了。'))
  await call(api.publishFlows, { body: { draft: (await call(api.getFlows, {})).draft } })
  const visitor = await aVisitor(server)
  await visitor.say('取消订单')
  await visitor.say(knownArticle.title)
  await save(1, cancelling('已经取消。'))
  const recorded = await call(api.downloadRecording, {})
  writeFileSync(from, await recorded.text())
  await expect(replayFile({ from, data }, () => undefined)).rejects.toThrow(FolderInUse)
  await server.stop()
  await opened.close()
}

test('conversations are held against the data of the company they come from, which stays as it is', async () => {
  const from = join(folder, 'log.jsonl')
  await leadConversations(from)
  const before = readdirSync(data, { recursive: true })
  const told: string[] = []
  const replayed = (against?: string) => replayFile({ from, data, against }, (line) => told.push(line))

  expect(await replayed()).toMatchObject({ conversations: 1, turns: 2, identical: 2, changed: 0 })
  expect((await replayed('draft')).groups).toMatchObject([{ kind: 'wording', turns: 1 }])
  expect(told.join('\n')).toContain('已经取消。')
  expect(readdirSync(data, { recursive: true })).toEqual(before)
  await expect(replayFile({ from, data: folder }, () => undefined)).rejects.toThrow('There is no data in')
})
