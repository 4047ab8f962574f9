/** Texts in which names are marked as Rasa marks them: `[words](type)`, `[words](type:value)` and `[words]{"entity": "type", …}`. */
import type { Annotation } from '@lingxi/contract/teaching'
import { z } from 'zod'

export type AnnotatedText = { text: string; entities: Annotation[]; wrong: string[] }

const marked = /\[([^[\]]+)\](?:\(([^()\n]+)\)|(\{[^{}\n]*\}))/g
const Described = z.object({
  entity: z.string(),
  value: z.string().max(200).nullish(),
  role: z.string().max(80).nullish(),
  group: z.union([z.string(), z.number()]).nullish(),
})

export function readAnnotated(line: string): AnnotatedText {
  const entities: Annotation[] = []
  const wrong: string[] = []
  let text = ''
  let last = 0
  for (const match of line.matchAll(marked)) {
    const [whole, words, short, json] = match
    const described = short === undefined ? readJson(json!) : readShort(short)
    text += line.slice(last, match.index)
    const start = text.length
    text += words!
    last = match.index + whole.length
    if (described) entities.push({ start, end: text.length, ...described })
    else wrong.push(whole)
  }
  return { text: text + line.slice(last), entities, wrong }
}

const readShort = (short: string) => {
  const at = short.indexOf(':')
  const type = (at < 0 ? short : short.slice(0, at)).trim()
  return { type, value: at < 0 ? null : short.slice(at + 1).trim(), role: null }
}

function readJson(json: string) {
  try {
    const { entity, value, role } = Described.parse(JSON.parse(json))
    return { type: entity, value: value ?? null, role: role ?? null }
  } catch {
    return undefined
  }
}

/** The shortest of the three that says all of it. */
export function writeAnnotated(text: string, entities: readonly Annotation[]): string {
  let written = ''
  let last = 0
  for (const { start, end, type, value, role } of entities) {
    const described = { entity: type, ...(value !== null && { value }), ...(role !== null && { role }) }
    const mark = value === null && role === null ? `(${type})` : JSON.stringify(described)
    written += `${text.slice(last, start)}[${text.slice(start, end)}]${mark}`
    last = end
  }
  return written + text.slice(last)
}
