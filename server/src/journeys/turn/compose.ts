/** A decision becomes words and effects. Reads only: what is composed and not committed has never happened. */
import type { Reader } from '@lingxi/contract/audience'
import type { Why } from '@lingxi/contract/conversation'
import type { ActionRequest } from '@lingxi/contract/dialogue'
import type { OutboundMessage } from '@lingxi/contract/message'
import type { Settings } from '@lingxi/contract/staff'
import type { Words } from '#answering'
import type { Conversations, Effect } from '#conversations'
import type { Clarifying, Decision } from '#dialogue'
import type { Ids } from '#platform/ids'
import type { FindAnswer } from './answer.ts'
import { answerAll } from './answer-all.ts'
import { askOfSubject } from './ask-of-subject.ts'
import type { AnswerOrHelp, Found } from './assist.ts'
import type { About, Compose, Result, Said, Speaking } from './composing.ts'
import { type Manner, mannerOf } from './manner.ts'
import { plainWhy } from './plain-why.ts'
import { isSpoken, requestedIn, tellFlow, withFurther, withPlace, wordless } from './tell-flow.ts'
import type { Guides } from './guides.ts'
import { type Recommended, type RecommendProducts, tellBetter } from './recommend.ts'

type Spoken = About & { manner: Manner }
type Parts = {
  findAnswer: FindAnswer
  answerOrHelp: AnswerOrHelp
  recommendProducts: RecommendProducts
  beginGuide: Guides['begin']
  followGuide: Guides['follow']
  words: Words
  settings: (tenantId: string) => Promise<Settings>
  /** What the customer of a conversation may read. */
  readerOf: (tenantId: string, customerId: string) => Promise<Reader>
  conversations: Pick<Conversations, 'count'>
  deliveryOf: (channel: string, conversationId: string, messageId: string) => Effect[]
  /** The jobs of what a turn asks to be done. */
  performing: (conversationId: string, requests: ActionRequest[]) => Effect[]
  /** Shows the customer what is being written. */
  draft: (tenantId: string, customerId: string, text: string) => void
  ids: Ids
}

export function createCompose(parts: Parts): Compose {
  const { words, ids } = parts

  async function say(decision: Speaking, about: Spoken): Promise<Result> {
    const { language } = about.meaning
    const { turn } = about.state
    const { greeting, suggestions } = await parts.settings(about.tenantId)
    switch (decision.kind) {
      case 'greet':
        return {
          said: {
            text: greeting[language],
            quickReplies: suggestions[language].map((text) => ({ label: text, text })),
          },
        }
      case 'acknowledge':
        return (
          (decision.reason === 'nothing-more' ? undefined : await goOn(about)) ?? {
            said: words.acknowledge(language, decision.reason, turn),
          }
        )
      case 'soothe':
        return { said: words.soothe(language, turn) }
      case 'hand-off':
        return askPerson(about, decision.reason)
      case 'answer':
        return answer(decision, about)
      case 'guide':
        return guide(decision, about)
    }
  }

  /** What the flows say, or what they leave to the rest. */
  async function tell(decision: Speaking, about: Spoken): Promise<Result> {
    const { flow } = about
    if (flow?.kind === 'clarify') return { said: flow.message, decision: 'clarify' }
    if (flow?.kind === 'aside') return withFurther(await say(decision, about), flow.resume)
    if (flow?.kind !== 'speak') return say(decision, about)
    const person = flow.handOver ? await askPerson(about, flow.handOver.reason) : undefined
    const told = person
      ? withPlace(flow.messages, { person, place: words.sayPlace(about.meaning.language, person.why.ahead + 1) })
      : flow.messages
    if (told.length === 0) return say(decision, about)
    return tellFlow(told, {
      person,
      ...about.manner,
    })
  }

  async function askPerson({ tenantId, state, meaning }: About, reason: string) {
    const ahead = await parts.conversations.count(tenantId, { of: 'waiting', staffId: '' })
    return {
      said: words.handOver(meaning.language, ahead + 1, state.turn),
      decision: 'hand-off' as const,
      handOff: reason,
      why: { ahead },
    }
  }

  /** A reply for the rule or process that waits for it; another matter is dealt with, and the way back is offered. */
  async function guide({ otherwise }: Extract<Decision, { kind: 'guide' }>, about: Spoken): Promise<Result> {
    const { tenantId, state, said, meaning } = about
    const reader = await parts.readerOf(tenantId, state.customerId)
    const guided = await parts.followGuide(tenantId, {
      progress: state.guide,
      said,
      language: meaning.language,
      reader,
    })
    if (guided.kind === 'says') return { said: guided.said, decision: 'guide', why: guided.why }
    if (guided.kind === 'hands-over') {
      const person = await askPerson(about, 'guide-ended')
      return { ...person, why: { ...person.why, guide: null } }
    }
    const result = await say(otherwise, about)
    if (guided.kind === 'gone') return { ...result, why: { guide: null, ...result.why } }
    if (result.why?.guide !== undefined || result.handOff) return result
    return { ...result, said: { ...result.said, quickReplies: [...result.said.quickReplies, guided.resume] } }
  }

  /** The question has found a rule or a process: it leads from here. */
  async function begin(articleId: string, asked: { about: Spoken; question: string; reader: Reader }) {
    const { about, question, reader } = asked
    const { language } = about.meaning
    const led = await parts.beginGuide(about.tenantId, { articleId, question, language, reader })
    if (led.kind === 'hands-over') return askPerson(about, 'guide-ended')
    return led.kind === 'says' ? { said: led.said, decision: 'guide' as const, why: led.why } : undefined
  }

  /** "不要黑色的" sounds like a mere no; after products were named, it is a wish. */
  async function goOn(about: Spoken): Promise<Result | undefined> {
    if (!about.wish) return undefined
    const reader = await parts.readerOf(about.tenantId, about.state.customerId)
    const asker = { reader, channel: about.state.channel }
    const recommended = await parts.recommendProducts(about.tenantId, wishedIn(about, asker))
    return recommended && { said: recommended, decision: 'answer', why: whyOf(recommended, about) }
  }

  function sayRecommended(found: Recommended, about: Spoken): Result {
    const { sympathy, signals } = about.manner
    return { said: { ...found, text: `${sympathy}${found.text}` }, why: { ...whyOf(found, about), signals } }
  }

  async function decline(
    { handOffIfUnknown }: Extract<Decision, { kind: 'answer' }>,
    about: Spoken,
    { nearest, why }: { nearest: string[]; why: Partial<Why> },
  ): Promise<Result> {
    const { meaning, state } = about
    if (handOffIfUnknown) {
      const person = await askPerson(about, 'not-understood')
      return { ...person, why: { ...why, ...person.why } }
    }
    const asked = about.instead?.()
    if (asked) return offer(asked, { about, why })
    return { said: words.sayUnknown(meaning.language, nearest, state.turn), decision: 'unknown', why }
  }

  /** Nothing answers, and flows may be what is wanted: they are offered, and a person as ever. */
  function offer(flow: Clarifying, { about, why }: { about: Spoken; why: Partial<Why> }): Result {
    const { meaning, state, flow: decided } = about
    const { message } = flow
    const person = words.soothe(meaning.language, state.turn).quickReplies
    const said = { ...message, quickReplies: [...message.quickReplies, ...person] }
    const explored = decided?.kind === 'none' ? decided.why.explored : undefined
    return { said, decision: 'clarify', flow: { ...flow, why: { ...flow.why, ...(explored && { explored }) } }, why }
  }

  /** A model found no answer and a flow for it: told like one that the customer began. */
  async function begun(
    flow: NonNullable<Found['begun']>,
    decision: Extract<Decision, { kind: 'answer' }>,
    { about, found }: { about: Spoken; found: Found },
  ): Promise<Result> {
    const told = await tell(decision, { ...about, flow })
    return { ...told, flow, why: { ...told.why, question: decision.question, ...howFound(found) } }
  }

  async function answer(decision: Extract<Decision, { kind: 'answer' }>, about: Spoken): Promise<Result> {
    const { tenantId, state, meaning, questions, earlier, signal } = about
    const { language } = meaning
    const onDraft = (text: string) => !signal.aborted && parts.draft(tenantId, state.customerId, text)
    const reader = await parts.readerOf(tenantId, state.customerId)
    const asking = { reader, channel: state.channel }
    const recommended = await parts.recommendProducts(tenantId, wishedIn(about, asking))
    const { length, signals, sympathy } = about.manner
    const told = { language, ...asking, length, signal, session: state.id, onDraft }
    const asked = { text: decision.question, questions, earlier, ...told }
    const findPlain = (question: typeof asked): Promise<Found> => answerAll(parts.findAnswer, tenantId, question)
    const find = recommended ? findPlain : parts.answerOrHelp(about)
    const found = await tellBetter(recommended, () => askOfSubject(asked, about.flow, find))
    if ('wish' in found) return sayRecommended(found, about)
    if (found.begun) return begun(found.begun, decision, { about, found })
    const { outcome, support, passages, steps } = found
    const writer = found.writer ?? ('fixed' as const)
    const why = {
      signals,
      question: decision.question,
      steps,
      support,
      passages,
      writer,
      ...howFound(found),
    }
    if (outcome === 'unknown') return decline(decision, about, { nearest: found.nearest, why })
    const led = found.leads && (await begin(found.leads, { about, question: decision.question, reader }))
    if (led) return { ...led, why: { ...why, ...led.why } }
    const { quickReplies } = words.soothe(language, state.turn)
    return {
      said: {
        text: `${sympathy}${found.text}`,
        citations: found.citations,
        quickReplies: decision.offerPerson || found.differs ? quickReplies : [],
        attachments: found.attachments,
        related: found.related,
      },
      why,
    }
  }

  return async function compose(decision, asked) {
    const { tenantId, state, meaning, flow } = asked
    const settings = await parts.settings(tenantId)
    const { botName } = settings
    const manner = mannerOf(decision, { meaning, state, settings, words })
    const about = { ...asked, manner }
    const told = about.said === '' && !isSpoken(flow) ? wordless : await tell(decision, about)
    const { said, further = [], decision: became = decision.kind, why, handOff } = told
    const flowed = { ...about, flow: told.flow ?? flow }
    const isWarm = became === 'answer' && manner.isWarm
    const kind = ['answer', 'guide', 'flow'].includes(became) ? ('answer' as const) : ('notice' as const)
    const write = (each: Said, text: string): OutboundMessage => {
      const { quickReplies, citations = [], attachments = [], related = [] } = each
      const beside = { ...(attachments.length > 0 && { attachments }), ...(related.length > 0 && { related }) }
      const speaker = { kind: 'bot' as const, name: botName }
      return { messageId: ids.next('msg'), kind, speaker, text, citations, quickReplies, ...beside }
    }
    const text = (each: Said) => (isWarm ? words.sayWarmly(meaning.language, each.text, state.turn) : each.text)
    const messages = [...(said ? [write(said, text(said))] : []), ...further.map((each) => write(each, each.text))]
    return {
      decision: became,
      why: { ...plainWhy(decision, flowed), ...why },
      messages,
      handOff,
      effects: [
        ...messages.flatMap(({ messageId }) => parts.deliveryOf(state.channel, state.id, messageId)),
        ...parts.performing(state.id, requestedIn(flowed.flow)),
      ],
    }
  }
}

/** What is told of the way of an answer where there is something to tell. */
const howFound = ({ modelOutcome, fromCache, paths, differs, assisted }: Found): Partial<Why> => ({
  ...(assisted && { assisted }),
  ...(modelOutcome && { modelOutcome }),
  ...(fromCache && { fromCache }),
  ...(paths && { paths }),
  ...(differs && { differs }),
})

const wishedIn = ({ said, meaning: { language }, wish }: About, asker: { reader: Reader; channel: string }) => ({
  said,
  language,
  ...asker,
  before: wish,
})

const whyOf = ({ wish }: Recommended, { said, meaning }: About): Partial<Why> => ({
  signals: meaning.signals,
  question: said,
  writer: 'extracted',
  wish,
})
