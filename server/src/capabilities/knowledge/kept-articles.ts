/**
 * What the saved index of a shelf says of itself: with which words it was cut, and of each article the version, a hash of
 * what was indexed of it, and the passages. It is only ever compared: an article whose version and hash the database does
 * not give as well is indexed anew, and one that it does not give at all is taken out.
 */
import { createHash } from 'node:crypto'
import type { SearchDocument, Tokens } from '#platform/search'

export type KeptArticle = { version: number; hash: string; ids: string[] }
export type KeptArticles = Map<string, KeptArticle>

/** A pause in which questions are answered. */
const pause = () => new Promise<void>((resolve) => setImmediate(resolve))
const slice = 2_000
const digest = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 22)

/** What every term of an index depends on besides its articles: the company's own words, and the model of its vectors. */
export const cutBy = (tokens: Tokens, model: string | undefined): string =>
  digest(JSON.stringify([tokens.own(), model ?? null]))

export const hashOfDocuments = (documents: SearchDocument[]): string => digest(JSON.stringify(documents))

/** Whether a saved index was cut like this. */
export const isCutBy = (kept: string, cut: string): boolean => kept.startsWith(`${cut}\n`)

/** Each line holds what its article was when it was written: read it only together with the database. */
export async function writeKept(cut: string, articles: Iterable<[string, KeptArticle]>): Promise<string> {
  const lines = [cut]
  for (const [id, { version, hash, ids }] of articles) {
    lines.push([id, version, hash, ...ids].join('\t'))
    if (lines.length % slice === 0) await pause()
  }
  return lines.join('\n')
}

export async function readKept(kept: string): Promise<KeptArticles> {
  const articles: KeptArticles = new Map()
  for (let start = kept.indexOf('\n') + 1; start > 0 && start < kept.length; ) {
    const next = kept.indexOf('\n', start)
    const end = next < 0 ? kept.length : next
    const [id, version, hash, ...ids] = kept.slice(start, end).split('\t')
    articles.set(id!, { version: Number(version), hash: hash!, ids })
    if (articles.size % slice === 0) await pause()
    start = end + 1
  }
  return articles
}
