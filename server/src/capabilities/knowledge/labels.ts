/** What an article is filed under, as the index holds it: its category with those above it, its products, its source. */
import type { Article } from '@lingxi/contract/knowledge'

export type Within = { category?: string | undefined; product?: string | undefined; source?: string | undefined }

/** A category stands for those above it too: `category:A/B` and `category:A`. */
export function labelsOf({ category, products, origin }: Article): string[] {
  const path = category?.split('/') ?? []
  const above = path.map((_, depth) => labelOf('category', path.slice(0, depth + 1).join('/')))
  const source = origin ? [labelOf('source', origin.sourceId)] : []
  return [...above, ...products.map((product) => labelOf('product', product)), ...source]
}

/** The labels that a passage must have all of. */
export const labelsWithin = ({ category, product, source }: Within): string[] =>
  Object.entries({ category, product, source }).flatMap(([kind, value]) => (value ? [labelOf(kind, value)] : []))

const labelOf = (kind: string, value: string) => `${kind}:${value}`
