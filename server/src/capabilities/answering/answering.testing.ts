/** Passages for tests: `aPassage({ text })` is a whole article of one passage, cut into its lines. */
import { createTokens } from '../../platform/search/tokens.ts'
import type { EvidencePassage } from './evidence.ts'

export const tokens = createTokens()

type Wanted = Partial<Pick<EvidencePassage, 'title' | 'alternatives' | 'heading' | 'language' | 'kind' | 'score'>> & {
  text: string
}

export function aPassage({ text, language = 'zh', ...more }: Wanted): EvidencePassage {
  let start = 0
  const units = text.split('\n').flatMap((line) => {
    const unit = {
      kind: line.startsWith('- ') ? ('item' as const) : ('sentence' as const),
      start,
      end: start + line.length,
    }
    start = unit.end + 1
    return line === '' ? [] : [unit]
  })
  const shape = { title: '标题', alternatives: [], heading: '', kind: 'section' as const, score: 1, asked: [] }
  const title = more.title ?? shape.title
  return { ...shape, ...more, title, articleId: `art_${title}`, language, start: 0, end: text.length, text, units }
}

/** The same question put to passages, each of its words counting fully unless it is a common one. */
export function asking(question: string, passages: EvidencePassage[], alike: Record<string, string[]> = {}) {
  const asked = [...new Set(tokens.words(question))].map((word) => ({
    word,
    weight: tokens.weightOf(word),
    alike: alike[word] ?? [],
  }))
  return passages.map((passage) => ({ ...passage, asked }))
}
