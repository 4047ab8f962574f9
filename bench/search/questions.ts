/** What is asked of the made-up base: words of one of its documents and words of anywhere, common ones among them. */
import type { SearchQuery } from '../../server/src/platform/search/search.ts'
import type { Tokens } from '../../server/src/platform/search/tokens.ts'
import { type Chance, createChance } from '../chance.ts'
import { type Corpus, filterOf } from './corpus.ts'

type Asked = { corpus: Corpus; tokens: Tokens; documents: number }
export type Question = SearchQuery & { /** The document that it was made from. */ about: number }

/** Questions of as many terms as asked for, the way the index counts them: words and pairs of characters. */
export function questionsOf(asked: Asked, [least, most]: [number, number], count: number): Question[] {
  const chance = createChance(least * 1000 + most)
  const questions: Question[] = []
  while (questions.length < count) {
    const about = Math.floor(chance.between(0, asked.documents))
    const text = questionText(asked, about, { least, most, chance })
    if (text) questions.push({ text, limit: 10, about, ...filterOf(chance) })
  }
  return questions
}

function questionText(
  { corpus, tokens }: Asked,
  about: number,
  { least, most, chance }: { least: number; most: number; chance: Chance },
) {
  const { title, body, language: written } = corpus.document(about)
  const language = written === 'zh' ? 'zh' : 'en'
  const gap = language === 'zh' ? '，' : ' '
  const wanted = Math.round(chance.between(least - 0.5, most + 0.5))
  const said = chance.shuffle(tokens.words(`${title}\n${body}`))
  let text = ''
  for (let place = 0; place < wanted * 2; place++) {
    const next = chance.happens(0.6) && said.length > 0 ? said.pop()! : corpus.words(language, 1, chance)[0]!
    const longer = text + gap + next
    if (tokens.weighedTerms(longer).length > wanted) break
    text = longer
  }
  const terms = tokens.weighedTerms(text).length
  return terms >= least && terms <= most ? text : undefined
}
