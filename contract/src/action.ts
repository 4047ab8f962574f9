/** What the bot may do through a company's systems: what it takes, what it gives, and how careful one has to be with it. */
import { z } from 'zod'
import { Json } from './json.ts'
import { LocalText } from './flow.ts'

/** `look` reads and is done while a turn is thought; `act` changes something and is done after the turn is written, once. */
export const effects = ['look', 'act'] as const
/** What has to be said before it is done: nothing, the customer's yes, or also a person's of the company. */
export const cares = ['none', 'confirmation', 'approval'] as const

/** A JSON Schema, draft 2020-12. */
export const JsonSchema = z.record(z.string(), Json)

export const Action = z
  .strictObject({
    name: z.string(),
    title: LocalText,
    description: z.string(),
    effect: z.enum(effects),
    care: z.enum(cares),
    input: JsonSchema,
    output: JsonSchema,
    /** Who provides it: built in, an HTTP tool, a server of the Model Context Protocol. */
    by: z.enum(['built-in', 'http', 'mcp']),
  })
  .meta({ id: 'Action' })
export type Action = z.infer<typeof Action>

/**
 * What became of it. `refused`: the system answered that it may not be done, and why (`reason` is for the customer where
 * `say` is set); `failed`: nobody knows more than that it did not answer, or not sensibly.
 */
export const ActionOutcome = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('done'), output: Json }),
    z.strictObject({ kind: z.literal('refused'), reason: z.string(), output: Json }),
    z.strictObject({ kind: z.literal('failed'), reason: z.string() }),
  ])
  .meta({ id: 'ActionOutcome' })
export type ActionOutcome = z.infer<typeof ActionOutcome>
