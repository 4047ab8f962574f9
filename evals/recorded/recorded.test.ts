/** The recorded conversations: enough of them, decided by the bot of today as they were recorded, and telling where it is otherwise. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FlowSet } from '@lingxi/contract/flow'
import { readRecording } from '@lingxi/contract/recording'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeFlows } from '../../server/src/capabilities/flows/flows.ts'
import { createExchangeRoutes } from '../../server/src/journeys/exchange/exchange-routes.ts'
import { recordedTurns } from '../../server/src/journeys/replaying/recorded-turns.ts'
import { readDemoFlows } from '../../server/src/main/demo-flows.ts'
import { mainTenant } from '../../server/src/main/parts.ts'
import { noAnswer } from '../../server/src/capabilities/answering/prompt.ts'
import { type DemoHouse, openDemoHouse } from '../src/dialogue/demo-house.ts'
import { standing } from '../src/replay/record.ts'
import { replayIn } from '../src/replay/replay.ts'

const recording = readRecording(readFileSync(join(import.meta.dirname, 'demo.jsonl'), 'utf8'))
const turns = recording.conversations.flatMap((conversation) => [...recordedTurns(conversation)])
type Turn = (typeof turns)[number]
const says = (text: string) => (turn: Turn) => turn.outcome.messages.some((message) => message.text.includes(text))
const citedIn = ({ outcome }: Turn) => outcome.messages.flatMap(({ citations }) => citations.map(({ title }) => title))

/** Finds no answer in anything; asked only where a replay is with the model. */
const refusing = {
  name: 'refusing',
  async *stream() {
    yield noAnswer
  },
}
let house: DemoHouse
const folder = mkdtempSync(join(tmpdir(), 'lingxi-recorded-'))
// The bot learns all that the demo teaches, which takes its time.
beforeAll(async () => void (house = await openDemoHouse({ standing, model: refusing })), 300_000)
afterAll(async () => {
  await house.close()
  rmSync(folder, { recursive: true, force: true })
})

const replayed = (against?: string, of = recording) => replayIn(house, [of], against)
/** The conversations that it is about, and every fourth of the others. */
const around = (touched: (turn: Turn) => boolean) => ({
  ...recording,
  conversations: recording.conversations.filter(
    (conversation, at) => at % 4 === 0 || [...recordedTurns(conversation)].some(touched),
  ),
})
/** Groups without the examples. */
const groupsOf = async (against: string, of = recording) =>
  (await replayed(against, of)).groups.map(({ kind, before, after, turns: count }) => ({ kind, before, after, count }))

/** The demo's flows with one passage of their file in place of another. */
function flowsWith(before: string, after: string): string {
  const text = writeFlows(readDemoFlows() as FlowSet)
  expect(text.split(before).length).toBe(2)
  const file = join(folder, 'flows.yaml')
  writeFileSync(file, text.replace(before, after))
  return file
}

/** All knowledge of the house, as an administrator takes it out. */
async function exported(): Promise<string> {
  const { opened, ids, clock, log } = house.platform
  const { exportKnowledge } = createExchangeRoutes({
    database: opened.database,
    ids,
    clock,
    log,
    ...house.parts.exchange,
  })
  const pieces: Uint8Array[] = []
  const { promise, resolve } = Promise.withResolvers<void>()
  const sendFile = async ({ chunks }: { chunks: AsyncIterable<Uint8Array> }) => {
    for await (const chunk of chunks) pieces.push(chunk)
    resolve()
  }
  const of = { kind: 'staff', role: 'admin' } as const
  const caller = { ...of, tenantId: mainTenant, staffId: 'stf_1', name: '', groups: [] }
  await exportKnowledge({ params: undefined, query: { originals: false } } as never, caller, { sendFile } as never)
  await promise
  const file = join(folder, 'knowledge.zip')
  writeFileSync(file, Buffer.concat(pieces))
  return file
}

test('there are at least 30, of every kind, about half of them in each language', () => {
  const names = recording.conversations.map(({ name = '' }) => name.split(':')[0]!)
  expect(names.length).toBeGreaterThanOrEqual(30)
  const kinds = [...Map.groupBy(names, (name) => name.split('.')[0]).values()]
  expect(kinds.length).toBe(12 + 6)
  for (const ofKind of kinds) expect(new Set(ofKind).size, ofKind[0]).toBe(2)
})

test('the same bot decides every turn as it was recorded; if this fails, see what changed and record anew', async () => {
  const report = await replayed()
  expect(report.groups).toEqual([])
  expect(report).toMatchObject({ turns: turns.length, identical: turns.length, changed: 0, leftOut: 0 })
  const some = around(() => false)
  expect(JSON.stringify(await replayed('understanding:none', some))).toBe(
    JSON.stringify(await replayed('understanding:none', some)),
  )
}, 120_000)

test('other words of a flow are told as such, and nothing else', async () => {
  const words = '取消后不能恢复，已付的钱原路退回。'
  const asked = turns.filter(says(words)).length
  expect(asked).toBeGreaterThan(0)
  expect(await groupsOf(flowsWith(words, '取消后不能恢复。'), around(says(words)))).toEqual([
    { kind: 'wording', before: 'cancel_order.sure', after: null, count: asked },
  ])
}, 120_000)

test('another threshold leads to another step where it matters, and nowhere else', async () => {
  const weighs = ({ outcome }: Turn) =>
    (outcome.why.dialogue?.taken ?? []).some(({ flow, step }) => flow === 'price_protection' && step === 'fell')
  const weighed = turns.filter(weighs).length
  expect(weighed).toBeGreaterThan(0)
  const dearer = flowsWith('results.price.difference >= 1', 'results.price.difference >= 100000')
  expect(await groupsOf(dearer, around(weighs))).toEqual([
    { kind: 'step', before: 'price_protection.sure', after: 'price_protection.no_difference', count: weighed },
  ])
}, 120_000)

test('without what was learnt, what flows lead is left to the rest, and each example shows both', async () => {
  const report = await replayed(
    'understanding:none',
    around(() => false),
  )
  const lost = report.groups.filter(({ kind, before, after }) => kind === 'flow' && before !== null && after === null)
  expect(lost.length).toBeGreaterThan(2)
  for (const { examples, before } of lost)
    for (const example of examples) expect([example.before.flow, example.after.flow]).toEqual([before, null])
  expect(report.identical + report.changed).toBe(report.turns)
}, 120_000)

test('a model in place of extracted answers is told where it answers otherwise, and changes nothing else', async () => {
  const { groups } = await replayed(
    'model',
    around(() => false),
  )
  const answers = groups.filter(({ kind }) => kind !== 'reasons')
  expect(answers.length).toBeGreaterThan(0)
  for (const { examples } of answers)
    for (const { before, after } of examples) {
      expect(before.cited.length).toBeGreaterThan(0)
      expect(after.cited).toEqual([])
    }
}, 120_000)

test('an article that is gone is told where it answered, elsewhere the reasons alone; an archive brings it back', async () => {
  const whole = await exported()
  const { knowledge } = house.parts
  const [title] = turns.flatMap(citedIn)
  const { articles } = await knowledge.list(mainTenant, { q: title, limit: 20, offset: 0 })
  await knowledge.remove(mainTenant, articles.find((article) => article.title === title)!.id)
  const touched = around((turn) => citedIn(turn).includes(title!))
  const { groups } = await replayed(undefined, touched)
  const told = groups.filter(({ kind }) => kind !== 'reasons')
  expect(told.every(({ before }) => before === title)).toBe(true)
  expect(told.reduce((sum, group) => sum + group.turns, 0)).toBe(
    turns.filter((turn) => citedIn(turn).includes(title!)).length,
  )

  // The archive from before has it.
  expect(await groupsOf(`knowledge:${whole}`, touched)).toEqual([])
}, 120_000)
