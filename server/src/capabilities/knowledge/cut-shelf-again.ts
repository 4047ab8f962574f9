/** Cuts texts again that hold a word which the company added to its own or took away. The rest keeps the terms it has. */
import type { Article } from '@lingxi/contract/knowledge'
import type { Shelf } from './shelf.ts'

/** A pause in which questions are answered. */
export const pause = () => new Promise<void>((resolve) => setImmediate(resolve))
const page = 200

/** `published`: articles by id, a page after one of them. `changed`: folded words. */
export async function cutShelfAgain(
  shelf: Shelf,
  changed: readonly string[],
  published: (after: string, limit: number) => Promise<Article[]>,
): Promise<void> {
  const { fold } = shelf.own.tokens
  const holdsOne = ({ title, alternatives, body }: Article) => {
    const folded = fold([title, ...alternatives, body].join('\n'))
    return changed.some((word) => folded.includes(word))
  }
  for (let articles = await published('', page); articles.length > 0; ) {
    await shelf.put(articles.filter(holdsOne))
    await pause()
    articles = await published(articles.at(-1)!.id, page)
  }
  await shelf.recount(pause)
}
