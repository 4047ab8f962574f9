/** Whether a text says no to what it names at a place: 不含皂基、香精和酒精; free of soap, perfume and alcohol. */
import type { Language } from '@lingxi/contract/message'

const before: Record<Language, RegExp> = {
  zh: /(?:不含|不加|不带|不添加|未添加|没有|无|零添加|非)[^，,。；;]*$|[不非无]$/,
  en: /\b(?:free (?:of|from)|without|no|not|never|non)[\s-](?:(?:any|added|of)\s)?(?:[\w'’-]+(?:,|,?\s(?:or|and))\s){0,4}(?:(?!(?:a|an|the)\b)[\w'’-]+\s)?$/i,
}
const after: Record<Language, RegExp> = { zh: /^$/, en: /^-free\b/i }

/** `place`: UTF-16 offsets in the text; nowhere is never denied. */
export function isDenied(text: string, place: { start: number; end: number } | undefined, language: Language): boolean {
  if (!place) return false
  const around = text.slice(Math.max(0, place.start - 60), place.start)
  return before[language].test(around) || (after[language].test(text.slice(place.end)) && language === 'en')
}
