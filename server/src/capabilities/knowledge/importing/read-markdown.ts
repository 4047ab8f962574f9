/** One article from a Markdown file: front matter (YAML) says what the text itself does not. */
import { parse } from 'yaml'
import { detectLanguage } from '../detect-language.ts'
import { categoryOf } from './read-questions.ts'
import { type ImportOptions, type ReadRow, splitList, toRow } from './read-rows.ts'

type FrontMatter = Record<string, unknown>

export function readMarkdown(text: string, options: ImportOptions): ReadRow[] {
  const [whole, front] = /^---[ \t]*\n([\s\S]*?)(?:^|\n)---[ \t]*(?:\n|$)/.exec(text) ?? ['', '']
  const body = text.slice(whole.length).trim()
  const read = readFrontMatter(front ?? '')
  const named = options.name.replace(/^.*[/\\]/, '').replace(/\.\w+$/, '')
  if ('refused' in read) return [{ row: 1, title: named, refused: read.refused }]
  const { values } = read
  const title = textOf(values['title']) || firstHeading(body) || named
  const language = values['language'] ?? options.language ?? detectLanguage(`${title} ${body}`)
  const draft = {
    title,
    body,
    language,
    tags: listOf(values['tags']),
    category: categoryOf(textOf(values['category'])),
    alternatives: listOf(values['alternatives']),
    status: options.status,
    validFrom: momentOf(values['valid_from']),
    validUntil: momentOf(values['valid_until']),
  }
  if (language !== 'zh' && language !== 'en')
    return [{ row: 1, title, refused: 'The language in the front matter is neither zh nor en.' }]
  return [toRow({ row: 1, source: options.name }, draft)]
}

function readFrontMatter(front: string): { values: FrontMatter } | { refused: string } {
  try {
    const values: unknown = parse(front)
    if (values === null) return { values: {} }
    if (typeof values !== 'object' || Array.isArray(values))
      return { refused: 'The front matter is not a list of names and values.' }
    return { values: values as FrontMatter }
  } catch {
    return { refused: 'The front matter is not valid YAML.' }
  }
}

const firstHeading = (body: string) => /^#{1,6}[ \t]+(.+?)[ \t#]*$/m.exec(body)?.[1]
const textOf = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '')
const listOf = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.map(textOf).filter((each) => each !== '')
  return splitList(textOf(value).replaceAll(/[,，]/g, '|'))
}

/** A day begins at midnight UTC. What is no date is left as it is, to be refused by the contract. */
function momentOf(value: unknown): string | null {
  const text = textOf(value)
  if (text === '') return null
  const milliseconds = Date.parse(/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00:00Z` : text)
  return Number.isNaN(milliseconds) ? text : new Date(milliseconds).toISOString()
}
