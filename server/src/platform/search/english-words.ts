/** Words that English has, whatever a company's texts use: who writes one meant it. From the Hunspell dictionary of SCOWL. */
import dictionary from 'dictionary-en'
import { stemOf } from './spellings.ts'

let stems: Set<string> | undefined

/** Stems of about 49,000 words, names left out; read at the first question that has an unknown Latin word (about 60 ms). */
function readStems(): Set<string> {
  const lines = new TextDecoder().decode(dictionary.dic).split('\n').slice(1)
  const words = lines.map((line) => line.split('/')[0]!).filter((word) => /^[a-z]{3,}$/.test(word))
  return new Set(words.map(stemOf))
}

/** Whether a folded Latin word is an English word in any of its forms. */
export function isEnglish(word: string): boolean {
  stems ??= readStems()
  return stems.has(stemOf(word))
}
