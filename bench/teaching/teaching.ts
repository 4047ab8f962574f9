/** What a teacher waits for, and how long the serving thread is held, with many examples on the embedded database. */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type LabelledText, readLabelled } from '../../evals/src/labelled-texts.ts'
import { createTeaching } from '../../server/src/capabilities/teaching/teaching.ts'
import { systemClock } from '../../server/src/platform/clock/clock.ts'
import { migrate } from '../../server/src/platform/database/migrate.ts'
import { openPglite } from '../../server/src/platform/database/pglite.ts'
import { systemIds } from '../../server/src/platform/ids/ids.ts'
import { createKeptJobs } from '../../server/src/platform/jobs/jobs.testing.ts'
import { rounded } from '../search/figures.ts'
import { say } from '../say.ts'
import { watchThread } from './watch-thread.ts'

const sets = join(import.meta.dirname, '../../../shared/data/intents')
const tenantId = 'tnt_bench'
const before = ['hello ', '请问', 'so um ', '那个']

/** Public texts, and these once more with something said before them. */
function someTexts(count: number): LabelledText[] {
  const files = readdirSync(sets).flatMap((set) => ['train', 'dev'].map((part) => join(sets, set, `${part}.jsonl`)))
  const texts = files.filter((file) => existsSync(file)).flatMap((file) => readLabelled(file))
  return Array.from({ length: count }, (_, at) => {
    const { text, label } = texts[at % texts.length]!
    return { text: `${at < texts.length ? '' : before[at % before.length]}${text}`, label }
  })
}

export async function measureTeaching(count: number): Promise<object> {
  if (!existsSync(sets)) {
    say(`SKIPPED: the public texts are not in ${sets}.`)
    return { skipped: 'the public data is not here' }
  }
  const lines = someTexts(count).map(({ text, label }) => `${JSON.stringify({ text, intent: label })}\n`)
  const folder = mkdtempSync(join(tmpdir(), 'lingxi-teaching-'))
  const opened = await openPglite(folder, { durable: true, onLost: () => undefined })
  await migrate(opened.database, join(import.meta.dirname, '../../server/migrations'))
  const teaching = createTeaching({
    database: opened.database,
    jobs: createKeptJobs(),
    clock: systemClock,
    ids: systemIds,
    packsFolder: '',
    onRelease: () => undefined,
    onCancel: () => undefined,
  })
  const figures: Record<string, object> = {}
  async function measure<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
    const watching = watchThread()
    const begun = performance.now()
    const result = await work()
    const ms = performance.now() - begun
    figures[name] = { ms: rounded(ms, 1), ...watching.end() }
    say(`${name}: ${JSON.stringify(figures[name])}`)
    return result
  }

  const file = { name: 'lessons.jsonl', format: 'jsonl' as const, bytes: Buffer.from(lines.join('')) }
  const { id, adds } = await measure('preview', () => teaching.imports.preview(tenantId, file))
  await measure('commit', () => teaching.imports.commit(tenantId, id, null))
  await measure('look', () => teaching.findings.look(tenantId))
  const [first] = await measure('intents', () => teaching.intents.list(tenantId, { archived: true }))
  await measure('findings', () => teaching.findings.list(tenantId))
  await measure('overview', () => teaching.overview(tenantId))
  await measure('listExamples', () => teaching.examples.list(tenantId, { limit: 50, offset: 0 }))
  await measure('oneIntent', () => teaching.examples.list(tenantId, { intentId: first!.id, limit: 50, offset: 0 }))
  const draft = { language: 'zh' as const, intentId: first!.id, outOfScope: false, entities: [] }
  const example = { ...draft, text: '一句新的话', sentiment: null, emotion: null }
  await measure('addOne', () => teaching.examples.add(tenantId, { examples: [example], source: 'written', by: null }))
  await measure('lookAgain', () => teaching.findings.look(tenantId))
  await measure('previewAgain', () => teaching.imports.preview(tenantId, file))
  await measure('lessons', () => teaching.readLessons(tenantId))
  await measure('export', () => teaching.imports.export(tenantId, 'jsonl'))
  await opened.close()
  rmSync(folder, { recursive: true, force: true })
  return { lines: count, examples: adds.examples, ...figures }
}
