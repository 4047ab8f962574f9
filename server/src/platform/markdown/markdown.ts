/**
 * Markdown as safe HTML: GitHub's dialect without raw HTML, and nothing in it that runs, posts or styles. What is written
 * as HTML shows as it is written.
 */
import { defaultSchema, sanitize } from 'hast-util-sanitize'
import { toHtml } from 'hast-util-to-html'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { toHast } from 'mdast-util-to-hast'
import { gfm } from 'micromark-extension-gfm'

const schema = { ...defaultSchema, tagNames: defaultSchema.tagNames?.filter((name) => name !== 'input') ?? [] }

/** `headingsFrom`: the level that `#` becomes, 1–6, so that a text fits under the headings around it. */
export function renderMarkdown(text: string, { headingsFrom = 1 }: { headingsFrom?: number } = {}): string {
  const tree = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
  for (const node of tree.children)
    if (node.type === 'heading') node.depth = Math.min(6, node.depth + headingsFrom - 1) as 1 | 2 | 3 | 4 | 5 | 6
  return toHtml(sanitize(toHast(tree), schema))
}
