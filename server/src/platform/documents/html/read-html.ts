/** HTML as Markdown: what a reader came for, without the frame of the site around it, and without anything that runs. */
import type { Element, Nodes, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toMdast } from 'hast-util-to-mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown } from 'mdast-util-to-markdown'
import type { PageLinks } from '../documents.ts'
import { Refused } from '../refusals.ts'
import { cleanTree } from './clean-tree.ts'
import { mainContent } from './main-content.ts'
import { spreadCells } from './spread-cells.ts'
import { allElements, attribute, textOf } from './tree.ts'

export type ReadHtml = {
  markdown: string
  title: string | null
  language: string | null
  tables: number
  page: PageLinks
}

/** `whole`: the document is nothing but content, as from a word processor. */
export function readHtml(
  html: string,
  { address, whole = false }: { address?: string | undefined; whole?: boolean },
): ReadHtml {
  try {
    return read(html, address, whole)
  } catch (error) {
    // Only a tree that is nested by the thousand runs the walkers out of stack.
    if (error instanceof RangeError) throw new Refused('too-deep', error)
    throw error
  }
}

function read(html: string, address: string | undefined, whole: boolean): ReadHtml {
  const tree = fromHtml(html)
  const elements = allElements(tree)
  const base =
    resolve(
      attribute(
        elements.find(({ tagName }) => tagName === 'base'),
        'href',
      ) ?? '',
      address,
    ) ?? address
  const about = describePage(elements, base)
  cleanTree(tree, base)
  const content = whole ? tree : mainContent(tree)
  spreadCells(content)
  const tables = allElements(content).filter(({ tagName }) => tagName === 'table').length
  const heading = allElements(content).find(({ tagName }) => tagName === 'h1')
  return {
    markdown: writeTree(content),
    title: (heading && textOf(heading).trim()) || about.title,
    language: about.language,
    tables,
    page: about.page,
  }
}

function writeTree(content: Root | Element): string {
  const tree = toMdast(content as Nodes, { newlines: false })
  const written = toMarkdown(tree as Parameters<typeof toMarkdown>[0], {
    extensions: [gfmToMarkdown({ tablePipeAlign: false })],
    bullet: '-',
    emphasis: '_',
    rule: '-',
  })
  // Within a word an underscore opens nothing (CommonMark 6.2), and an escaped one would hide `SKU_12` from a search.
  return written
    .replace(/(?<=[\p{L}\p{N}])\\_(?=[\p{L}\p{N}])/gu, '_')
    .replace(/&#x20;/g, ' ')
    .trim()
}

function describePage(elements: Element[], base: string | undefined) {
  const named = (tagName: string) => elements.filter((element) => element.tagName === tagName)
  const title = named('title')[0]
  const robots = named('meta')
    .filter((element) => /^(robots|lingxi)$/i.test(attribute(element, 'name') ?? ''))
    .map((element) => (attribute(element, 'content') ?? '').toLowerCase())
    .join(',')
  const canonical = named('link').find((element) => attribute(element, 'rel')?.split(' ').includes('canonical'))
  const links = named('a').flatMap((element) => {
    if (attribute(element, 'rel')?.split(' ').includes('nofollow')) return []
    const link = resolve(attribute(element, 'href') ?? '', base)
    return link ? [link] : []
  })
  const page: PageLinks = {
    links: [...new Set(links)],
    canonical: resolve(attribute(canonical, 'href') ?? '', base) ?? null,
    noIndex: /\b(noindex|none)\b/.test(robots),
    noFollow: /\b(nofollow|none)\b/.test(robots),
  }
  return { title: (title && textOf(title).trim()) || null, language: attribute(named('html')[0], 'lang') ?? null, page }
}

/** An address for the web, or nothing. */
function resolve(link: string, base: string | undefined): string | undefined {
  const url = URL.canParse(link, base) && link !== '' ? new URL(link, base) : undefined
  return url && /^https?:$/.test(url.protocol) ? url.href : undefined
}
