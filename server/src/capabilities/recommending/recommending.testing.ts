/** A small catalogue of headphones and creams, and what is told of it. */
import type { Language } from '@lingxi/contract/message'
import type { Wish } from '@lingxi/contract/wish'
import { createTokens } from '../../platform/search/tokens.ts'
import { type CatalogueProduct, createRecommending } from './recommending.ts'

export const tokens = createTokens()
const recommend = createRecommending({
  readConcepts: (text) => tokens.words(text).map((word) => ({ word, concepts: [] })),
})

/** `facts` as the list at the beginning of its article has them. */
export function aProduct(title: string, facts: Record<string, string>, text = ''): CatalogueProduct {
  const language = /\p{Script=Han}/u.test(title + text) ? 'zh' : 'en'
  const mark = language === 'zh' ? '：' : ': '
  const lines = Object.entries(facts).map(([name, value]) => ({ name, value, line: `- ${name}${mark}${value}` }))
  let at = 0
  const attributes = lines.map(({ name, value, line }) => {
    const start = at
    at += line.length + 1
    return { name, value, start, end: start + line.length }
  })
  const body = `${lines.map(({ line }) => line).join('\n')}\n\n${text}`
  const stated = attributes.find(({ name }) => /^(?:价格|price)$/i.test(name))
  const price = stated && {
    currency: stated.value.startsWith('$') ? 'money $' : 'money ¥',
    amount: Number(stated.value.replace(/[^\d.]/g, '')),
    said: stated.value,
    start: stated.start,
    end: stated.end,
  }
  return { articleId: `art_${title}`, title, language, body, code: null, labels: [], price: price ?? null, attributes }
}

export function ask(products: CatalogueProduct[], said: string, before?: Wish) {
  const language: Language = /\p{Script=Han}/u.test(said) ? 'zh' : 'en'
  const found = recommend({ said, language, before, products, tokens, synonyms: () => [] })
  return found && { ...found, names: found.citations.map(({ title }) => title) }
}
