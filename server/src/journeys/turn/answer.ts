/**
 * A question becomes an answer with its evidence, or an honest "unknown". The passages are found once; a model, where one
 * is configured, writes from them and is checked against them; whatever goes wrong with it, the extracted answer goes out.
 */
import type { AnswerStyle } from '@lingxi/contract/answer-style'
import type { Reader } from '@lingxi/contract/audience'
import type { Difference, WeighedPassage } from '@lingxi/contract/conversation'
import type { GraphPath } from '@lingxi/contract/graph'
import type { QuestionStep } from '@lingxi/contract/question-steps'
import type { Attachment, Citation, Language } from '@lingxi/contract/message'
import type { Answering, Extracted } from '#answering'
import type { Analysed, FoundPassage, Knowledge } from '#knowledge'
import type { LanguageModel } from '#platform/models'
import type { HotAnswers } from './hot-answers.ts'
import type { FindDifference } from './differences.ts'
import { relatedTo } from './related.ts'

export type Answer = {
  outcome: 'answered' | 'unknown'
  text: string
  citations: Citation[]
  nearest: string[]
  support: number
  needed: number
  writer: 'extracted' | 'model' | undefined
  modelOutcome: string | undefined
  passages: WeighedPassage[]
  /** The paths of the graph that it goes along, where it does. */
  paths?: GraphPath[] | undefined
  /** The rule or process that the answer comes from, to be followed from here. */
  leads?: string | undefined
  /** Pictures and files beside what answers. */
  attachments?: Attachment[] | undefined
  /** Stored questions near it that were not asked. */
  related?: string[] | undefined
  /** Sources that contradict each other, both of which are told. */
  differs?: Difference | undefined
  /** It was found for an earlier question of the same meaning, and nothing has changed since. */
  fromCache?: boolean | undefined
  /** What was made of the question before it was searched, and what put the passages into another order. */
  steps: QuestionStep[]
}
export type Question = {
  text: string
  language: Language
  /** What the customer asked before, the newest last: a follow-up leaves out what was said. */
  earlier?: readonly string[]
  /** Who asks: nothing is answered from what they may not read. */
  reader: Reader
  /** On which channel: an article may have another text for it. */
  channel?: string | undefined
  /** How much of a passage is given. */
  length?: AnswerStyle['length'] | undefined
  signal: AbortSignal
  /** The conversation: within it a model is told the same mark for the same number or name. */
  session?: string | undefined
  onDraft?: (textSoFar: string) => void
  /** Tried out, of another moment or without what was learnt: the answer is nobody's and must not be kept for anybody. */
  trial?: { at: number; learnt: boolean } | undefined
  /** Takes the answer word for word even where a model is configured. */
  withoutModel?: boolean
}
type Parts = {
  knowledge: Pick<Knowledge, 'analyse' | 'find'>
  answering: Answering
  model: LanguageModel | undefined
  /** Answers to what was asked before; without it every question is looked up. */
  hotAnswers?: HotAnswers | undefined
  /** Finds what says otherwise; without it nothing is held against what answers. */
  findDifference?: FindDifference | undefined
}
type Extraction = { found: FoundPassage[]; extracted: Extracted; question: Question }
export type FindAnswer = ReturnType<typeof createFindAnswer>

const shownPassages = 5
const longestExcerpt = 300
/** A model is not asked about what has nothing to do with what the company knows. */
const leastForModel = 0.25

export function createFindAnswer({ knowledge, answering, model, hotAnswers, findDifference }: Parts) {
  return async function findAnswer(tenantId: string, question: Question): Promise<Answer> {
    const { text, language, earlier, trial } = question
    const analysed = await knowledge.analyse(tenantId, { text, language, earlier, trial })
    const look = () => lookUp(tenantId, question, analysed)
    const answer = await (hotAnswers && !trial
      ? hotAnswers(tenantId, { meant: analysed.meant, question }, look)
      : look())
    // What was typed is this customer's own, whoever asked first.
    return { ...answer, steps: [...analysed.steps, ...answer.steps.filter(({ kind }) => kind === 'reranked')] }
  }

  async function lookUp(tenantId: string, question: Question, analysed: Analysed): Promise<Answer> {
    const { language, reader, channel, trial } = question
    const { text } = analysed
    const found = await knowledge.find(tenantId, { text, language, reader, channel, analysed, trial })
    const steps = [...analysed.steps, ...(found[0]?.reordered ?? [])]
    const extracted = answering.extractAnswer(text, language, found)
    const evidence = { support: extracted.support, needed: answering.needed, passages: show(found), steps }
    const nothing = { ...evidence, outcome: 'unknown' as const, text: '', citations: [], writer: undefined }

    const asksModel = model && !question.withoutModel && extracted.support >= leastForModel
    const written = asksModel ? await write(model, { ...question, text }, found) : undefined
    const modelOutcome = written?.outcome
    if (written?.outcome === 'written') {
      return { ...evidence, ...told(written, found, language), writer: 'model', modelOutcome }
    }
    // It read the passages and found no answer in them: that is believed. Every other failure is the model's own.
    if (written?.outcome === 'refused') return { ...nothing, nearest: nearestOf(extracted), modelOutcome }
    const taken = await takeFrom(tenantId, { found, extracted, question })
    return taken
      ? { ...evidence, ...taken, writer: 'extracted', modelOutcome }
      : { ...nothing, nearest: nearestOf(extracted), modelOutcome }
  }

  /** What was extracted, and what says otherwise. Two that fit alike are no answer, unless they are two opinions of one thing. */
  async function takeFrom(tenantId: string, { found, extracted, question }: Extraction) {
    const { language, reader, channel } = question
    const isTold = extracted.outcome === 'answered'
    if (!isTold && extracted.support < answering.needed) return undefined
    const saying = isTold ? extracted : { text: '', citations: [] }
    const asked = { found, citations: saying.citations, language, reader, channel }
    const differing = await findDifference?.(tenantId, asked, saying.text)
    if (differing) return { ...told(differing, found, language), differs: differing.difference }
    if (!isTold) return undefined
    return told(answering.fitLength(saying, found, question.length ?? 'normal'), found, language)
  }

  /** The words with all that goes with them. */
  function told({ text, citations }: Pick<Answer, 'text' | 'citations'>, found: FoundPassage[], language: Language) {
    return {
      outcome: 'answered' as const,
      text: answering.withoutPictures(text),
      citations,
      nearest: [],
      leads: leadingOf(citations, found),
      attachments: answering.attachmentsOf(found, citations),
      related: relatedTo(found, citations, language),
    }
  }

  async function write(writer: LanguageModel, { text, ...question }: Question, passages: FoundPassage[]) {
    const { language, signal, session, onDraft } = question
    return answering.writeAnswer({ model: writer, question: text, language, passages, signal, session, onDraft })
  }
}

const nearestOf = (extracted: Extracted) =>
  extracted.outcome === 'unknown' ? extracted.nearest : [...new Set(extracted.citations.map(({ title }) => title))]

const leadingOf = ([first]: Citation[], found: FoundPassage[]) =>
  found.find(({ articleId, articleKind }) => articleId === first?.articleId && articleKind !== 'fact')?.articleId

/** The passages as they are shown to who asks why. */
export const show = (found: FoundPassage[]): WeighedPassage[] =>
  found.slice(0, shownPassages).map(({ articleId, title, score, terms, text, variant }) => ({
    articleId,
    title,
    score: Math.round(score * 100) / 100,
    terms,
    excerpt: text.slice(0, longestExcerpt).toWellFormed(),
    ...(variant && { variant }),
  }))
