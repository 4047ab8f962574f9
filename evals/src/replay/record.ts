/** Demo conversations are led by the demo bot and written down: some of every kind in both languages. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { type RecordedConversation, writeLine } from '@lingxi/contract/recording'
import { createRecord } from '../../../server/src/journeys/replaying/replaying.ts'
import { mainTenant } from '../../../server/src/main/parts.ts'
import { headerOf } from '../../../server/src/main/recordings.ts'
import { type DemoHouse, openDemoHouse } from '../dialogue/demo-house.ts'
import { type CaseOf, readCases } from '../dialogue/read-cases.ts'
import { leadCase } from '../dialogue/run-case.ts'

type Recorded = { conversations: number; turns: number; bytes: number }

/**
 * When the recorded conversations were led; they are replayed in a house of the same time, where what weighs alike stands in the
 * same order and nothing is cut short by the clock.
 */
export const standing = '2026-11-20T02:00:00.000Z'
/** How many of each file: enough to meet every kind in every language. */
const perFile = 2

export async function recordDemo(suite: string, file: string): Promise<Recorded> {
  const house = await openDemoHouse({ standing })
  try {
    const cases = [...Map.groupBy(readCases(suite), (each) => each.file).values()].flatMap(someOf)
    const conversations: RecordedConversation[] = []
    for (const each of cases) conversations.push(...(await record(house, each)))
    const header = await headerOf(mainTenant, { parts: house.parts, clock: house.platform.clock })
    const text = [header, ...conversations.map(countMessages)].map(writeLine).join('')
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
    const turns = conversations.flatMap(({ events }) => events.filter(({ type }) => type === 'turn-decided')).length
    return { conversations: conversations.length, turns, bytes: Buffer.byteLength(text) }
  } finally {
    await house.close()
  }
}

/** From the beginning to the end of a file: neighbours are alike. */
const someOf = (cases: CaseOf[]): CaseOf[] =>
  cases.filter(
    (_, place) => Math.floor((place * perFile) / cases.length) !== Math.floor(((place - 1) * perFile) / cases.length),
  )

async function record(house: DemoHouse, of: CaseOf): Promise<RecordedConversation[]> {
  const { conversations, customers } = house.parts
  const id = await leadCase(house, of)
  const state = id === undefined ? undefined : await conversations.find(mainTenant, id)
  if (!state) return []
  const { kind, id: known, ...rest } = await createRecord({ conversations, customers })(mainTenant, state)
  return [{ kind, id: known, name: `${of.file.replace('.yaml', '')}: ${of.name}`, ...rest }]
}

/** A turn that came late has taken an id, too: messages are counted anew, so that the same talk gives the same bytes. */
function countMessages(conversation: RecordedConversation): RecordedConversation {
  const counted = new Map<string, string>()
  const text = JSON.stringify(conversation).replaceAll(/msg_[0-9a-f]{32}/g, (id) => {
    const known = counted.get(id) ?? `msg_${String(counted.size + 1).padStart(32, '0')}`
    counted.set(id, known)
    return known
  })
  return JSON.parse(text) as RecordedConversation
}
