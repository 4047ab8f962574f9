/** Texts with `{{ expression }}` in them. A value is put in as plain text: nothing in it is Markdown. */
import type { Language } from '@lingxi/contract/message'
import { type Evaluate, readExpression, type Scope } from './expressions.ts'

/** `name` is set where a part is a slot by itself, which may have a label of its own. */
type Part = { text: string } | { expression: string; evaluate: Evaluate; slot: string | null }
export type Template = readonly Part[]
/** How a slot's value is called in a language; undefined: as it is. */
export type LabelOf = (slot: string, value: unknown, language: Language) => string | undefined
export type Filled = { text: string; faults: { expression: string; because: string }[] }

/** The text in this language, or in the other where it is missing. */
export const inLanguage = ({ zh, en }: { zh?: string | undefined; en?: string | undefined }, language: Language) =>
  (language === 'zh' ? (zh ?? en) : (en ?? zh)) ?? ''

/** The expressions of a text, for checking them. */
export const expressionsIn = (text: string): string[] => [...text.matchAll(hole)].map(([, inside]) => inside!.trim())

const hole = /\{\{([\s\S]*?)\}\}/g

export function readTemplate(text: string): Template {
  const parts: Part[] = []
  let read = 0
  for (const found of text.matchAll(hole)) {
    parts.push({ text: text.slice(read, found.index) })
    const expression = found[1]!.trim()
    const slot = /^slots\.([a-z][a-z0-9_]*)$/.exec(expression)?.[1] ?? null
    parts.push({ expression, evaluate: readExpression(expression), slot })
    read = found.index + found[0].length
  }
  parts.push({ text: text.slice(read) })
  return parts
}

export function fillTemplate(template: Template, scope: Scope, say: { language: Language; labelOf: LabelOf }): Filled {
  const faults: Filled['faults'] = []
  const texts = template.map((part) => {
    if ('text' in part) return part.text
    const { value, fault } = part.evaluate(scope)
    if (fault) faults.push({ expression: part.expression, because: fault })
    const label = part.slot === null ? undefined : say.labelOf(part.slot, value, say.language)
    return asPlainText(label ?? saying(value, say.language))
  })
  return { text: texts.join('').trim(), faults }
}

/** A value in words. */
export function saying(value: unknown, language: Language): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return language === 'zh' ? (value ? '是' : '否') : value ? 'yes' : 'no'
  if (Array.isArray(value)) return value.map((each) => saying(each, language)).join(language === 'zh' ? '、' : ', ')
  if (typeof value === 'object') return JSON.stringify(value)
  return String(value)
}

/** What begins a list, a heading or a quotation at the start of a line. */
const opening = /^(?:[-+>]|#{1,6}|\d{1,9}[.)])(?=\s|$)/
/** So that Markdown shows exactly these words, on one line, and makes no link of them. */
export function asPlainText(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>~|&$]/g, '\\$&')
    .replace(/:\/\/|@/g, '\\$&')
    .replace(/\bwww\./gi, (found) => `${found.slice(0, 3)}\\.`)
    .replace(opening, (found) => `${found.slice(0, -1)}\\${found.at(-1)}`)
}
