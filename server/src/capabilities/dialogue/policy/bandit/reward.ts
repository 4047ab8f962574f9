/** How a turn of the bot turned out, from what the log tells afterwards, and what that is worth. */
import type { ConversationEvent, EventOf } from '@lingxi/contract/conversation'
import type { Ending } from '@lingxi/contract/choosing'

/** Coming back within this time means that it was not solved; in milliseconds. */
export const recontactWithin = 7 * 86_400_000

/** What each ending is worth, 0–1. */
const worth: Record<Exclude<Ending, 'open'>, number> = {
  solved: 1,
  unsolved: 0,
  quiet: 0.6,
  'handed-over': 0.35,
  'asked-for-person': 0.2,
}
const recontacted = 0.5

/** `endedAt`: when the conversation came to its end, or was rated; `back`: the same customer came again within the time. */
export type Outcome = { ending: Exclude<Ending, 'open'>; back: boolean; reward: number; endedAt: string }

/**
 * How the bot's turn `turn` turned out, with a reward of 0–1; undefined while the conversation is open, because nothing is
 * known yet. What the customer says of it goes before what is seen. `nextOpenedAt`: when the same customer opened the next
 * conversation, an instant; null where they did not.
 */
export function outcomeOf(
  events: readonly ConversationEvent[],
  turn: number,
  nextOpenedAt: string | null,
): Outcome | undefined {
  const ended = events.findLast(({ type }) => type === 'conversation-resolved' || type === 'conversation-rated')
  if (!ended) return undefined
  const back = nextOpenedAt !== null && Date.parse(nextOpenedAt) - Date.parse(ended.at) <= recontactWithin
  const rated = events.findLast((event) => event.type === 'conversation-rated')
  if (rated) return { ending: rated.solved ? 'solved' : 'unsolved', back, reward: ratingOf(rated), endedAt: ended.at }
  const ending = endingOf(events.find((event) => event.type === 'hand-off-requested' && event.turn >= turn))
  return { ending, back, reward: worth[ending] * (back ? recontacted : 1), endedAt: ended.at }
}

/** What is said plainly counts as much as the stars, where there are any. */
function ratingOf({ solved, stars }: EventOf<'conversation-rated'>): number {
  const said = worth[solved ? 'solved' : 'unsolved']
  return stars === undefined ? said : (said + (stars - 1) / 4) / 2
}

function endingOf(asked: ConversationEvent | undefined): 'quiet' | 'handed-over' | 'asked-for-person' {
  if (asked?.type !== 'hand-off-requested') return 'quiet'
  return asked.reason === 'asked-for-person' ? 'asked-for-person' : 'handed-over'
}
