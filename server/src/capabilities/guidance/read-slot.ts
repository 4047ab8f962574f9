/** What a reply says for one slot, or nothing. Reads what people write: 三百五, 350元, "about 350", 是的, not yet. */
import type { Language } from '@lingxi/contract/message'
import type { Slot } from '@lingxi/contract/guide'
import { toArabic } from './chinese-numbers.ts'

export type SlotValue = string | number

const fold = (text: string) => text.normalize('NFKC').toLowerCase()

/** `only`: the whole text is a reply to this slot, so a bare number or a bare yes counts. */
export function readSlot(
  slot: Slot,
  text: string,
  { language, only }: { language: Language; only: boolean },
): SlotValue | undefined {
  const folded = fold(text)
  if (slot.type === 'number') return readNumber(slot, folded, only)
  if (slot.type === 'yes-no') return only ? readYesNo(folded, language) : undefined
  return readChoice(slot, folded)
}

/** The longest wording that stands in the text; a choice whose words are part of another's loses to it. */
function readChoice({ choices }: Slot, text: string): string | undefined {
  let best: { value: string; length: number } | undefined
  for (const { value, words } of choices)
    for (const wording of [value, ...words]) {
      const sought = fold(wording)
      if (holds(text, sought) && sought.length > (best?.length ?? 0)) best = { value, length: sought.length }
    }
  return best?.value
}

/** Latin words as whole words, Chinese ones anywhere; not where the word before denies them. */
function holds(text: string, sought: string): boolean {
  const escaped = sought.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const pattern = /^[\p{Script=Latin}\d .'-]+$/u.test(sought) ? `(?<![\\p{L}\\d])${escaped}(?![\\p{L}\\d])` : escaped
  const found = new RegExp(pattern, 'u').exec(text)
  if (!found) return false
  return !/(?:不是|并非|没有|不算|\bnot(?: an?| the)?|\bno)\s*$/.test(text.slice(0, found.index))
}

function readNumber({ unit }: Slot, text: string, only: boolean): number | undefined {
  const numbers = [...toArabic(text).matchAll(/(?<![\d.,a-z-])(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s*([\p{L}%¥$]*)/gu)]
  const values = numbers.map(([, whole, part = '', after = '']) => ({
    value: Number(whole!.replaceAll(',', '') + part),
    fits: unit !== '' && after.startsWith(fold(unit)),
  }))
  const fitting = values.find(({ fits }) => fits)
  if (fitting) return fitting.value
  return only && values.length === 1 ? values[0]!.value : undefined
}

const yes = {
  zh: /^(?:没错|没问题|是|对|有|嗯|好|可以|行|已经|需要|要|能|确认|当然)/,
  en: /^(?:y|yes|yeah|yep|sure|right|correct|ok|okay|i do|i have|it is|it does|of course|already)\b/,
}
const no = {
  zh: /^(?:不|没(?!错|问题)|无|否|非|还没|未|从没)/,
  en: /^(?:n|no|nope|not|never|i don'?t|i haven'?t|it isn'?t|it doesn'?t|none)\b/,
}
/** Begins like a yes or a no and is neither. */
const neither = /^(?:对了|好像|是不是|有没有|能不能|可不可以|不知道|不清楚|不懂|不明白|不会|no idea|not sure)/
/** A reply is short, or begins with a short clause: 是的，我买过. In UTF-16 units. */
const longestClause = { zh: 6, en: 24 }

export function readYesNo(text: string, language: Language): 'yes' | 'no' | undefined {
  const said = fold(text).replace(/^[\s，,。.!！~～啊哦嗯呃]+(?=.)/, '')
  const clause = said.split(/[，,。.!！;；\n]/)[0]!.trim()
  if (neither.test(said)) return undefined
  const other = language === 'zh' ? 'en' : 'zh'
  for (const each of [language, other] as const) {
    if (clause.length > longestClause[each]) continue
    if (no[each].test(clause)) return 'no'
    if (yes[each].test(clause)) return 'yes'
  }
  return undefined
}
