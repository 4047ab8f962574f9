/** What a conversation's log says of each question that was asked in it: what answered it and how that turned out. Pure. */
import type { ConversationEvent, EventOf } from '@lingxi/contract/conversation'
import type { Language } from '@lingxi/contract/message'
import type { Likeness } from '../likeness.ts'
import { withoutPersonalData } from '../personal-data.ts'

/** Why a turn was no good: the bot did not know, the customer said so, a person had to take over, or asked again. */
export const troubles = ['unknown', 'unsolved', 'handed-off', 'asked-again'] as const
export type Trouble = (typeof troubles)[number]

export type ReadTurn = {
  /** The event that decided it: with the conversation, its name. */
  seq: number
  at: string
  language: Language
  /** Without personal data. */
  question: string
  decision: 'answer' | 'unknown'
  cited: { articleId: string; start: number; end: number }[]
  /** The way through the graph that the answer went: entity, relation, entity …, `^` before what was followed backwards. */
  path: string[] | null
  trouble: Trouble | null
  /** What the customer said at the end, where it is about this turn. */
  solved: boolean | null
  askedAgain: boolean
  askedPerson: boolean
  handedOff: boolean
  /** What a person answered after the bot could not, where the matter ended well; without personal data. */
  reply: string | null
}

/** From here on two questions of one conversation count as one asked again. */
const sameQuestion = 0.75

type Decided = EventOf<'turn-decided'>
type Asked = { event: Decided; question: string; decision: 'answer' | 'unknown' }

/** Events in order; `names` are those of the customer and of the staff who spoke, to be taken out of every text. */
export function readTurns(events: ConversationEvent[], names: string[], likeness: Likeness): ReadTurn[] {
  const texts = textsOf(events)
  const asked = events.flatMap((event) => askedIn(event, texts))
  const verdict = events.findLast((event) => event.type === 'conversation-rated')?.solved ?? null
  return asked.map((turn, place) => {
    const next = asked[place + 1]
    const until = next?.event.seq ?? Infinity
    const between = events.filter(({ seq }) => seq > turn.event.seq && seq < until)
    const facts = {
      askedAgain: next !== undefined && isAgain(turn, next, likeness),
      askedPerson: between.some((event) => event.type === 'turn-decided' && wantsPerson(event)),
      handedOff: between.some(({ type }) => type === 'hand-off-requested'),
    }
    const solved = verdictFor({ verdict, ...facts, isLast: next === undefined })
    const { language } = turn.event.why
    return {
      seq: turn.event.seq,
      at: turn.event.at,
      language,
      question: withoutPersonalData(turn.question, language, names),
      decision: turn.decision,
      cited: turn.decision === 'answer' ? citedIn(between) : [],
      path: turn.decision === 'answer' ? pathIn(turn.event) : null,
      trouble: troubleOf(turn.decision, { solved, ...facts }),
      solved,
      ...facts,
      reply: facts.handedOff && verdict !== false ? replyIn(between, language, names) : null,
    }
  })
}

const textsOf = (events: ConversationEvent[]) =>
  new Map(
    events.flatMap((event) => (event.type === 'message-received' ? [[event.messageId, event.text] as const] : [])),
  )

function askedIn(event: ConversationEvent, texts: Map<string, string>): Asked[] {
  if (event.type !== 'turn-decided') return []
  const unanswered =
    event.decision === 'unknown' || (event.decision === 'hand-off' && event.why.reason === 'not-understood')
  if (event.decision !== 'answer' && !unanswered && !gaveUp(event)) return []
  const question = event.why.question ?? event.about.map((id) => texts.get(id) ?? '').join('\n')
  return question.trim() === ''
    ? []
    : [{ event, question, decision: event.decision === 'answer' ? 'answer' : 'unknown' }]
}

/** A hand-off after a question that was looked up in vain has its question with it. */
const gaveUp = ({ decision, why }: Decided) => decision === 'hand-off' && why.question !== undefined

const wantsPerson = ({ decision, why }: Decided) => decision === 'hand-off' && why.reason === 'asked-for-person'

const isAgain = (turn: Asked, next: Asked, likeness: Likeness) =>
  next.event.why.signals.includes('repeated-question') || likeness.between(turn.question, next.question) >= sameQuestion

/** Praise is for the bot where no person had to help; blame is for the last question, and for what was asked again. */
function verdictFor(asked: { verdict: boolean | null; handedOff: boolean; askedAgain: boolean; isLast: boolean }) {
  if (asked.verdict === null) return null
  if (asked.verdict) return asked.handedOff || asked.askedAgain ? null : true
  return asked.isLast || asked.askedAgain ? false : null
}

function troubleOf(
  decision: Asked['decision'],
  turn: { solved: boolean | null; handedOff: boolean; askedPerson: boolean; askedAgain: boolean },
): Trouble | null {
  if (decision === 'unknown') return 'unknown'
  if (turn.solved === false) return 'unsolved'
  if (turn.handedOff || turn.askedPerson) return 'handed-off'
  return turn.askedAgain ? 'asked-again' : null
}

/** The words of the bot that answer this turn come right after its decision. */
function citedIn(between: ConversationEvent[]) {
  const answer = between.find((event) => event.type === 'message-sent' && event.speaker.kind === 'bot')
  const citations = answer?.type === 'message-sent' ? answer.citations : []
  const once = new Map(
    citations.map(({ articleId, start, end }) => [`${articleId} ${start}`, { articleId, start, end }]),
  )
  return [...once.values()]
}

function pathIn({ why }: Decided): string[] | null {
  const [hops] = why.paths ?? []
  if (!hops?.[0]) return null
  return [hops[0].from, ...hops.flatMap(({ relation, to, against }) => [against ? `^${relation}` : relation, to])]
}

function replyIn(between: ConversationEvent[], language: Language, names: string[]): string | null {
  const said = between.flatMap((event) =>
    event.type === 'message-sent' && event.speaker.kind === 'staff' && event.kind === 'answer' ? [event.text] : [],
  )
  return said.length === 0 ? null : withoutPersonalData(said.join('\n'), language, names)
}
