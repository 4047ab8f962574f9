/**
 * From what was typed to what is searched for: completed from the conversation, slips corrected, divided into its needs,
 * its words joined by others that answer for them. Each step that changed something is told.
 */
import type { Language } from '@lingxi/contract/message'
import type { QuestionStep } from '@lingxi/contract/question-steps'
import { createCompleteQuestion, splitNeeds } from '#platform/questions'
import type { Relations } from '#platform/relations'
import { applyCorrections, type Correction, type SearchIndex } from '#platform/search'
import { type AskedWord, createAskedWords, type ReadConcepts } from '../asked-words.ts'
import type { OwnWords } from '../company-words.ts'
import { termOfConcept } from '../concept-terms.ts'
import { createMeant } from './meant.ts'

/** Asked by who tries it out: as it would be at that moment (ms), with or without what was learnt. Nobody's answer. */
export type Trial = { at: number; learnt: boolean }
export type AskedQuestion = {
  text: string
  language: Language
  /** What the customer asked before in this conversation, the newest last. */
  earlier?: readonly string[] | undefined
  trial?: Trial | undefined
}
export type Analysed = {
  /** The question as it is searched for. */
  text: string
  /** Pinyin is Chinese, whatever its letters look like. */
  language: Language
  /** The same for all wordings of one question; see meant.ts. */
  meant: string
  corrections: Correction[]
  needs: string[]
  asked: AskedWord[]
  /** Words that count like its own, each with a weight of 0–1. */
  also: { text: string; weight: number }[]
  steps: QuestionStep[]
}
/** What a question is seen against: what slips may have meant, the index, and what was learnt, where that is switched on. */
export type Surroundings = {
  corrections: (text: string) => Correction[]
  index: SearchIndex
  relations?: Relations | undefined
}

/** A word that stands for an asked one counts a little less than the word itself. */
const alikeWeight = 0.6
/** What was meant counts beside the words themselves. */
const meantWeight = 0.8
const relatedWeight = 0.4
const saidWeight = 0.4
const leastLikeness = 0.55
const mostRelated = 3
const mostExpanded = 12
const longestCorrected = 400

/** For one company: `tokens` and `synonyms` are its own words at work. */
export function createAnalyseQuestion({ tokens, synonyms, readConcepts }: OwnWords & { readConcepts: ReadConcepts }) {
  const askedWords = createAskedWords({ tokens, synonyms, readConcepts })
  const completeQuestion = createCompleteQuestion({ tokens })
  const meant = createMeant({ tokens, readConcepts })

  return async function analyseQuestion(question: AskedQuestion, around: Surroundings): Promise<Analysed> {
    const { language: given, earlier = [] } = question
    const completed = completeQuestion(question.text, given, earlier)
    const whole = completed?.text ?? question.text
    const { text, corrections, steps: corrected, said } = correct(whole, around.corrections)
    const language = corrections.some(({ kind }) => kind === 'pinyin') ? 'zh' : given
    const needs = splitNeeds(text)
    const read = await askedWords(text, language, around.index)
    const asked = read.map((word) => withSound(word, corrections))
    const expanded = expand(asked, language, around.relations)
    const steps: QuestionStep[] = [
      ...(completed ? [{ kind: 'completed' as const, ...completed }] : []),
      ...corrected,
      ...(needs.length > 1 ? [{ kind: 'split' as const, parts: needs }] : []),
      ...expanded.steps,
    ]
    // What was typed stays in: a correction may be wrong.
    const also = [...expanded.also, ...said.map((word) => ({ text: word, weight: saidWeight }))]
    return { text, language, meant: meant(text, language), corrections, needs, asked, also, steps }
  }

  function correct(text: string, correctionsOf: Surroundings['corrections']) {
    const corrections = text.length > longestCorrected ? [] : correctionsOf(text)
    // What is not known here may be a word all the same: `hiring` is not `hiking`, 明年 is not 明亮. The other is looked for beside it.
    const sure = corrections.filter(({ kind, said }) => kind === 'pinyin' || (kind === 'sound' && !tokens.isWord(said)))
    const steps = corrections.map(({ said, meant, kind }): QuestionStep => {
      return { kind: 'corrected', said, meant: meant[0]!, by: kind }
    })
    return { text: applyCorrections(text, sure, tokens.fold), corrections, steps, said: sure.map(({ said }) => said) }
  }

  /** A Chinese word that the language has and nobody here uses may stand for one that sounds like it. */
  function withSound(asked: AskedWord, corrections: readonly Correction[]): AskedWord {
    const heard = corrections.find(({ kind, said }) => kind === 'sound' && said === asked.word)
    if (!heard) return asked
    const concepts = heard.meant.flatMap((word) => readConcepts(word)).flatMap((spoken) => spoken.concepts)
    return {
      ...asked,
      alike: [...new Set([...asked.alike, ...heard.meant])],
      concepts: [...new Set([...asked.concepts, ...concepts])],
    }
  }

  /** A word that stands for an asked one, as the company weighed it, or a little less than the word itself. */
  function weightOf(asked: string, word: string, language: Language): number {
    return synonyms(asked, language).find((each) => each.word === word)?.weight ?? alikeWeight
  }

  function expand(asked: AskedWord[], language: Language, relations: Relations | undefined) {
    const also: Analysed['also'] = []
    const steps: QuestionStep[] = []
    for (const { word, weight, alike, concepts } of asked) {
      for (const concept of concepts) also.push({ text: termOfConcept(concept), weight: meantWeight })
      for (const other of alike) also.push({ text: other, weight: weightOf(word, other, language) })
      if (alike.length > 0 && steps.length < mostExpanded)
        steps.push({ kind: 'expanded', word, others: alike, by: 'everyday' })
      const learnt = weight > 0 ? relatedTo(word, relations).filter((each) => !alike.includes(each.word)) : []
      for (const { word: other, likeness } of learnt) also.push({ text: other, weight: relatedWeight * likeness })
      if (learnt.length > 0 && steps.length < mostExpanded)
        steps.push({ kind: 'expanded', word, others: learnt.map((each) => each.word), by: 'learnt' })
    }
    return { also, steps }
  }

  /** Words of everyday grammar stand beside anything: they have no relations worth following. */
  function relatedTo(word: string, relations: Relations | undefined) {
    if (!relations || tokens.isFiller(word)) return []
    const close = relations.relatedTo(word).filter(({ likeness }) => likeness >= leastLikeness)
    return close.filter((each) => !tokens.isFiller(each.word)).slice(0, mostRelated)
  }
}
