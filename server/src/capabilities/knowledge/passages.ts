/**
 * An article cut into passages: pieces that can carry an answer by themselves. Pure.
 * Lists and tables stay whole while they are short and keep the sentence that introduces them; `text` is exactly
 * `body.slice(start, end)`.
 */
import type { Article, ArticleKind } from '@lingxi/contract/knowledge'
import type { Language } from '@lingxi/contract/message'
import type { ChosenVariant } from '@lingxi/contract/variant'
import { type Block, blocksOf, type Unit } from './blocks.ts'

export type Passage = {
  id: string
  articleId: string
  title: string
  alternatives: string[]
  articleKind: ArticleKind
  /** The variant of the article that it is of; absent: its own text. */
  variant?: ChosenVariant
  /** The headings above, outermost first, joined by ` › `. */
  heading: string
  language: Language
  /**
   * `question`: the title asks and the whole body answers. `subject`: the title names what the body describes.
   * `section`: a piece of a longer text under headings.
   */
  kind: 'question' | 'subject' | 'section'
  start: number
  end: number
  text: string
  /** The head of the table that this is a later piece of: without it, nobody knows what its columns are. */
  tableHead?: string
  /** Sentences, items and rows within the passage; offsets are those of the article's body. */
  units: Unit[]
}

/** In UTF-16 units; a Chinese sentence has about 30, an English one about 100. */
const longest = { zh: 320, en: 700 }
const longestAnswer = 2000
const asks =
  /[?？]\s*$|^(how|what|when|where|which|who|why|can|could|do|does|did|is|are|am|will|would|should|may|i )\b|怎么|如何|怎样|什么|多少|多久|多长|几天|几点|吗|能否|能不能|可不可以|可以|哪|是否|为什么|为何|有没有|咋/i

export function passagesOf(article: Article): Passage[] {
  const blocks = withoutOwnTitle(blocksOf(article.body), article.title)
  const first = blocks[0]
  const last = blocks.at(-1)
  if (!first || !last) return []
  const shape = {
    articleId: article.id,
    title: article.title,
    alternatives: article.alternatives,
    articleKind: article.kind,
    language: article.language,
  }
  const bare = blocks.every(({ headings }) => headings.length === 0)
  const questioned = asks.test(article.title) || article.alternatives.length > 1
  // A rule or a process is found as a whole: its rows and steps mean nothing by themselves.
  const leads = article.kind !== 'fact'
  if (leads || (bare && questioned && article.body.length <= longestAnswer)) {
    const { start } = first
    const { end } = last
    const units = blocks.flatMap((block) => block.units)
    return [
      {
        ...shape,
        id: `${article.id}#0`,
        heading: '',
        kind: 'question',
        start,
        end,
        text: article.body.slice(start, end),
        units,
      },
    ]
  }
  return group(
    blocks.flatMap((block) => divide(block, longest[article.language])),
    longest[article.language],
  ).map((some, place) => {
    const start = some[0]!.start
    const end = some.at(-1)!.end
    return {
      ...shape,
      id: `${article.id}#${place}`,
      heading: some[0]!.headings.join(' › '),
      kind: bare ? ('subject' as const) : ('section' as const),
      start,
      end,
      text: article.body.slice(start, end),
      ...headOf(some[0]!, article.body),
      units: some.flatMap((block) => block.units),
    }
  })
}

/** A text whose only heading is its title, as a file of one answer has it, is as one that has none. */
function withoutOwnTitle(blocks: Block[], title: string): Block[] {
  const isTitle = ({ headings }: Block) => headings.length === 1 && headings[0]!.trim() === title.trim()
  return blocks.every(isTitle) ? blocks.map((block) => ({ ...block, headings: [] })) : blocks
}

function headOf({ kind, lead, start }: Piece, body: string): { tableHead?: string } {
  if (kind !== 'table' || !lead || lead.start >= start) return {}
  return { tableHead: body.slice(lead.start, lead.end) }
}

/** `lead`: where the head of a table stands, for all its pieces. */
type Piece = Block & { lead?: { start: number; end: number } | undefined }

/** A block that is too long becomes several, cut between its units. */
function divide(block: Block, limit: number): Piece[] {
  if (block.end - block.start <= limit) return [block]
  const pieces: Piece[] = []
  const lead = block.units.find(({ kind }) => kind === 'lead')
  for (const unit of block.units) {
    const open = pieces.at(-1)
    if (open && unit.end - open.start <= limit) {
      open.units.push(unit)
      open.end = unit.end
    } else pieces.push({ ...block, lead, start: unit.start, end: unit.end, units: [unit] })
  }
  return pieces
}

/** Neighbours under one heading share a passage while it stays short; what introduces a list or table goes with it. */
function group(blocks: Piece[], limit: number): Piece[][] {
  const groups: Piece[][] = []
  for (const block of blocks) {
    const open = groups.at(-1)
    if (open && belongTogether(open, block, limit)) open.push(block)
    else groups.push([block])
  }
  return groups
}

function belongTogether(open: Block[], block: Block, limit: number): boolean {
  const first = open[0]!
  if (first.headings.join('\n') !== block.headings.join('\n')) return false
  if (block.end - first.start <= limit) return true
  const introduces = open.length === 1 && first.kind === 'text' && first.end - first.start < limit / 3
  return introduces && block.kind !== 'text'
}
