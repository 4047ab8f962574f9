/**
 * An answer, and a model that helps where there is none: it is introduced here to what this customer may read, to the actions
 * that only look and to the flows that the company drew. Whatever keeps it from helping, what was found without it goes out
 * in the same turn, and no turn waits for models longer than the company lets it.
 */
import { type Assisted, noUse } from '@lingxi/contract/assist'
import type { Settings } from '@lingxi/contract/staff'
import type { Language } from '@lingxi/contract/message'
import type { Actions } from '#actions'
import type { Answering } from '#answering'
import type { Assisting, Helped, Lookup, Wanted } from '#assisting'
import type { FlowDecision } from '#dialogue'
import type { Flows } from '#flows'
import type { Knowledge } from '#knowledge'
import type { Clock } from '#platform/clock'
import type { Metrics } from '#platform/metrics'
import type { ToolModel } from '#platform/models'
import { type Answer, type FindAnswer, type Question, show } from './answer.ts'
import { answerAll } from './answer-all.ts'
import type { About } from './composing.ts'
import { offeredFlows, knownOf } from './offered-flows.ts'
import { relatedTo } from './related.ts'

type Parts = {
  findAnswer: FindAnswer
  model: ToolModel | undefined
  assisting: Assisting
  answering: Answering
  knowledge: Pick<Knowledge, 'analyse' | 'find'>
  actions: Pick<Actions, 'list' | 'look'>
  flows: Pick<Flows, 'flowsFor'>
  settings: (tenantId: string) => Promise<Settings>
  clock: Clock
  metrics: Pick<Metrics, 'countAssist'>
}
type Asked = Question & { questions: string[] }
/** `assisted`: what the model did; `begun`: the flow that begins in place of an answer. */
export type Found = Answer & { assisted?: Assisted | undefined; begun?: FlowDecision | undefined }
type Begun = { assisted: Assisted; begun?: FlowDecision }
/** Made once a turn, which has one deadline however often it asks. */
export type AnswerOrHelp = (about: About) => (asked: Asked) => Promise<Found>

const mostSources = 6
/** Milliseconds: with less left nobody is asked. */
const leastTime = 300
/** The endpoint itself is in trouble: it is not asked a second time in one turn. */
const trouble = new Set<string | undefined>(['too-slow', 'failed', 'cancelled'])

export function createAnswerOrHelp(parts: Parts): AnswerOrHelp {
  const { findAnswer, model, assisting, answering, knowledge, actions, flows, settings, clock, metrics } = parts
  const offer = offerOf(answering.words)

  return (about) => {
    const begun = clock.reading()
    return (asked) => answerOrHelp(about, asked, begun)
  }

  async function answerOrHelp(about: About, asked: Asked, begun: number): Promise<Found> {
    const { tenantId } = about
    const { assist } = await settings(tenantId)
    const until = begun + assist.seconds * 1000
    const late = new AbortController()
    const callOff = clock.after(Math.max(0, until - clock.reading()), () => late.abort())
    const patient = { ...asked, signal: AbortSignal.any([asked.signal, late.signal]) }
    try {
      if (model && assist.use === 'always') return await helpFirst()
      const plain = await findPlain()
      if (!model || assist.use === 'off') return plain
      if (plain.outcome === 'answered' || trouble.has(plain.modelOutcome)) return plain
      return { ...plain, ...(await help(model, { about, asked, until, assist })) }
    } finally {
      callOff()
    }

    async function findPlain(): Promise<Answer> {
      const plain = await answerAll(findAnswer, tenantId, patient)
      const isLate = late.signal.aborted && plain.modelOutcome === 'cancelled'
      return isLate ? { ...plain, modelOutcome: 'too-slow' } : plain
    }

    async function helpFirst(): Promise<Found> {
      const helped = await help(model!, { about, asked, until, assist })
      if ('outcome' in helped) return helped
      return { ...(await answerAll(findAnswer, tenantId, { ...asked, withoutModel: true })), ...helped }
    }
  }

  type Helping = { about: About; asked: Asked; until: number; assist: Settings['assist'] }

  async function help(asking: ToolModel, { about, asked, until, assist }: Helping) {
    const { tenantId, state, flow } = about
    const { language, reader, channel, earlier, signal, session, onDraft } = asked
    const spent = state.modelUse.tokensIn + state.modelUse.tokensOut
    const tokens = Math.min(assist.tokens, assist.conversationTokens - spent)
    if (tokens <= 0) return { assisted: unasked(asking.name, 'over-budget', 'conversation') }
    if (until - clock.reading() < leastTime)
      return { assisted: unasked(asking.name, 'too-slow', 'the time of the turn is spent') }

    const analysed = await knowledge.analyse(tenantId, { text: asked.text, language, earlier })
    const { text } = analysed
    const found = await knowledge.find(tenantId, { text, language, reader, channel, analysed })
    const passages = found.slice(0, mostSources)
    // In the middle of a flow it only answers: what is open is the customer's matter.
    const released = flow && flow.kind !== 'none' ? undefined : await flows.flowsFor(tenantId, state.customerId)
    let said: ReturnType<Answering['openClaims']> | undefined
    const helped = await assisting.help({
      model: asking,
      language,
      question: about.said,
      conversation: about.conversation,
      known: knownOf(released, state, language),
      sources: passages.map(({ title, heading, text: body }) => ({
        title: heading === '' ? title : `${title} › ${heading}`,
        text: body,
      })),
      lookups: await lookupsOf(tenantId, { conversationId: state.id, language }),
      flows: released ? offeredFlows(released.set, language) : [],
      budget: { milliseconds: Math.max(1, until - clock.reading()), steps: assist.steps, tokens, price: assist.price },
      openClaims: (forbid) => (said = answering.openClaims({ language, passages, forbid })),
      signal,
      session,
      onDraft,
    })
    const assisted = helped.record
    metrics.countAssist(assisted)
    if (helped.wanted) return begin(about, helped, helped.wanted)
    if (assisted.outcome !== 'answered' || !said) return { assisted }
    const citations = said.citations()
    const { support } = answering.extractAnswer(text, language, found)
    return {
      outcome: 'answered' as const,
      text: answering.withoutPictures(helped.text),
      citations,
      nearest: [],
      support,
      needed: answering.needed,
      writer: 'model' as const,
      modelOutcome: undefined,
      passages: show(found),
      attachments: answering.attachmentsOf(found, citations),
      related: relatedTo(found, citations, language),
      steps: analysed.steps,
      assisted,
    }
  }

  /** The actions that only look. What acts is for flows, with the customer's yes. */
  async function lookupsOf(tenantId: string, of: { conversationId: string; language: Language }): Promise<Lookup[]> {
    const known = [...(await actions.list(tenantId)).values()].filter(({ effect }) => effect === 'look')
    return known.map(({ name, title, description, input: schema, output }) => ({
      action: name,
      title: [title.zh, title.en].filter(Boolean).join(' / '),
      description,
      fields: wordsOf(output).join('\n').slice(0, mostWords),
      input: schema,
      look: (input, signal) => actions.look(tenantId, { action: name, input, ...of, signal }),
    }))
  }

  /** Decided like any flow; where it would do something at once it is offered, and the customer begins it. */
  async function begin(about: About, { record }: Helped, wanted: Wanted): Promise<Begun> {
    const begun = await about.beginFlow(wanted)
    if (begun?.kind !== 'speak')
      return { assisted: { ...record, reason: 'the flow is not open to this customer' } satisfies Assisted }
    const doesAtOnce = (begun.why.requested ?? []).length > 0
    return { assisted: record, begun: doesAtOnce ? offer(about, wanted.title) : begun }
  }
}

/** What people wrote in a schema about its fields. */
function wordsOf(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  return Object.entries(schema).flatMap(([name, each]) =>
    (name === 'title' || name === 'description') && typeof each === 'string' ? each : wordsOf(each),
  )
}
const mostWords = 2_000

/** Nothing has begun, and nothing is done: the name of the flow is a button. */
const offerOf =
  (words: Answering['words']) =>
  ({ state, meaning }: About, title: string): FlowDecision => ({
    kind: 'clarify',
    message: words.offerFlow(meaning.language, title),
    why: { taken: [], weighed: [], progress: state.dialogue },
  })

const unasked = (model: string, outcome: Assisted['outcome'], reason: string): Assisted => ({
  outcome,
  reason,
  model,
  use: noUse,
  estimated: false,
  looked: [],
  claims: [],
  dropped: [],
  reported: [],
})
