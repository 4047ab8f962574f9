/** Which version of the bot recorded conversations are taken again with. */
import { readFileSync } from 'node:fs'
import { extname } from 'node:path'
import type { FlowSet } from '@lingxi/contract/flow'
import type { ReleasedFlows } from '@lingxi/contract/flow-versions'
import type { Settings } from '@lingxi/contract/staff'
import { readFlows } from '../../../server/src/capabilities/flows/flows.ts'
import type { Understanding } from '../../../server/src/capabilities/understanding/understanding.ts'
import { createExchangeRoutes } from '../../../server/src/journeys/exchange/exchange-routes.ts'
import { createTakeAgain, type TakeAgain } from '../../../server/src/journeys/replaying/replaying.ts'
import { openVersion } from '../../../server/src/main/understanding.ts'
import { mainTenant, type Parts, type Platform } from '../../../server/src/main/parts.ts'
import { createTurnOver } from '../../../server/src/main/turn-over.ts'

/** `hasModel`: a model is there as it was when the conversations were led, and writes nothing here. */
export type House = { parts: Parts; platform: Platform; hasModel?: boolean }
type With = { flows: ReleasedFlows; reads: Pick<Understanding, 'understand' | 'readAct'> }

/** The language model that the environment configures. */
export const byModel = 'model'

/**
 * `against`: undefined (what the house has released), the number of a version of the flows, `draft`, a file of flows
 * (.yaml, .yml, .json), `knowledge:` and an exported archive, `understanding:` and the number or the id of a version, or `none`;
 * `model`: the one of the house writes answers.
 * Throws where there is no such thing.
 */
export async function takeAgainAgainst(
  house: House,
  against: string | undefined,
): Promise<(settings: Settings) => TakeAgain> {
  const { flows, reads } = await versionOf(house, against)
  const writes = against === byModel
  const model = { isThere: writes || house.hasModel === true, writes }
  const turnOver = createTurnOver(house.parts, { reads, model })
  return (settings) => createTakeAgain({ turnOver, flows, settings })
}

async function versionOf({ parts, platform }: House, against: string | undefined): Promise<With> {
  const { flows } = parts.flows
  const now: With = { flows: await flows.live(mainTenant), reads: parts.understanding }
  if (against === undefined || against === byModel) return now
  const [, kind, name] = /^(knowledge|understanding):(.+)$/.exec(against) ?? []
  if (kind === 'knowledge') {
    await takeKnowledge({ parts, platform }, name!)
    return now
  }
  if (kind === 'understanding') return { ...now, reads: await understandingOf({ parts, platform }, name!) }
  return { ...now, flows: await flowsOf(parts, against) }
}

async function flowsOf({ flows: { flows } }: Parts, against: string): Promise<ReleasedFlows> {
  if (against === 'draft') return { version: 0, set: await flows.draft.read(mainTenant) }
  if (/^\d+$/.test(against)) return { version: Number(against), set: await flows.setOf(mainTenant, Number(against)) }
  return { version: 0, set: readFlowFile(against) }
}

function readFlowFile(file: string): FlowSet {
  if (!['.yaml', '.yml', '.json'].includes(extname(file))) throw new Error(`There is no version ${file}.`)
  const read = readFlows(readFileSync(file, 'utf8'))
  if ('faults' in read)
    throw new Error(`${file}: ${read.faults.map(({ path, message }) => `${path}: ${message}`).join('; ')}`)
  return read.set
}

/** In place of what there is, in this house, which nobody but the replay asks. */
async function takeKnowledge({ parts, platform }: House, file: string): Promise<void> {
  const { knowledge } = parts
  for (;;) {
    const { articles } = await knowledge.list(mainTenant, { limit: 100, offset: 0 })
    if (articles.length === 0) break
    for (const { id } of articles) await knowledge.remove(mainTenant, id)
  }
  const { importKnowledge } = createExchangeRoutes({
    ...platform,
    ...parts.exchange,
    database: platform.opened.database,
  })
  const body = (async function* () {
    yield new Uint8Array(readFileSync(file))
  })()
  const caller = {
    kind: 'staff' as const,
    tenantId: mainTenant,
    staffId: 'stf_evaluation',
    role: 'admin' as const,
    name: '',
    groups: [],
  }
  await importKnowledge({ params: undefined, query: { preview: false }, body }, caller, undefined as never)
}

async function understandingOf({ parts }: House, name: string): Promise<Understanding> {
  if (name === 'none') return parts.openUnderstanding()
  const versions = await parts.teaching.teaching.versions.list(mainTenant)
  const version = versions.find(({ id, number }) => id === name || String(number) === name)
  if (!version) throw new Error(`There is no version ${name} of what was learnt.`)
  return openVersion(parts, mainTenant, version.id)
}
