/** The product's own examples of moods, which the shipped models are learnt from (`npm run eval -- moods --write`). */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { emotions, sentiments } from '@lingxi/contract/understanding'
import { parse } from 'yaml'
import { z } from 'zod'
import type { LessonExample } from '../learning/lessons.ts'

const folder = join(import.meta.dirname, 'shipped')
const Lexicon = z.record(z.enum(['positive', 'negative']), z.strictObject({ zh: z.string(), en: z.string() }))
const languages = ['zh', 'en'] as const

const read = (name: string): unknown => parse(readFileSync(join(folder, name), 'utf8'))
const nothing = { intent: null, outOfScope: false, entities: [] }

export function readMoodLessons(): LessonExample[] {
  const said = languages.flatMap((language) =>
    Object.entries(z.record(z.string(), z.string()).parse(read(`moods.${language}.yml`))).flatMap(([kind, texts]) => {
      const [sentiment, emotion] = kind.split('/')
      const felt = { sentiment: z.enum(sentiments).parse(sentiment), emotion: z.enum(emotions).parse(emotion) }
      return linesOf(texts).map((text) => ({ ...nothing, ...felt, id: text, text, language }))
    }),
  )
  // A word by itself says how it is meant, and not which emotion it comes with.
  const words = Object.entries(Lexicon.parse(read('lexicon.yml'))).flatMap(([sentiment, byLanguage]) =>
    languages.flatMap((language) =>
      byLanguage[language].split(language === 'zh' ? ' ' : ', ').map((text) => ({
        ...nothing,
        id: text,
        text,
        language,
        emotion: null,
        sentiment: z.enum(sentiments).parse(sentiment),
      })),
    ),
  )
  return [...said, ...words]
}

const linesOf = (texts: string) =>
  texts
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
