/**
 * A model that helps where flows and passages do not, led by code: it sees what it is given, may look things up in the turn
 * and may ask for a flow to begin. Promises: it changes nothing; nothing is said that no source carries; it spends no more
 * time, steps and tokens than it may; instructions found in data are reported and kept from it; and whatever it or its
 * endpoint does wrong is an outcome, never thrown.
 */
import type { Assisted } from '@lingxi/contract/assist'
import type { Looked } from '@lingxi/contract/dialogue'
import type { Language } from '@lingxi/contract/message'
import type { Clock } from '#platform/clock'
import type { Ids } from '#platform/ids'
import { ModelFailure, type ModelTurn, type ToolCall, type ToolModel } from '#platform/models'
import { findInstructions, plantCanary, withholdInstructions } from './injection.ts'
import { type Budget, guessTokens, type Ledger, openLedger } from './ledger.ts'
import { frameSource, type Known, type Said, type Source, writeInstructions, writeSituation } from './prompt.ts'
import { type Lookup, type OfferedFlow, openToolbox, type Taken, type Wanted } from './toolbox.ts'

export type { Lookup, OfferedFlow, Wanted } from './toolbox.ts'

/** Takes what is said sentence by sentence, and keeps what stands on a source. */
export type Claims = {
  learn(source: Source & { about: string }): number
  push(piece: string): boolean
  end(): void
  startAgain(): void
  isRefused(): boolean
  isOnSomething(): boolean
  text(): string
  claims(): Assisted['claims']
  dropped(): readonly Assisted['dropped'][number][]
}
export type Helping = {
  model: ToolModel
  language: Language
  question: string
  /** What was said before, the oldest first. */
  conversation: readonly Said[]
  known: readonly Known[]
  sources: readonly Source[]
  lookups: readonly Lookup[]
  flows: readonly OfferedFlow[]
  budget: Budget
  /** `forbid` tells why a sentence may not be said. */
  openClaims(forbid: (sentence: string) => string | undefined): Claims
  signal: AbortSignal
  session?: string | undefined
  onDraft?: ((textSoFar: string) => void) | undefined
}
export type Helped = { record: Assisted; text: string; wanted?: Wanted | undefined }
type Ended = { outcome: Assisted['outcome']; reason?: string; wanted?: Wanted }

/** In UTF-16 units, of one step. */
const longestWritten = 4_000
const mostCallsAtOnce = 4
const mostWrong = 3

export function createAssisting({ clock, ids }: { clock: Clock; ids: Pick<Ids, 'secret'> }) {
  return {
    async help(helping: Helping): Promise<Helped> {
      const attempt = openAttempt(helping, { clock, canary: plantCanary(ids.secret()) })
      const late = new AbortController()
      const callOff = clock.after(helping.budget.milliseconds, () => late.abort())
      const signal = AbortSignal.any([helping.signal, late.signal])
      try {
        return attempt.close(await whileWithin(attempt.lead(signal), signal))
      } catch (error) {
        if (!(error instanceof ModelFailure)) throw error
        const isLate = late.signal.aborted && !helping.signal.aborted
        if (isLate) return attempt.close({ outcome: 'too-slow', reason: 'the time of the turn is spent' })
        return attempt.close({ outcome: error.kind, reason: error.message })
      } finally {
        callOff()
      }
    },
  }
}
export type Assisting = ReturnType<typeof createAssisting>

/** What does not heed the signal is left behind. */
function whileWithin<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  work.catch(() => undefined)
  const { promise, reject } = Promise.withResolvers<never>()
  const giveUp = () => reject(new ModelFailure('cancelled', 'The call was given up'))
  if (signal.aborted) giveUp()
  signal.addEventListener('abort', giveUp, { once: true })
  return Promise.race([work, promise]).finally(() => signal.removeEventListener('abort', giveUp))
}

type Wall = { clock: Clock; canary: ReturnType<typeof plantCanary> }

function openAttempt(helping: Helping, { clock, canary }: Wall) {
  const { model, language, question, conversation, known, budget, session, onDraft } = helping
  const reported: Assisted['reported'] = []
  const looked: Looked[] = []
  const ledger = openLedger(clock, budget)
  let isLeaked = false
  let wrongs = 0

  const report = (where: string, found: readonly string[]) => {
    for (const what of found)
      if (!reported.some((each) => each.where === where && each.what === what)) reported.push({ where, what })
  }
  /** What comes from elsewhere, without what speaks to the machine. */
  function admit({ title, text }: Source): Source {
    const [head, body] = [withholdInstructions(title), withholdInstructions(text)]
    report(head.text, [...head.found, ...body.found])
    return { title: head.text, text: body.text }
  }
  function forbid(sentence: string): string | undefined {
    if (canary.isIn(sentence)) {
      isLeaked = true
      report('answer', ['leaks-instructions'])
      return 'what is confidential'
    }
    return findInstructions(sentence).length > 0 ? 'an instruction' : undefined
  }

  const said = helping.openClaims(forbid)
  const sources = helping.sources.map(admit)
  const customerSaid = [...conversation.flatMap(({ by, text }) => (by === 'customer' ? text : [])), question]
  report('customer', findInstructions(customerSaid.join('\n')))
  const toolbox = openToolbox({ ...helping, customerSaid, known: known.map(({ value }) => value) })
  /** Where something tries to lead it astray it begins nothing: understanding and the customer may, as ever. */
  const mayBegin = () => reported.length === 0

  const turns: ModelTurn[] = [{ by: 'user', text: writeSituation({ conversation, known, sources, question }) }]

  async function lead(signal: AbortSignal): Promise<Ended> {
    for (;;) {
      const step = await takeStep(signal)
      if ('outcome' in step) return step
      if (step.calls.length === 0) return finish()
      // Nothing would be left to make use of what they tell.
      if (ledger.isSpent()) return { outcome: 'over-budget', reason: 'steps' }
      said.startAgain()
      turns.push({ by: 'model', ...step })
      const ended = await answerCalls(step.calls, signal)
      if (ended) return ended
    }
  }

  async function takeStep(signal: AbortSignal): Promise<Ended | { text: string; calls: ToolCall[] }> {
    // In the last step nothing is left but to answer.
    const tools = ledger.isLastStep() ? [] : toolbox.described({ mayBegin: mayBegin() })
    const mayLook = tools.length > 0
    const system = writeInstructions({ language, canary: canary.word, mayBegin: mayBegin() && mayLook, mayLook })
    const tokensIn = guessTokens(system + JSON.stringify([turns, tools]))
    const refusal = ledger.refuse(tokensIn)
    if (refusal) return { outcome: 'over-budget', reason: refusal }
    const mostTokens = ledger.mayWrite(tokensIn)
    const written = { text: '', calls: [] as ToolCall[] }
    const meter = openMeter(ledger, { tokensIn, mostTokens, written })
    try {
      for await (const part of model.step({ system, turns, tools, mostTokens, signal, session })) {
        if (part.kind === 'spent') meter.counted(part)
        if (part.kind === 'call') written.calls.push(part.call)
        if (part.kind === 'text') hear(part.text, { written, signal })
        if (meter.isOver()) return { outcome: 'over-budget', reason: 'text' }
        if (isLeaked) return leak()
      }
    } finally {
      meter.close()
    }
    return canary.isIn(JSON.stringify(written.calls)) ? leak() : written
  }

  function hear(piece: string, { written, signal }: { written: { text: string }; signal: AbortSignal }): void {
    written.text += piece
    const isMore = said.push(piece)
    isLeaked ||= canary.isIn(written.text)
    if (isMore && !isLeaked && !signal.aborted) onDraft?.(said.text())
  }

  function leak(): Ended {
    isLeaked = true
    report('answer', ['leaks-instructions'])
    return { outcome: 'leaked' }
  }

  async function answerCalls(calls: readonly ToolCall[], signal: AbortSignal): Promise<Ended | undefined> {
    for (const [place, call] of calls.entries()) {
      ledger.callTool()
      const taken =
        place < mostCallsAtOnce
          ? await toolbox.take(call, { signal, mayBegin: mayBegin() })
          : ({ kind: 'wrong', because: 'too-many-calls', told: 'Not done: too many calls at once.' } as const)
      if (taken.kind === 'begins') return { outcome: 'begins-flow', wanted: taken.wanted }
      if (taken.kind === 'wrong' && ++wrongs >= mostWrong) return { outcome: 'failed', reason: taken.because }
      turns.push({ by: 'tool', call, told: taken.kind === 'wrong' ? taken.told : tell(taken) })
    }
    return undefined
  }

  function tell({ looked: told, title, about, text }: Extract<Taken, { kind: 'looked' }>): string {
    looked.push(told)
    // Behind the colon stands what the other side wrote.
    if (text === '') return `It did not answer: ${told.reason?.split(':')[0] ?? 'nothing'}`
    const source = admit({ title, text })
    return frameSource(said.learn({ ...source, about }), source)
  }

  function finish(): Ended {
    said.end()
    if (isLeaked) return leak()
    if (said.isRefused()) return { outcome: 'no-answer' }
    return { outcome: said.isOnSomething() ? 'answered' : 'ungrounded' }
  }

  function close({ outcome, reason, wanted }: Ended): Helped {
    const isSaid = outcome === 'answered'
    const record: Assisted = {
      outcome,
      ...(reason !== undefined && { reason }),
      model: model.name,
      ...ledger.total(),
      looked,
      claims: isSaid ? said.claims() : [],
      dropped: [...said.dropped()],
      reported,
      ...(wanted && { flow: wanted.flow }),
    }
    return { record, text: isSaid ? said.text() : '', wanted }
  }

  return { lead, close }
}

type Metering = { tokensIn: number; mostTokens: number; written: { text: string; calls: ToolCall[] } }

/** What one step costs, whole or broken off. */
function openMeter(ledger: Ledger, { tokensIn, mostTokens, written }: Metering) {
  let spent: { tokensIn: number | undefined; tokensOut: number | undefined } | undefined
  const writtenTokens = () =>
    guessTokens(written.text + (written.calls.length > 0 ? JSON.stringify(written.calls) : ''))
  return {
    counted: (part: NonNullable<typeof spent>) => void (spent = part),
    /** It goes on although it was told how much it may write. */
    isOver: () => written.text.length > longestWritten || guessTokens(written.text) > mostTokens * 2,
    close: () => ledger.spend({ counted: spent, guessed: { in: tokensIn, out: writtenTokens() } }),
  }
}
