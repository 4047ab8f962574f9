/** Files of labelled texts, one JSON object a line: `{"text","intent"}` or `{"text","label"}`; and the figures over them. */
import { readFileSync } from 'node:fs'
import { z } from 'zod'

export type LabelledText = { text: string; label: string }

const line = z
  .object({ text: z.string(), intent: z.string().optional(), label: z.string().optional() })
  .transform(({ text, intent, label }, context): LabelledText => {
    const given = intent ?? label
    if (given === undefined) context.addIssue('neither intent nor label')
    return { text, label: given ?? '' }
  })

export const readLabelled = (file: string): LabelledText[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((text) => text.trim() !== '')
    .map((text) => line.parse(JSON.parse(text)))

export type JudgedText = LabelledText & { said: string }

export const shareOf = (some: readonly JudgedText[]) =>
  some.length === 0 ? null : rounded(some.filter(({ label, said }) => label === said).length / some.length, 4)

/** The mean of each label's F1; labels are those that are right somewhere. */
export function macroF1(judged: readonly JudgedText[]): number {
  const labels = [...new Set(judged.map(({ label }) => label))]
  const scores = labels.map((label) => {
    const right = judged.filter((one) => one.label === label && one.said === label).length
    const wanted = judged.filter((one) => one.label === label).length
    const said = judged.filter((one) => one.said === label).length
    return (2 * right) / (wanted + said)
  })
  return rounded(scores.reduce((sum, score) => sum + score, 0) / labels.length, 4)
}

export const rounded = (value: number, digits: number) => Math.round(value * 10 ** digits) / 10 ** digits
