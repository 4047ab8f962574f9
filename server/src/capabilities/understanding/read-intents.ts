/**
 * The intents of a message: of the whole, or of its parts where they plainly say several things. What is out of scope is
 * said to be so; what may be meant instead stays as candidates to ask back with.
 */
import { isDeepStrictEqual } from 'node:util'
import type { Meaning, Reason, RecognisedIntent } from '@lingxi/contract/understanding'
import type { Classified, Classify } from './learnt.ts'
import { type Clause, clausesOf, listedIn, pairedWishes, phrasesOf } from './surface/clauses.ts'
import { withoutDenied } from './surface/contrasts.ts'
import { edited, editsOf, sourceSpan, type Traced } from './surface/traced.ts'

export type ReadIntents = Pick<Meaning, 'intents' | 'candidates' | 'outOfScope'>

/** From here on a message is in scope: the decision itself is learnt (see platform/classifier), this is its middle. */
const inScope = 0.5
/** Who is less sure has a guess and no reading: it stays a candidate, to ask back with. */
const least = 0.35
/** A part of a message counts by itself when it is this sure. */
const plain = 0.6
/** And that names an order of its own, when it is this sure. */
const named = 0.4
/** Where only a comma divides them, all of its parts have to be this sure. */
const unmistakable = 0.85
/** The same where each of them is a whole question by its grammar. */
const asksWholly = /(?:吗|么|呢|[不没])[?？\s]*$/u
const wholly = 0.7
const mostCandidates = 5
const mostReasons = 5
const mostPhrases = 3
const mostListed = 4

export const noIntents: ReadIntents = {
  intents: [],
  candidates: [],
  outOfScope: { decided: false, probability: 0 },
}

/** Numbers of orders, phones and the like: 4 digits at least, with the letters they stand among. */
const codes = /(?<![\p{Script=Latin}\d])[A-Za-z]{0,6}[-_#]?\d[\d-]{3,}[A-Za-z\d]*/gu
/** One that is as long as the number of an order, or has letters as such numbers have. */
const likeAnOrder = /^(?:[a-z]{2,6}[-_#]?\d{6,}|\d{12,})$/i
/** What the code is the object of, in front of it: characters without a space, a preposition, or the verb that begins. */
const governs = {
  zh: /\p{Script=Han}$/u,
  en: /(?:\b(?:for|of|from|in|with|about|on|is|are|and)|'s|^(?:please |can you |could you |(?:i|we)(?: want to|'d like to| need to) )?[a-z]+|(?:,|\band|\bthen) [a-z]+)\s$/i,
}
const orderIn = { zh: '订单', en: 'my order' }
const followed = /^的?\p{Script=Han}/u
const han = /\p{Script=Han}/u

/**
 * What somebody wants does not lie in which order it is: a code that nobody taught would only look strange. A number of an
 * order that stands for the order itself, as in "cancel SG70411002", is read as the word for it.
 */
function withoutCodes(made: Traced): Traced {
  const language = han.test(made.text) ? 'zh' : 'en'
  const rest = made.text.replaceAll(codes, '')
  if (!/\p{L}/u.test(rest))
    return edited(
      made,
      editsOf(made.text, /.+/gsu, () => ''),
    )
  const isSaid = /单|\border/i.test(rest)
  const isObject = (start: number, end: number) =>
    governs[language].test(made.text.slice(0, start)) || followed.test(made.text.slice(end))
  const worded = edited(
    made,
    editsOf(made.text, codes, ({ 0: code, index }) =>
      likeAnOrder.test(code) && !isSaid && isObject(index, index + code.length) ? orderIn[language] : '',
    ),
  )
  // Spaces on both sides of a code are one, and none at either end.
  return edited(
    worded,
    editsOf(worded.text, /^\s+|\s+$|(?<=\s)\s+/g, () => ''),
  )
}

export function readIntents(text: string, whatWasMade: Traced, classify: Classify): ReadIntents {
  const so = withoutDenied(whatWasMade)
  const made = /\d{4}/.test(so.text) ? withoutCodes(so) : so
  if (made.text.trim() === '') return noIntents
  const whole = classify(made.text)
  const several = eachNamesOne(text, made, classify) ?? severalIn(made, classify)
  const chosen = several ?? [{ read: whole, clause: { start: 0, end: made.text.length }, from: 0 }]
  const decided = whole.inScope < inScope && !several
  const candidates = whole.labels
    .slice(0, mostCandidates)
    .map(({ label, probability }) => ({ name: label, probability: round(probability) }))
  return {
    intents: decided
      ? []
      : unique(chosen.flatMap((part) => intentOf(text, made, part))).filter(({ probability }) => probability >= least),
    candidates,
    outOfScope: { decided, probability: round(1 - whole.inScope) },
  }
}

type Part = { read: Classified; clause: Clause; from: number }

/** "Return SG70411010, and where is SG70411031?": parts that name an order each say what is wanted with it. */
function eachNamesOne(text: string, made: Traced, classify: Classify): Part[] | undefined {
  const parts = listedIn(made.text)
  if (parts.length < 2 || parts.length > mostListed) return undefined
  const namesOne = ({ start, end }: Clause) => {
    const span = sourceSpan(made, start, end)
    return (
      text
        .slice(span.start, span.end)
        .match(codes)
        ?.filter((code) => likeAnOrder.test(code)).length === 1
    )
  }
  if (!parts.every(namesOne)) return undefined
  const read = sureParts(made, parts, { classify, least: named })
  return read.length === parts.length && saysSeveral(read) ? read : undefined
}

/** Parts that plainly say different things. */
function severalIn(made: Traced, classify: Classify): Part[] | undefined {
  const clauses = clausesOf(made.text)
  const divided = clauses.length > 1 ? sureParts(made, clauses, { classify, least: plain }) : []
  if (saysSeveral(divided)) return divided
  const paired = pairIn(made, classify)
  if (paired) return paired
  const phrases = phrasesOf(made.text)
  // Parts that are the clauses again were read already, and did not say several things.
  if (phrases.length < 2 || phrases.length > mostPhrases || isDeepStrictEqual(phrases, clauses)) return undefined
  const areQuestions = phrases.every(({ start, end }) => asksWholly.test(made.text.slice(start, end)))
  const paused = sureParts(made, phrases, { classify, least: areQuestions ? wholly : unmistakable })
  return paused.length === phrases.length && saysSeveral(paused) ? paused : undefined
}

/** What a part rests on is told of the whole of it: its words were put together anew. */
function pairIn({ text }: Traced, classify: Classify): Part[] | undefined {
  const pair = pairedWishes(text)?.map(({ said, clause }) => ({
    read: { ...classify(said), because: () => [] },
    clause,
    from: clause.start,
  }))
  const areSure = pair?.every(
    ({ read: { labels, inScope: sure } }) => sure >= plain && (labels[0]?.probability ?? 0) >= plain,
  )
  return pair && areSure && saysSeveral(pair) ? pair : undefined
}

const saysSeveral = (parts: Part[]) => new Set(parts.map(({ read }) => read.labels[0]!.label)).size > 1

function sureParts(made: Traced, clauses: Clause[], { classify, least }: { classify: Classify; least: number }) {
  return clauses.flatMap((clause): Part[] => {
    const read = classify(made.text.slice(clause.start, clause.end))
    const [best] = read.labels
    const sure = best && read.inScope >= least && best.probability >= least
    return sure ? [{ read, clause, from: clause.start }] : []
  })
}

function intentOf(text: string, made: Traced, { read, clause, from }: Part): RecognisedIntent[] {
  const [best] = read.labels
  if (!best) return []
  const because: Reason[] = read
    .because(best.label)
    .slice(0, mostReasons)
    .map(({ start, end, weight }) => {
      const span = sourceSpan(made, from + start, from + end)
      return { text: text.slice(span.start, span.end), ...span, weight: round(weight) }
    })
  return [
    { name: best.label, probability: round(best.probability), ...sourceSpan(made, clause.start, clause.end), because },
  ]
}

/** An intent that is said twice is meant once. */
const unique = (intents: RecognisedIntent[]) =>
  intents.filter(({ name }, at) => intents.findIndex((other) => other.name === name) === at)

const round = (value: number) => Math.round(value * 1000) / 1000
