/** Where each passage stands among those that the index found for a question. */
import type { AskedWord, EvidencePassage } from './evidence.ts'
import type { Standing } from './judge-question.ts'

/** `rank` is the score beside the best one's, 0–1; `lead` how far it is ahead of the best other article, −1 to 1. */
export function standingsOf(
  passages: EvidencePassage[],
  asked: AskedWord[],
): { passage: EvidencePassage; standing: Standing }[] {
  const top = Math.max(...passages.map(({ score }) => score), Number.MIN_VALUE)
  const best = bestOf(passages)
  const second = bestOf(passages.filter(({ articleId }) => articleId !== best?.articleId))
  return passages.map((passage) => {
    const other = passage.articleId === best?.articleId ? second : best
    const lead = (passage.score - Math.max(0, other?.score ?? 0)) / top
    return { passage, standing: { asked, rank: passage.score / top, lead } }
  })
}

const bestOf = (passages: EvidencePassage[]) =>
  passages.reduce<EvidencePassage | undefined>(
    (best, each) => (best && best.score >= each.score ? best : each),
    undefined,
  )
