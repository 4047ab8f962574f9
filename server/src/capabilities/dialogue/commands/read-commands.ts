/**
 * What a message means for the flows: a list of commands, in the order they are to be done. Pure; never throws for any text.
 * What is asked for goes before what is said in passing, that before another flow, and a question that nothing took comes last.
 */
import type { RecognisedEntity } from '@lingxi/contract/understanding'
import { readChoice } from '#platform/replies'
import type { CompiledFlows } from '../flows/compile.ts'
import { type Command, type FlowSituation, type Heard, takesTime } from '../situation.ts'
import { type Clause, clausesOf } from '../words/clauses.ts'
import { type Cues, says } from '../words/cues.ts'
import { fillAsked, fillInPassing } from './fill-slots.ts'
import { isOfCancelling, readConfirmation, readReply } from './read-answer.ts'
import {
  isCorrecting,
  leaveTakenBack,
  readBareCorrection,
  readCorrections,
  readQuietCorrections,
  readTakenBack,
} from './read-corrections.ts'
import { saidOfNothing } from './read-leaving.ts'
import { restsOn } from './read-refused.ts'
import { type Guess, leastGuess, readStarts, type Start, type Starts } from './read-starts.ts'
import {
  type Asked,
  asks,
  labelsOf,
  matterOf,
  names,
  openReading,
  type Reading,
  type Running,
  tellingClauses,
  wordingsOf,
} from './reading.ts'

/** Acts that are small talk where nothing else is said. */
const smallTalk = new Set(['greeting', 'thanks', 'goodbye', 'chitchat'])
/** In UTF-16 units: a longer statement that says nothing for the flow is a matter of its own. */
const longestMiss = { zh: 14, en: 48 }
/** An intent as probable as this is wished for, whatever the words might be for the flow. */
const plainly = 0.8

export function readCommands(situation: FlowSituation, flows: CompiledFlows): Command[] {
  const { heard } = situation
  if (!heard) return []
  if (heard.act === 'hand-off') return [{ kind: 'person' }]
  const reading = openReading(situation, heard, flows)
  const { running } = reading
  return running ? withinFlow(reading, running) : withoutFlow(reading)
}

/** Nothing is open: flows begin, with what the message says for their slots already. */
function withoutFlow(reading: Reading): Command[] {
  const { starts, clarify, refused } = readStarts(reading)
  if (clarify) return [clarify]
  const ofNothing = starts.length === 0 ? saidOfNothing(reading.heard.text) : undefined
  if (ofNothing) return [{ kind: 'small-talk', act: ofNothing }]
  const general = starts.length > 1 ? starts.filter((start) => isGeneral(start, reading)) : []
  const wished = general.length < starts.length ? starts.filter((start) => !general.includes(start)) : starts
  const begun = [...refuse(refused), ...wished.flatMap((start) => begin(start, reading))]
  if (begun.length === 0) return aside(reading)
  const question = wished.length > 0 ? questionBeside(wished, reading) : undefined
  return question === undefined ? begun : [...begun, { kind: 'knowledge', question }]
}

/** "How long do refunds take?", beside a wish: it asks what holds, and names nothing of the customer's own. */
function isGeneral({ intent }: Start, { clauses, heard }: Reading): boolean {
  if (!intent) return false
  const own = clauses.filter(({ start, end }) => start < intent.end && end > intent.start)
  const isOwn = heard.entities.some(({ start }) => start >= intent.start && start < intent.end)
  return !isOwn && own.length > 0 && own.every(({ text }) => says('askHow', text))
}

/** What asks in a clause of its own, apart from those that the flows were begun by and filled from. */
function questionBeside(wished: Start[], { clauses, taken, heard }: Reading): string | undefined {
  const isBegun = ({ start, end }: Clause) =>
    wished.some(({ intent }) => intent && start < intent.end && end > intent.start)
  const isFilled = ({ start, end }: Clause) =>
    [...taken.entities].some((each) => each.start >= start && each.start < end)
  const open = clauses.filter(
    (clause, place) => asks(clause) && !taken.clauses.has(place) && !isBegun(clause) && !isFilled(clause),
  )
  if (open.length > 0) return open.map(({ start, end }) => heard.text.slice(start, end).trim()).join(' ')
  return askedOfOthers(wished, heard)
}

/** "Is it in stock and can I pay cash?": a part that understanding read apart, which begins no flow and asks. */
function askedOfOthers(wished: Start[], { text, intents }: Heard): string | undefined {
  const apart = intents.filter((other) =>
    wished.every(({ intent }) => intent && (other.end <= intent.start || other.start >= intent.end)),
  )
  const said = apart.map(({ start, end }) => text.slice(start, end).trim()).filter(asksSomething)
  return said.length > 0 ? said.join(' ') : undefined
}

function begin({ kind, flow, score, because }: Start, reading: Reading): Command[] {
  const { flows, taken } = reading
  const before = taken.entities.size
  const filled = fillInPassing(reading, flows.flows.get(flow)?.collects ?? [], { isAnew: true })
  const isNamed = taken.entities.size > before
  return [{ kind, flow, score, because, ...(isNamed && { isNamed }) }, ...filled]
}

const refuse = (flows: string[]) => flows.map((flow) => ({ kind: 'refuse' as const, flow }))

/** A question for knowledge, or small talk; nothing where the message is neither. */
function aside({ heard, clauses }: Reading): Command[] {
  if (smallTalk.has(heard.act)) return [{ kind: 'small-talk', act: heard.act }]
  if (heard.question === '' || clauses.length === 0) return []
  return [{ kind: 'knowledge', question: heard.question }]
}

/** What is named while a flow is open is for that flow: only what somebody says they want begins another. */
const wishedIn = (all: Starts): Starts => ({
  ...all,
  starts: all.starts.filter(({ intent, because }) => intent !== undefined || !/^(?:entity|page) /.test(because)),
})

function withinFlow(reading: Reading, running: Running): Command[] {
  const takenBack = readTakenBack(reading)
  if (takenBack.length > 0) return takenBack
  leaveTakenBack(reading)
  const starts = wishedIn(readStarts(reading))
  const steered = steer(reading, running, starts)
  if (steered) return steered
  const answered = answer(reading, running, starts)
  const isAnswered = answered.some(({ kind }) => kind !== 'miss')
  const begun = elsewhere(starts, reading, isAnswered)
  // What begins another flow is about that one, unless it answered this one as well.
  const others = isAnswered || begun.length === 0 ? fillInPassing(reading, collectsOf(reading)) : []
  const done = [...answered, ...others, ...begun]
  const question = begun.length === 0 ? leftQuestion(reading, done.length > 0) : undefined
  const also: Command[] = question === undefined ? [] : [{ kind: 'knowledge', question }]
  const all = [...done, ...also]
  const said = all.some(({ kind }) => kind !== 'miss') ? all.filter(isTaken) : all
  return said.length > 0 ? said : nothingTaken(reading, running)
}

const collectsOf = (reading: Reading) =>
  matterOf(reading).flatMap((flow) => reading.flows.flows.get(flow)?.collects ?? [])

/** A miss that only says "not understood" is none where something else was understood. */
const isTaken = (command: Command) => command.kind !== 'miss' || command.said !== ''

/** Breaking off, help, saying again, going on: what is said about the flow and not for it. */
function steer(reading: Reading, running: Running, { starts, refused }: Starts): Command[] | undefined {
  const { waits } = running.frame
  const matter = matterOf(reading)
  // What begins a flow takes the values that are named: only where it is what is done.
  const others = starts.filter(({ flow }) => !matter.includes(flow))
  const beginAll = (wished: Start[]) => wished.flatMap((start) => begin(start, reading))
  const broken = reading.clauses.filter(({ text }) => breaksOff(text, reading, running))
  if (broken.length > 0) {
    // "算了，不退了" sounds like taking a return back, and is no wish of its own.
    const isAll = broken.length === reading.clauses.length
    if (!isAll && waits === 'confirmation' && isPutRight(reading)) return undefined
    const isBroken = (at: number) => broken.some(({ start, end }) => at >= start && at < end)
    return [
      { kind: 'cancel' },
      ...beginAll(others.filter(({ intent }) => !intent || (!isAll && !restsOn(intent, isBroken)))),
    ]
  }
  if (!refused.some((flow) => matter.includes(flow))) return steerByWords(reading, { running, others })
  return waits === 'confirmation' && others.length === 0
    ? [{ kind: 'deny' }]
    : [...refuse(refused), ...beginAll(others)]
}

/** "算了，还是退款吧": another value for what is to be confirmed, and nothing is broken off. */
function isPutRight(reading: Reading): boolean {
  const taken = { clauses: new Set<number>(), entities: new Set<RecognisedEntity>() }
  return readQuietCorrections({ ...reading, clauses: [...reading.clauses], taken }, { words: true }).length > 0
}

function steerByWords(
  { clauses, asked, ...rest }: Reading,
  { running: { frame }, others }: { running: Running; others: Start[] },
): Command[] | undefined {
  const open = tellingClauses({ clauses })
  const [first] = open
  if (!first) return undefined
  if (asked && open.length === 1 && isChoice(first.text, asked, { clauses, asked, ...rest })) return undefined
  const said = open.map(({ text }) => named(text, asked ? labelsOf(asked.slot) : []))
  const isAll = (...cues: (keyof Cues)[]) => said.every((each) => cues.some((cue) => says(cue, each)))
  if (isAll('repeat')) return [{ kind: 'repeat' }]
  // "Where is it?" to "what would you like to do?" is no call for help.
  const isWish = frame.waits === 'reply' && others.some(({ intent, score }) => intent && score >= plainly)
  if (isAll('help', 'repeat') && frame.waits !== 'nothing' && !isWish) return [{ kind: 'help' }]
  return isAll('resume') ? [{ kind: 'resume' }] : undefined
}

function breaksOff(text: string, reading: Reading, running: Running): boolean {
  const { waits } = running.frame
  const { asked } = reading
  if (isOfCancelling(text, reading, running)) return says('refuse', text) && waits !== 'confirmation'
  if (says('cancel', text)) return !(asked && isChoice(text, asked, reading))
  const isYesOrNo = waits === 'confirmation' || asked?.slot.type === 'yes_no' || waits === 'reply'
  return !isYesOrNo && says('drop', text) && !(asked && isChoice(text, asked, reading))
}

/** A choice may be called 不知道 or 不想要. */
const isChoice = (text: string, { slot }: Asked, reading: Reading) =>
  slot.type === 'choice' && readChoice(wordingsOf(slot, reading), text) !== undefined

/** 订单号在哪看 as 这个在哪看. */
function named(text: string, labels: string[]): string {
  const label = labels.find((each) => text.includes(each))
  if (label)
    return text.replace(label, /\p{Script=Han}/u.test(label) ? '这个' : 'it').replace(/\b(?:my|the|your) it\b/, 'it')
  const head = /^(.{2,6}?)(?=在?哪|是?什么|怎么|如何|是干)/u.exec(text)?.[1]
  return head && names(head, labels) ? text.replace(head, '这个') : text
}

/** What is waited for: a slot, a yes, a reply; and what is put right. */
function answer(reading: Reading, { frame }: Running, { starts }: Starts): Command[] {
  const corrections = correctionsIn(reading, starts)
  if (frame.waits === 'slot' && reading.asked) {
    if (corrections.length > 0) return [...corrections, ...fillInPassing(reading, [reading.asked.name])]
    if (isFreeText(reading) && starts.some((start) => isWanted(start, reading))) return []
    const bare = readBareCorrection(reading, reading.asked)
    return bare.length > 0 ? bare : fillAsked(reading.asked, reading)
  }
  if (corrections.length > 0) return corrections
  if (frame.waits === 'confirmation') {
    const quiet = isQuestion(reading) ? [] : readQuietCorrections(reading, { words: true })
    const isBound = starts.some((start) => !matterOf(reading).includes(start.flow))
    return quiet.length > 0 ? quiet : readConfirmation(reading, { isBound })
  }
  return frame.waits === 'reply' ? readReply(reading) : []
}

/** "First tell me where my refund for … is" is another matter, and no correction of this one. */
function correctionsIn(reading: Reading, starts: Start[]): Command[] {
  const matter = matterOf(reading)
  const isElsewhere = starts.some((start) => start.intent && !matter.includes(start.flow) && isWanted(start, reading))
  return isCorrecting(reading) && !isElsewhere ? readCorrections(reading) : []
}

const isFreeText = ({ asked }: Reading) => asked?.slot.type === 'text' && !asked.slot.entities
const isQuestion = ({ clauses }: Reading) => clauses.some(asks)

/** Another matter is plainly asked for or about, with words of wishing. */
function isWanted({ intent, because }: Start, { clauses }: Reading): boolean {
  if (because === 'named') return true
  const own = clauses.filter(({ start, end }) => !intent || (start < intent.end && end > intent.start))
  return own.some((clause) => asks(clause) || says('want', clause.text))
}

/** Other flows that the message begins beside what it says for this one; one that waits is come back to. */
function elsewhere({ starts, clarify }: Starts, reading: Reading, isAnswered: boolean): Command[] {
  const matter = matterOf(reading)
  if (!isAnswered && clarify && !clarify.flows.some((flow) => matter.includes(flow))) return [clarify]
  const others = starts.filter((start) => !matter.includes(start.flow) && isFree(start, reading, isAnswered))
  return others.flatMap((start) => begin(start, reading))
}

/** What answered the flow does not begin another one as well, unless it is wished for in so many words. */
function isFree(start: Start, reading: Reading, isAnswered: boolean): boolean {
  if (!start.intent) return start.because === 'named' || (!isAnswered && start.because.startsWith('entity'))
  if (!isAnswered) return true
  const { intent } = start
  const own = reading.clauses.filter((clause) => clause.start < intent.end && clause.end > intent.start)
  const open = own.filter((clause) => !reading.taken.clauses.has(reading.clauses.indexOf(clause)))
  return open.some((clause) => (asks(clause) || says('want', clause.text)) && !says('affirm', clause.text))
}

/** What asks and was taken for nothing. */
function leftQuestion({ clauses, taken, heard }: Reading, isAnswered: boolean): string | undefined {
  const open = clauses.filter((clause, place) => asks(clause) && !taken.clauses.has(place))
  if (open.length === 0 || heard.act === 'chitchat') return undefined
  if (!isAnswered && heard.question !== '') return heard.question
  return open.map(({ start, end }) => heard.text.slice(start, end).trim()).join(' ')
}

function nothingTaken(reading: Reading, { frame }: Running): Command[] {
  const { heard, asked, text, clauses } = reading
  if (smallTalk.has(heard.act) && !says('hum', text)) return [{ kind: 'small-talk', act: heard.act }]
  // Who wants a moment is told that there is time.
  if (clauses.some((clause) => says('hesitate', clause.text))) return [{ kind: 'small-talk', act: takesTime }]
  const isLong = text.length > longestMiss[heard.language]
  if (heard.question !== '' && (isLong || frame.waits === 'action' || frame.waits === 'event'))
    return [{ kind: 'knowledge', question: heard.question }]
  return asked ? [{ kind: 'miss', slot: asked.name, said: '' }] : []
}

/** Whether a message asks for something, and whether it asks how something is done or what holds for it. */
export const asksSomething = (text: string) => clausesOf(text).some(asks)
export const asksHow = (text: string) => clausesOf(text).some((clause) => says('askHow', clause.text))

export const asksHowLong = (text: string) => clausesOf(text).some((clause) => says('askHowLong', clause.text))

/** Flows that a message may be about, the most probable first, from the probability `least` on. */
export function guessesIn(situation: FlowSituation, flows: CompiledFlows, least = leastGuess): Guess[] {
  const { guesses } = situation.heard ? readStarts(openReading(situation, situation.heard, flows)) : { guesses: [] }
  return guesses.filter(({ probability }) => probability >= least)
}
