/** What becomes of an article that comes with an import of all knowledge. Pure. */
import { isDeepStrictEqual } from 'node:util'
import type { Row } from '#platform/database'

export type Admitted = Row | 'same' | { refused: string }
type Given = {
  row: Row
  before: Row | undefined
  /** Whether this company's texts are seen by somebody else before they are live. */
  reviewed: boolean
  /** The staff id of who imports, and when. */
  by: string
  at: string
}

const stamps = new Set(['id', 'version', 'source', 'created_at', 'updated_at', 'updated_by'])
const isSame = (one: Row, other: Row) =>
  Object.keys(one).every((name) => stamps.has(name) || isDeepStrictEqual(one[name], other[name]))

/** Nothing goes live by it where texts are reviewed: what is new waits, and what would change a live text is refused. */
export function admitArticle({ row, before, reviewed, by, at }: Given): Admitted {
  const waiting = reviewed && row['status'] === 'published' ? { ...row, status: 'review' } : row
  if (!before) return waiting
  if (isSame(row, before) || isSame(waiting, before)) return 'same'
  if (reviewed && (before['status'] === 'published' || row['status'] === 'published'))
    return { refused: 'It is live or would be, and texts are reviewed here first: edit it in the console.' }
  return {
    ...row,
    id: before['id'],
    version: (before['version'] as number) + 1,
    source: before['source'] ?? row['source'],
    created_at: before['created_at'],
    updated_at: at,
    updated_by: by,
  }
}
