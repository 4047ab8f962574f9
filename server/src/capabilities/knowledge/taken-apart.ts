/** The score of a passage in its parts: what each word added in which field, how near its meaning is, and what else spoke for it. */
import type { TriedHit } from '@lingxi/contract/trying'
import type { IndexHit, Tokens } from '#platform/search'
import type { AskedWord } from './asked-words.ts'
import { conceptOfTerm, isConceptTerm, termOfConcept } from './concept-terms.ts'
import type { FoundPassage } from './finding.ts'
import { added, type Weighing } from './ranking/ranking-weights.ts'
import { signNames } from './ranking/signs.ts'

type Weighed = { passage: FoundPassage; hit: IndexHit; weighing: Weighing | undefined }

export const takeApart = ({ passage, hit, weighing }: Weighed): TriedHit => ({
  articleId: passage.articleId,
  title: passage.title,
  heading: passage.heading,
  language: passage.language,
  start: passage.start,
  end: passage.end,
  text: passage.text,
  score: passage.score,
  ...(passage.variant && { variant: passage.variant }),
  similarity: hit.similarity ?? null,
  signs: weighing ? signsOf(weighing) : [],
  matches: hit.matches.map((match) => ({
    ...match,
    term: isConceptTerm(match.term) ? conceptOfTerm(match.term) : match.term,
    by: isConceptTerm(match.term) ? ('meaning' as const) : ('word' as const),
  })),
})

/** A sign that counts nothing is no reason. */
const signsOf = (weighing: Weighing): TriedHit['signs'] =>
  signNames
    .filter((sign) => weighing.weights[sign] !== 0)
    .map((sign) => ({ sign, value: weighing.signs[sign], adds: added(sign, weighing) }))

/** Words of a question that none of these passages says, nor any that stands for them. */
export function unsaidWords(found: Weighed[], tokens: Pick<Tokens, 'terms'>): string[] {
  const said = new Set(found.flatMap(({ hit }) => hit.matches.map(({ term }) => term)))
  const isSaid = ({ word, alike, concepts }: AskedWord) =>
    concepts.some((concept) => said.has(termOfConcept(concept))) ||
    [word, ...alike].some((each) => tokens.terms(each).some((term) => said.has(term)))
  const asked = found[0]?.passage.asked ?? []
  return asked.filter((each) => each.weight > 0 && !isSaid(each)).map(({ word }) => word)
}
