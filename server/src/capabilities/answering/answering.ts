/**
 * The words of the bot: answers taken from passages word for word, answers written by a model from passages and checked
 * against them, and the fixed sentences. Promises: what is answered is cited, and a citation's quote is exactly what the
 * article says at that place; what the passages do not carry is not said.
 */
import type { Tokens } from '#platform/search'
import { createClaims } from './claims.ts'
import { createExtraction, needed } from './extract-answer.ts'
import { attachmentsOf, withoutPictures } from './pictures.ts'
import { createFitLength } from './fit-length.ts'
import { createReading, type ReadConcepts } from './reading.ts'
import { words } from './replies.ts'
import { createWriting } from './write-answer.ts'
import { createArticleWriting } from './write-article.ts'

export type { Claims } from './claims.ts'
export type { AskedWord, EvidencePassage } from './evidence.ts'
export type { Extracted } from './extract-answer.ts'
export type { Writing, Written } from './write-answer.ts'
export type { Reply, SmallTalk, Words } from './replies.ts'

export type Answering = ReturnType<typeof createAnswering>

/** `readConcepts`: what the words of a text mean in everyday speech; without it words are compared as they stand. */
export function createAnswering({ tokens, readConcepts }: { tokens: Tokens; readConcepts?: ReadConcepts | undefined }) {
  const writeAnswer = createWriting({ tokens })
  return {
    /** An answer from the passages, word for word, or `unknown` with the nearest questions. Pure. */
    extractAnswer: createExtraction({ tokens, readConcepts }),
    /**
     * An answer that a model writes from the passages, checked sentence by sentence; drafts are shown only once checked.
     * Never throws for what a model does wrong: that is an outcome.
     */
    writeAnswer,
    /** The text of an article from what people told customers, checked and failing in the same ways. */
    writeArticle: createArticleWriting(writeAnswer),
    /** What a model says as it comes: sentences that stand on what they name, and what of it was dropped. */
    openClaims: createClaims({ tokens }),
    /** Pictures and files that stand beside what is cited. Pure. */
    attachmentsOf,
    /** The text of an answer without what is sent beside it. */
    withoutPictures,
    /** How much of a passage an answer takes: shorter or fuller, in the article's own words. Pure. */
    fitLength: createFitLength({ read: createReading({ tokens, readConcepts }) }),
    /** The least support, 0–1, that is answered from. */
    needed,
    /** The fixed sentences. */
    words,
  }
}
