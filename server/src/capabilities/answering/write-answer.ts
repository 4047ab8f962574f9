/**
 * An answer in a model's own words, believed only as far as the passages carry it: each sentence is checked before anyone
 * sees it, and the first that fails ends the attempt. Whatever goes wrong is an outcome; the extracted answer goes out then.
 */
import type { Citation, Language } from '@lingxi/contract/message'
import { type LanguageModel, ModelFailure } from '#platform/models'
import type { Tokens } from '#platform/search'
import type { EvidencePassage } from './evidence.ts'
import { createGrounding } from './grounding.ts'
import { noAnswer, type Purpose, writePrompt } from './prompt.ts'
import { createSentenceStream } from './sentence-stream.ts'

export type Written =
  | { outcome: 'written'; text: string; citations: Citation[] }
  | { outcome: 'refused' | 'ungrounded' | 'too-slow' | 'failed' | 'cancelled'; reason: string }
export type Writing = {
  model: LanguageModel
  question: string
  language: Language
  passages: EvidencePassage[]
  /** An answer, where nothing is said. */
  purpose?: Purpose | undefined
  signal?: AbortSignal | undefined
  /** As `LanguageModel` has it. */
  session?: string | undefined
  /** The text so far, whenever another sentence has passed. */
  onDraft?: ((textSoFar: string) => void) | undefined
}

const mostPassages = 6
/** In UTF-16 units: five short sentences are far shorter. */
const longestAnswer = 2000

export function createWriting({ tokens }: { tokens: Tokens }) {
  const checkSentence = createGrounding({ tokens })

  return async function writeAnswer({
    model,
    question,
    language,
    passages,
    purpose,
    signal,
    session,
    onDraft,
  }: Writing): Promise<Written> {
    const own = passages.filter((passage) => passage.language === language)
    const shown = (own.length > 0 ? own : passages).slice(0, mostPassages)
    if (shown.length === 0) return { outcome: 'refused', reason: 'no passages' }
    const draft = createDraft((sentence) => checkSentence(sentence, language, shown))
    const sentences = createSentenceStream()
    try {
      let length = 0
      for await (const piece of model.stream({
        ...writePrompt({ question, language, purpose }, shown),
        signal,
        session,
      })) {
        length += piece.length
        if (length > longestAnswer) return { outcome: 'ungrounded', reason: 'too long' }
        const before = draft.text()
        for (const sentence of sentences.push(piece)) draft.add(sentence)
        const ended = draft.ended()
        if (ended) return ended
        if (draft.text() !== before) onDraft?.(draft.text().trim())
      }
      draft.add(sentences.rest())
      return draft.ended() ?? draft.result()
    } catch (error) {
      if (error instanceof ModelFailure) return { outcome: error.kind, reason: error.message }
      throw error
    }
  }
}

function createDraft(check: (sentence: string) => ReturnType<ReturnType<typeof createGrounding>>) {
  let text = ''
  let citations: Citation[] = []
  let ended: Written | undefined

  return {
    add(sentence: string): void {
      if (ended || sentence.trim() === '') return
      if (sentence.includes(noAnswer)) {
        ended = { outcome: 'refused', reason: 'the passages do not carry an answer' }
        return
      }
      const checked = check(sentence)
      if (checked.grounded) {
        text += checked.text
        citations = [...citations, ...checked.citations]
      } else ended = { outcome: 'ungrounded', reason: checked.reason }
    },
    text: () => text,
    ended: () => ended,
    /** At the end: something has to have been said, and something cited. */
    result(): Written {
      const distinct = citations.filter((one, place) => citations.findIndex((other) => isSame(one, other)) === place)
      if (distinct.length === 0) return { outcome: 'ungrounded', reason: 'nothing cited' }
      return { outcome: 'written', text: text.trim(), citations: distinct }
    },
  }
}

const isSame = (one: Citation, other: Citation) =>
  one.articleId === other.articleId && one.start === other.start && one.end === other.end
