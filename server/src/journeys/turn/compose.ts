/** A decision becomes words and effects. Reads only: what is composed and not committed has never happened. */
import { styleOf } from '@lingxi/contract/answer-style'
import type { Reader } from '@lingxi/contract/audience'
import type { DecisionKind, Why } from '@lingxi/contract/conversation'
import type { OutboundMessage } from '@lingxi/contract/message'
import type { Settings } from '@lingxi/contract/staff'
import type { Wish } from '@lingxi/contract/wish'
import type { Words } from '#answering'
import type { Conversations, ConversationState, Effect } from '#conversations'
import type { Decision } from '#dialogue'
import type { Meaning } from '#understanding'
import type { Ids } from '#platform/ids'
import type { Answer, FindAnswer } from './answer.ts'
import { answerAll } from './answer-all.ts'
import type { Guides } from './guides.ts'
import { type Recommended, type RecommendProducts, tellBetter } from './recommend.ts'

type Speaking = Exclude<Decision, { kind: 'stay-silent' }>
type About = {
  tenantId: string
  state: ConversationState
  meaning: Meaning
  /** Every message of this turn, as it was written. */
  said: string
  questions: string[]
  earlier: string[]
  /** What was looked for in the catalogue just before. */
  wish?: Wish | undefined
  signal: AbortSignal
}
export type Composed = {
  decision: DecisionKind
  why: Why
  messages: OutboundMessage[]
  handOff?: string | undefined
  effects: Effect[]
}
export type Compose = (decision: Speaking, about: About) => Promise<Composed>

type Parts = {
  findAnswer: FindAnswer
  recommendProducts: RecommendProducts
  beginGuide: Guides['begin']
  followGuide: Guides['follow']
  words: Words
  settings: (tenantId: string) => Promise<Settings>
  /** What the customer of a conversation may read. */
  readerOf: (tenantId: string, customerId: string) => Promise<Reader>
  conversations: Pick<Conversations, 'count'>
  deliveryOf: (channel: string, conversationId: string, messageId: string) => Effect[]
  /** Shows the customer what is being written. */
  draft: (tenantId: string, customerId: string, text: string) => void
  ids: Ids
}
type Said = Pick<OutboundMessage, 'text' | 'quickReplies' | 'attachments' | 'related'> &
  Partial<Pick<OutboundMessage, 'citations'>>
type Result = { said: Said; decision?: DecisionKind; why?: Partial<Why>; handOff?: string }

export function createCompose(parts: Parts): Compose {
  const { words, ids } = parts

  async function say(decision: Speaking, about: About): Promise<Result> {
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
        return (await goOn(about)) ?? { said: words.acknowledge(language, decision.reason, turn) }
      case 'soothe':
        return { said: words.soothe(language, turn) }
      case 'hand-off':
        return handOff(about, decision.reason)
      case 'answer':
        return answer(decision, about)
      case 'guide':
        return guide(decision, about)
    }
  }

  async function handOff({ tenantId, state, meaning }: About, reason: string): Promise<Result> {
    const ahead = await parts.conversations.count(tenantId, { of: 'waiting', staffId: '' })
    return { said: words.handOver(meaning.language, ahead + 1, state.turn), decision: 'hand-off', handOff: reason }
  }

  /** A reply for the rule or process that waits for it; another matter is dealt with, and the way back is offered. */
  async function guide({ otherwise }: Extract<Decision, { kind: 'guide' }>, about: About): Promise<Result> {
    const { tenantId, state, said, meaning } = about
    const reader = await parts.readerOf(tenantId, state.customerId)
    const guided = await parts.followGuide(tenantId, {
      progress: state.guide,
      said,
      language: meaning.language,
      reader,
    })
    if (guided.kind === 'says') return { said: guided.said, decision: 'guide', why: guided.why }
    if (guided.kind === 'hands-over') return { ...(await handOff(about, 'guide-ended')), why: { guide: null } }
    const result = await say(otherwise, about)
    if (guided.kind === 'gone') return { ...result, why: { guide: null, ...result.why } }
    if (result.why?.guide !== undefined || result.handOff) return result
    return { ...result, said: { ...result.said, quickReplies: [...result.said.quickReplies, guided.resume] } }
  }

  /** The question has found a rule or a process: it leads from here. */
  async function begin(articleId: string, asked: { about: About; question: string; reader: Reader }) {
    const { about, question, reader } = asked
    const { language } = about.meaning
    const led = await parts.beginGuide(about.tenantId, { articleId, question, language, reader })
    if (led.kind === 'hands-over') return handOff(about, 'guide-ended')
    return led.kind === 'says' ? { said: led.said, decision: 'guide' as const, why: led.why } : undefined
  }

  /** "不要黑色的" sounds like a mere no; after products were named, it is a wish. */
  async function goOn(about: About): Promise<Result | undefined> {
    if (!about.wish) return undefined
    const reader = await parts.readerOf(about.tenantId, about.state.customerId)
    const asker = { reader, channel: about.state.channel }
    const recommended = await parts.recommendProducts(about.tenantId, wishedIn(about, asker))
    return recommended && { said: recommended, decision: 'answer', why: whyOf(recommended, about) }
  }

  function sayRecommended(found: Recommended, { soothe }: { soothe: boolean }, about: About): Result {
    const sympathy = soothe ? `${words.soothe(about.meaning.language, about.state.turn).text}\n\n` : ''
    return { said: { ...found, text: `${sympathy}${found.text}` }, why: whyOf(found, about) }
  }

  async function answer(decision: Extract<Decision, { kind: 'answer' }>, about: About): Promise<Result> {
    const { tenantId, state, meaning, questions, earlier, signal } = about
    const { language } = meaning
    const onDraft = (text: string) => !signal.aborted && parts.draft(tenantId, state.customerId, text)
    const reader = await parts.readerOf(tenantId, state.customerId)
    const asking = { reader, channel: state.channel }
    const recommended = await parts.recommendProducts(tenantId, wishedIn(about, asking))
    const { length } = styleOf((await parts.settings(tenantId)).answerStyles, state.channel)
    const asked = { text: decision.question, questions, earlier, language, ...asking, length, signal, onDraft }
    const found = await tellBetter(recommended, () => answerAll(parts.findAnswer, tenantId, asked))
    if ('wish' in found) return sayRecommended(found, decision, about)
    const { outcome, support, passages, steps } = found
    const writer = found.writer ?? ('fixed' as const)
    const signals = decision.soothe ? [...meaning.signals, 'soothed'] : meaning.signals
    const why = {
      signals,
      question: decision.question,
      steps,
      support,
      passages,
      writer,
      ...howFound(found),
    }
    if (outcome === 'unknown' && decision.handOffIfUnknown) return { ...(await handOff(about, 'not-understood')), why }
    if (outcome === 'unknown')
      return { said: words.sayUnknown(language, found.nearest, state.turn), decision: 'unknown', why }
    const led = found.leads && (await begin(found.leads, { about, question: decision.question, reader }))
    if (led) return { ...led, why: { ...why, ...led.why } }
    const sympathy = words.soothe(language, state.turn)
    const text = decision.soothe ? `${sympathy.text}\n\n${found.text}` : found.text
    return {
      said: {
        text,
        citations: found.citations,
        quickReplies: decision.offerPerson || found.differs ? sympathy.quickReplies : [],
        attachments: found.attachments,
        related: found.related,
      },
      why,
    }
  }

  return async function compose(decision, about) {
    const { tenantId, state, meaning } = about
    const { said, decision: became = decision.kind, why, handOff } = await say(decision, about)
    const { botName, answerStyles } = await parts.settings(tenantId)
    const isWarm = became === 'answer' && styleOf(answerStyles, state.channel).tone === 'warm'
    const messageId = ids.next('msg')
    const { quickReplies, citations = [], attachments = [], related = [] } = said
    const beside = { ...(attachments.length > 0 && { attachments }), ...(related.length > 0 && { related }) }
    const kind = became === 'answer' || became === 'guide' ? 'answer' : 'notice'
    const { intent, confidence, language, signals } = meaning
    const text = isWarm ? words.sayWarmly(language, said.text, state.turn) : said.text
    return {
      decision: became,
      why: { intent, confidence, language, signals, reason: decision.reason, writer: 'fixed', ...why },
      messages: [
        { messageId, kind, speaker: { kind: 'bot', name: botName }, text, citations, quickReplies, ...beside },
      ],
      handOff,
      effects: parts.deliveryOf(state.channel, state.id, messageId),
    }
  }
}

/** What is told of the way of an answer where there is something to tell. */
const howFound = ({ modelOutcome, fromCache, paths, differs }: Answer): Partial<Why> => ({
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
