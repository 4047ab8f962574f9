/** Changes of the same kind, from the same to the same, are one matter for people to judge. */
import { createHash } from 'node:crypto'
import { needsWord } from '@lingxi/contract/release-replays'
import { changeKinds, type ReplayExample, type ReplayGroup, type ReplayReport } from '@lingxi/contract/replay'
import type { Change } from './compare-turns.ts'

export type ChangedTurn = Change & { conversationId: string; turn: number; said: string }

export const mostExamples = 5
const mostGroups = 200

/** The gravest first, then those with most turns; those that there is no room for are counted. */
export function groupChanges(changes: readonly ChangedTurn[]): Pick<ReplayReport, 'groups' | 'unlisted'> {
  const groups = [...Map.groupBy(changes, ({ kind, from, to }) => keyOf([kind, from, to]))]
    .map(([key, changed]) => toGroup(key, changed))
    .toSorted(
      (one, other) => gravityOf(one) - gravityOf(other) || other.turns - one.turns || (one.key < other.key ? -1 : 1),
    )
  const past = groups.slice(mostGroups)
  const open = past.filter(({ kind }) => needsWord(kind)).length
  return { groups: groups.slice(0, mostGroups), unlisted: { open, told: past.length - open } }
}

/** Short enough for a path, and of nothing that somebody said. */
const keyOf = (parts: (string | null)[]) =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16)

const gravityOf = ({ kind }: ReplayGroup) => changeKinds.indexOf(kind)

function toGroup(key: string, changed: ChangedTurn[]): ReplayGroup {
  const { kind, from, to } = changed[0]!
  return {
    key,
    kind,
    before: from,
    after: to,
    turns: changed.length,
    conversations: new Set(changed.map(({ conversationId }) => conversationId)).size,
    examples: changed.slice(0, mostExamples).map(toExample),
  }
}

const toExample = ({ conversationId, turn, said, before, after }: ChangedTurn): ReplayExample => ({
  conversationId,
  turn,
  said,
  before,
  after,
})
