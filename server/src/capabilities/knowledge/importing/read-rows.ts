/** What every importer makes of a file: one row an article, good or refused with the reason. */
import { ArticleDraft } from '@lingxi/contract/knowledge'
import type { Language } from '@lingxi/contract/message'

export type ImportOptions = { name: string; language?: Language | undefined; status: 'draft' | 'published' }
export type ReadRow = { row: number; title: string } & ({ draft: ArticleDraft; source: string } | { refused: string })

type Loose = { title: unknown; body: unknown } & { [Key in keyof ArticleDraft]?: unknown }

/** Checks a draft against the contract; a refusal says in plain English which part is wrong. */
export function toRow(place: { row: number; source: string }, draft: Loose): ReadRow {
  const title = typeof draft.title === 'string' ? draft.title.slice(0, 300) : ''
  const checked = ArticleDraft.safeParse(cleanAll(draft))
  if (checked.success) return { row: place.row, title, draft: checked.data, source: place.source }
  const { path, message } = checked.error.issues[0]!
  return { row: place.row, title, refused: reasonOf(String(path[0] ?? ''), draft, message) }
}

/** YAML can spell characters that no database keeps: NUL, other controls, halves of a surrogate pair. */
const clean = (value: unknown) =>
  typeof value === 'string' ? value.toWellFormed().replace(/[^\P{Cc}\t\n]/gu, '') : value
const cleanAll = (draft: Loose) =>
  Object.fromEntries(
    Object.entries(draft).map(([key, value]) => [key, Array.isArray(value) ? value.map(clean) : clean(value)]),
  )

const limits: Record<string, string> = {
  title: 'The title has more than 300 characters.',
  body: 'The text has more than 200,000 characters.',
  alternatives: 'There are more than 50 other wordings, or one has more than 300 characters.',
  tags: 'There are more than 30 tags, or one has more than 60 characters.',
  validFrom: 'valid_from is not a date such as 2026-01-31.',
  validUntil: 'valid_until is not a date such as 2026-01-31, or lies before valid_from.',
}

function reasonOf(field: string, draft: Loose, message: string): string {
  if (field === 'title' && !draft.title) return 'The question or title is empty.'
  if (field === 'body' && !draft.body) return 'The answer or text is empty.'
  return limits[field] ?? message
}

/** `a | b|` → a, b. */
export const splitList = (text: string | undefined) =>
  (text ?? '')
    .split(/[|｜\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
