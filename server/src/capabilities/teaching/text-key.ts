/** When two texts, entries or patterns are the same: of texts, case, width, spaces and punctuation do not tell them apart. */
import { createHash } from 'node:crypto'
import type { DictionaryDraft, PatternDraft } from '@lingxi/contract/teaching'

/** Texts with the same folded form are the same text. */
export function foldText(text: string): string {
  const folded = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\p{P}\s]+/gu, ' ')
    .trim()
  return folded === '' ? text.trim() : folded
}

/** Short enough for an index, however long the text. */
export const keyOfText = (text: string) => createHash('sha256').update(foldText(text)).digest('base64url')

/** Entries with the same key are the same, and so are patterns. */
export const entryKey = ({ type, value, language }: Pick<DictionaryDraft, 'type' | 'value' | 'language'>) =>
  `${type}\n${foldText(value)}\n${language ?? ''}`
export const patternKey = ({ type, expression }: Pick<PatternDraft, 'type' | 'expression'>) => `${type}\n${expression}`
