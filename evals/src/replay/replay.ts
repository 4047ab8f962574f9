/** Recorded conversations are taken again in the house of the demo shop, and what comes out otherwise is told. */
import { globSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { readRecording, type Recording } from '@lingxi/contract/recording'
import type { ReplayGroup, ReplayReport } from '@lingxi/contract/replay'
import { replay } from '../../../server/src/journeys/replaying/replaying.ts'
import { readConfig } from '../../../server/src/main/config.ts'
import { openModels } from '../../../server/src/main/language-models.ts'
import type { LanguageModel } from '../../../server/src/platform/models/models.ts'
import { mainTenant } from '../../../server/src/main/parts.ts'
import { openDemoHouse } from '../dialogue/demo-house.ts'
import { byModel, type House, takeAgainAgainst } from './against.ts'
import { openCompanyHouse } from './company-house.ts'
import { standing } from './record.ts'
import { tellEffect, tellReport } from './tell-report.ts'

export type ReplayFigures = Omit<ReplayReport, 'groups'> & { groups: ToldGroup[] }
type ToldGroup = Pick<ReplayGroup, 'kind' | 'before' | 'after' | 'turns' | 'conversations'> & { effect: string }

/**
 * `from`: a recording, or a folder of them; `data`: the data folder of the company they come from, in place of the house of the demo
 * shop. `say` is told of every group of changes, with examples. Throws where a file or the
 * version cannot be read.
 */
export async function replayFile(
  { from, against, data }: { from: string; against?: string | undefined; data?: string | undefined },
  say: (line: string) => void,
): Promise<ReplayFigures> {
  const recordings = filesOf(from).map((file) => readRecording(readFileSync(file, 'utf8')))
  const model = against === byModel ? await configuredModel() : undefined
  const house = await (data === undefined
    ? openDemoHouse(model ? { model } : { standing })
    : openCompanyHouse(data, { standing: newestOf(recordings) }))
  try {
    const report = await replayIn(house, recordings, against)
    for (const line of tellReport(report)) say(line)
    return { ...report, groups: report.groups.map(tellGroup) }
  } finally {
    await house.close()
  }
}

export async function replayIn(
  house: House,
  recordings: readonly Recording[],
  against?: string,
): Promise<ReplayReport> {
  const takeAgain = await takeAgainAgainst(house, against)
  return replay(
    mainTenant,
    recordings.map(({ header, conversations }) => ({
      conversations,
      after: takeAgain(header.settings),
      withModel: against === byModel,
    })),
  )
}

/** When the last of them was written down: what holds until a day stands as it stood then. */
const newestOf = (recordings: readonly Recording[]) =>
  recordings
    .map(({ header }) => header.at)
    .toSorted()
    .at(-1)!

async function configuredModel(): Promise<LanguageModel> {
  const { model } = await openModels(readConfig(process.env, process.cwd()).model)
  if (!model) throw new Error('No model is configured: LINGXI_MODEL_URL and LINGXI_MODEL_NAME say which.')
  return model
}

function filesOf(from: string): string[] {
  if (!statSync(from).isDirectory()) return [from]
  const files = globSync('*.jsonl', { cwd: from }).toSorted()
  if (files.length === 0) throw new Error(`There is no recording in ${from}.`)
  return files.map((file) => join(from, file))
}

function tellGroup(group: ReplayGroup): ToldGroup {
  const { kind, before, after, turns, conversations } = group
  return { kind, before, after, turns, conversations, effect: tellEffect(group) }
}
