/** What an answer over HTTP means: done, with an output; refused, with the reason; failed, with why. Pure. */
import { Environment } from '@marcbachmann/cel-js'
import type { ActionOutcome } from '@lingxi/contract/action'
import { LocalText } from '@lingxi/contract/flow'
import type { HttpToolDraft } from '@lingxi/contract/http-tool'
import { parseJson } from '@lingxi/contract/json'
import type { Language } from '@lingxi/contract/message'
import { z } from 'zod'
import { readAt } from './pointers.ts'

type Mapping = Pick<HttpToolDraft, 'answer' | 'refusals'>
type Answer = {
  status: number
  type: string
  bytes: Uint8Array
  /** The customer's, where the other side says things in several. */
  language?: Language | undefined
}
const longestReason = 500

const cel = new Environment({
  // An output holds texts beside numbers.
  homogeneousAggregateLiterals: false,
  limits: { maxAstNodes: 200, maxDepth: 24 },
})
  .registerVariable('status', 'double')
  .registerVariable('body', 'dyn')

/** What is wrong with an expression over an answer. */
export function wrongWithExpression(expression: string): string | undefined {
  try {
    cel.parse(expression)
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : 'is no expression'
  }
}

export function readAnswer({ answer, refusals }: Mapping, given: Answer): ActionOutcome {
  const { status, type, bytes, language } = given
  const text = new TextDecoder().decode(bytes)
  const body = text.trim() === '' ? null : parseJson(text)
  if (refusals.statuses.includes(status)) {
    const reason = refusals.reason === null ? undefined : wordsIn(readAt(body, refusals.reason), language)
    return { kind: 'refused', reason: reason?.slice(0, longestReason) ?? `status-${status}`, output: jsonOf(body) }
  }
  if (status < 200 || status > 299) return { kind: 'failed', reason: `status-${status}` }
  if (body === undefined) return { kind: 'failed', reason: /html/i.test(type) ? 'answered-html' : 'answered-no-json' }
  return outputOf(answer, { status, body })
}

/** A text, or one by its language: the customer's, else the other. */
function wordsIn(value: unknown, language: Language = 'zh'): string | undefined {
  if (typeof value === 'string') return value || undefined
  const byLanguage = LocalText.safeParse(value)
  if (!byLanguage.success) return undefined
  const { zh, en } = byLanguage.data
  return language === 'zh' ? (zh ?? en) : (en ?? zh)
}

function outputOf(answer: Mapping['answer'], { status, body }: { status: number; body: unknown }): ActionOutcome {
  if (answer.kind === 'whole') return { kind: 'done', output: jsonOf(body) }
  if (answer.kind === 'pointers') {
    const read = answer.fields.map(({ name, from }) => [name, readAt(body, from)] as const)
    const there = read.filter(([, value]) => value !== undefined)
    return { kind: 'done', output: jsonOf(Object.fromEntries(there)) }
  }
  try {
    return { kind: 'done', output: jsonOf(cel.evaluate(answer.expression, { status, body })) }
  } catch {
    return { kind: 'failed', reason: 'answer-not-understood' }
  }
}

/** Whole numbers of expressions are of a kind that JSON does not know. */
const jsonOf = (value: unknown) =>
  z.json().parse(
    JSON.parse(
      JSON.stringify(value ?? null, (_key, each: unknown) => {
        if (typeof each === 'bigint') return Number(each)
        return each instanceof Map ? Object.fromEntries(each) : each
      }),
    ),
  )
