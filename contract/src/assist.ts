/** A model that helps where flows and passages do not: when it is asked, what it may spend, and what it did in a turn. */
import { z } from 'zod'
import { Looked } from './dialogue.ts'

/** `unanswered`: only where the bot would say that it does not know; `always`: every question that no flow takes. */
export const assistUses = ['off', 'unanswered', 'always'] as const

export const AssistSettings = z
  .strictObject({
    use: z.enum(assistUses),
    /** What one turn may spend: seconds, calls of the model, tokens in and out. */
    seconds: z.int().min(1).max(30),
    steps: z.int().min(1).max(12),
    tokens: z.int().min(500).max(200_000),
    /** Tokens that one conversation may spend in all its turns. */
    conversationTokens: z.int().min(500).max(2_000_000),
    /** The price of a million tokens, in the company's currency. */
    price: z.strictObject({ in: z.number().min(0).max(100_000), out: z.number().min(0).max(100_000) }),
  })
  .meta({ id: 'AssistSettings' })
export type AssistSettings = z.infer<typeof AssistSettings>

export const plainAssist: AssistSettings = {
  use: 'unanswered',
  seconds: 8,
  steps: 4,
  tokens: 12_000,
  conversationTokens: 60_000,
  price: { in: 0, out: 0 },
}

/** How it ended. All but the first two: the bot goes on as if no model were there. */
export const assistOutcomes = [
  'answered',
  'begins-flow',
  'no-answer',
  'ungrounded',
  'over-budget',
  'too-slow',
  'refused',
  'failed',
  'cancelled',
  'leaked',
] as const

/** `steps`: calls of the model, `calls`: of tools. `cost` in the company's currency. */
export const ModelUse = z
  .strictObject({
    steps: z.int().nonnegative(),
    calls: z.int().nonnegative(),
    tokensIn: z.int().nonnegative(),
    tokensOut: z.int().nonnegative(),
    milliseconds: z.number().nonnegative(),
    cost: z.number().nonnegative(),
  })
  .meta({ id: 'ModelUse' })
export type ModelUse = z.infer<typeof ModelUse>

export const noUse: ModelUse = { steps: 0, calls: 0, tokensIn: 0, tokensOut: 0, milliseconds: 0, cost: 0 }

const exactly = (number: number) => Math.round(number * 1e6) / 1e6
export const addUse = (one: ModelUse, other: ModelUse): ModelUse => ({
  steps: one.steps + other.steps,
  calls: one.calls + other.calls,
  tokensIn: one.tokensIn + other.tokensIn,
  tokensOut: one.tokensOut + other.tokensOut,
  milliseconds: exactly(one.milliseconds + other.milliseconds),
  cost: exactly(one.cost + other.cost),
})

/** What the model did in a turn, kept with the decision. */
export const Assisted = z
  .strictObject({
    outcome: z.enum(assistOutcomes),
    reason: z.string().optional(),
    model: z.string(),
    use: ModelUse,
    /** Tokens were guessed from lengths, where the endpoint does not count them. */
    estimated: z.boolean(),
    looked: z.array(Looked),
    /** Each sentence that was said, and what it stands on: titles of articles and actions. */
    claims: z.array(z.strictObject({ sentence: z.string(), on: z.array(z.string()) })),
    /** Sentences that were not said, and why. */
    dropped: z.array(z.strictObject({ sentence: z.string(), because: z.string() })),
    /** Instructions found in what is data, and what else tried to lead it astray: reported, not followed. */
    reported: z.array(z.strictObject({ where: z.string(), what: z.string() })),
    /** The flow that it asked to begin. */
    flow: z.string().optional(),
  })
  .meta({ id: 'Assisted' })
export type Assisted = z.infer<typeof Assisted>
