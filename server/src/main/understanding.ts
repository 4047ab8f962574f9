/** Who understands what customers write, opened as often as it takes: one reads messages, another version is tried beside it. */
import { createUnderstanding, type Understanding } from '#understanding'
import type { LanguageModel } from '#platform/models'
import type { Tokens } from '#platform/search'
import type { Parts, Platform } from './parts.ts'

type Reading = {
  tokens: Tokens
  timeZoneOf: (tenantId: string) => Promise<string>
  /** Already masked. */
  model: LanguageModel | undefined
}

/** Each reads nothing learnt yet. */
export function createOpenUnderstanding({ clock, intents, metrics }: Platform, { model, ...reading }: Reading) {
  const dear = intents && {
    transformer: intents.transformer,
    model: intents.byModel ? model : undefined,
    within: intents.within,
    clock,
    onOutcome: (of: string, outcome: Parameters<typeof metrics.countMeaning>[0]['outcome']) =>
      metrics.countMeaning({ of: `intents-${of}`, outcome }),
  }
  return (): Understanding => createUnderstanding({ ...reading, clock, dear })
}

/** Reads as this house would with that version released. Throws where there is none, or it cannot be opened. */
export async function openVersion(
  { teaching, openUnderstanding }: Pick<Parts, 'teaching' | 'openUnderstanding'>,
  tenantId: string,
  version: string,
): Promise<Understanding> {
  const artefact = await teaching.teaching.versions.artefact(tenantId, version)
  if (!artefact) throw new Error(`There is no version ${version} of what was learnt.`)
  const understanding = openUnderstanding()
  const used = await understanding.use(tenantId, { version, artefact })
  if (used.outcome === 'refused') throw new Error(`Version ${version} cannot be opened: ${used.reason}`)
  return understanding
}
