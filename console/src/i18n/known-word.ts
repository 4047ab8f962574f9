import type { i18n } from 'i18next'
import type { Words } from './words.ts'

/** A word that the server may extend: translated where the dictionary has it, else shown as it came. */
export function knownWord(words: i18n, list: keyof Words['known'], word: string): string {
  const key = `known.${list}.${word}`
  return words.exists(key) ? String(words.t(key as 'known.signal.complaint')) : word
}
