import type { Language } from '@lingxi/contract/message'

/** Chinese when a good part of its letters are: product names and numbers in Latin letters do not make a text English. */
export function detectLanguage(text: string): Language {
  const sample = text.slice(0, 4000)
  const chinese = sample.match(/\p{Script=Han}/gu)?.length ?? 0
  const latin = sample.match(/[a-z]+/gi)?.length ?? 0
  return chinese * 2 > latin && chinese > 0 ? 'zh' : 'en'
}
