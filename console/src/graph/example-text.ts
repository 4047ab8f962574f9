/** Examples as people write them, and as files hold them. */
import { GraphExampleDraft } from '@lingxi/contract/graph-learning'

const arrow = /\s*(?:→|->|—>|⇒|>)\s*/

/** `云杉羽绒服 → 填充物 → 鹅绒`; nothing where that is no path. */
export function readExample(question: string, path: string): GraphExampleDraft | undefined {
  const names = path.split(arrow).map((name) => name.trim())
  return GraphExampleDraft.safeParse({ question, path: names }).data
}

export const tellPath = (path: readonly string[]) => path.join(' → ')

/** One JSON object a line, with `question` and `path`; other fields are passed over. `line` counts from 1. */
export function readExampleFile(text: string): {
  examples: { line: number; draft: GraphExampleDraft }[]
  bad: number[]
} {
  const examples: { line: number; draft: GraphExampleDraft }[] = []
  const bad: number[] = []
  for (const [place, row] of text.split('\n').entries()) {
    if (row.trim() === '') continue
    const draft = readRow(row)
    if (draft) examples.push({ line: place + 1, draft })
    else bad.push(place + 1)
  }
  return { examples, bad }
}

function readRow(row: string): GraphExampleDraft | undefined {
  try {
    const { question, path } = JSON.parse(row) as Record<string, unknown>
    return GraphExampleDraft.safeParse({ question, path }).data
  } catch {
    return undefined
  }
}
