/** Where each passage stands among those that the index found for a question. */
import type { AskedWord, EvidencePassage } from './evidence.ts'
import type { Standing } from './judge-question.ts'

/** `rank` is the score beside the best one's, 0–1; `lead` how far it is ahead of the best other article, −1 to 1. */
export function standingsOf(
  passages: EvidencePassage[],
  asked: AskedWord[],
): { passage: EvidencePassage; standing: Standing }[] {
  const top = Math.max(...passages.map(({ score }) => score), Number.MIN_VALUE)
  return passages.map((passage) => {
    const others = passages.filter(({ articleId }) => articleId !== passage.articleId).map(({ score }) => score)
    const lead = (passage.score - Math.max(0, ...others)) / top
    return { passage, standing: { asked, rank: passage.score / top, lead } }
  })
}
