/** What a replay found, for people at a terminal: each group with what it means for customers, and an example beside it. */
import type { ChangeKind, ReplayExample, ReplayGroup, ReplayReport, ShownTurn } from '@lingxi/contract/replay'

type Change = Pick<ReplayGroup, 'before' | 'after'>
const nothing = 'nothing'

const effects: Record<ChangeKind, (change: Change) => string> = {
  breaks: ({ after }) => `can no longer be decided (${after})`,
  'look-not-recorded': ({ after }) => `look at ${after}, which nobody looked up then: what follows cannot be told`,
  'hand-over-gained': ({ before, after }) => `are handed over now (${after}), which were ${before} before`,
  'hand-over-lost': ({ before, after }) => `are no longer handed over (${before}), and are ${after} now`,
  'action-gained': ({ after }) => `ask for ${after} now`,
  'action-lost': ({ before }) => `no longer ask for ${before}`,
  silent: ({ before }) => `are no longer answered, which were ${before} before`,
  flow: ({ before, after }) => `are led by ${after ?? nothing} in place of ${before ?? nothing}`,
  step: ({ before, after }) => `come to ${after ?? 'the end'} in place of ${before ?? 'the end'}`,
  answer: ({ before, after }) => `are answered by "${after}" in place of "${before}"`,
  gone: ({ after }) =>
    `stand at ${after}, which there is no more: such conversations end with the flows they began with`,
  intent: ({ before, after }) =>
    `are understood as ${after ?? nothing} in place of ${before ?? nothing}, and decided alike`,
  wording: ({ before }) => `say the same in other words (${before})`,
  reasons: () => 'are decided alike for other reasons',
}

export const tellEffect = (group: Pick<ReplayGroup, 'kind' | 'turns' | 'before' | 'after'>): string =>
  `${group.turns} ${group.turns === 1 ? 'turn' : 'turns'} ${effects[group.kind](group)}`

const mostShown = 2

export function tellReport({ groups, leftOut, unlisted }: ReplayReport): string[] {
  const left = leftOut > 0 ? [`${leftOut} turns cannot be taken again and were left out.`] : []
  const more = unlisted.open + unlisted.told
  const past = more > 0 ? [`${more} more kinds of change are not listed.`] : []
  return [
    ...groups.flatMap((group) => [tellEffect(group), ...group.examples.slice(0, mostShown).flatMap(tellExample)]),
    ...past,
    ...left,
  ]
}

const tellExample = ({ conversationId, turn, said, before, after }: ReplayExample): string[] => [
  `   ${conversationId} turn ${turn} < ${oneLine(said) || '(something happened)'}`,
  `     - ${tellTurn(before)}`,
  `     + ${tellTurn(after)}`,
]

function tellTurn({ decision, text, flow, step, fault, intent }: ShownTurn): string {
  if (fault !== null) return fault
  const place = flow === null ? '' : ` ${flow}.${step}`
  return `[${decision ?? 'silent'}${place}; ${intent ?? '-'}] ${oneLine(text)}`
}

const oneLine = (text: string) => text.replaceAll(/\s*\n\s*/g, ' / ').slice(0, 160)
