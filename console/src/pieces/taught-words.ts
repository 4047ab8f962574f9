import type { BothLanguages } from '@lingxi/contract/teaching'

type Titled = { name: string; title: BothLanguages }

/** What it is called in the language of the reader, or in the other one, or by its name. */
export const titleOf = ({ name, title }: Titled, language: string): string =>
  (language === 'zh' ? title.zh || title.en : title.en || title.zh) || name

/** Chinese where a line holds a Chinese character. */
export const languageOf = (text: string): 'zh' | 'en' => (/\p{Script=Han}/u.test(text) ? 'zh' : 'en')

/** One a line; what is empty or stands there twice is left out. */
export const linesOf = (text: string): string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  ),
]
