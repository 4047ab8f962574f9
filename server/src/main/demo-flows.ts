/** The demo shop's flows: every file of `demo/flows`, put together into one set. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { FlowSet } from '@lingxi/contract/flow'
import { Problem } from '@lingxi/contract/problem'
import type { Flows } from '#flows'
import type { Log } from '#platform/log'
import { parse } from 'yaml'

const folder = join(import.meta.dirname, '../../../demo/flows')

/** Throws where a file is not well formed, or two say something of the same name. */
export function readDemoFlows(): FlowSet {
  const sets = globSync('*.yaml', { cwd: folder })
    .toSorted()
    .map((file) => FlowSet.parse(parse(readFileSync(join(folder, file), 'utf8'))))
  return FlowSet.parse({
    slots: together(sets.map(({ slots }) => slots)),
    tables: together(sets.map(({ tables }) => tables)),
    flows: together(sets.map(({ flows }) => flows)),
  })
}

function together<Part>(parts: Record<string, Part>[]): Record<string, Part> {
  const entries = parts.flatMap((part) => Object.entries(part))
  const names = entries.map(([name]) => name)
  const twice = names.find((name, place) => names.indexOf(name) !== place)
  if (twice !== undefined) throw new Error(`two files have a ${twice}`)
  return Object.fromEntries(entries)
}

type Parts = { flows: Flows; log: Log }

/**
 * Takes the shop's flows into a company that has none, and publishes them. A back office that is not there is no reason not
 * to: its actions are known as soon as it is. With anything else wrong they stay a draft.
 */
export async function loadDemoFlows(tenantId: string, { flows, log }: Parts): Promise<void> {
  if (!(await flows.isUntouched(tenantId))) return
  const draft = await flows.draft.take(tenantId, { set: readDemoFlows(), replace: true, by: null })
  const told = { note: '', draft, share: 100, at: null, by: null }
  try {
    const { number, warnings } = await flows.versions.publish(tenantId, { ...told, despite: ['unknown-action'] })
    log.info('demo-flows-published', { version: number, warnings })
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    log.error('demo-flows-refused', { faults: error.errors?.length ?? 0 }, error)
  }
}
