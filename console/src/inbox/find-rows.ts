import type { ConversationSummary } from '@lingxi/contract/conversation'

/** The rows in which every word of the search occurs, in the name, the preview, or who has it. */
export function findRows(rows: ConversationSummary[], search: string): ConversationSummary[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return rows
  return rows.filter((row) => {
    const owner = row.owner.kind === 'staff' ? row.owner.name : ''
    const text = `${row.customerName}\n${row.preview}\n${owner}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
}
