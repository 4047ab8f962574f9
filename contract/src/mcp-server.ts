/** A server of the Model Context Protocol whose tools the bot may use: where it is, and which of its tools are chosen. */
import { z } from 'zod'
import { cares, effects, JsonSchema } from './action.ts'
import { FlowName, LocalText } from './flow.ts'
import { circuits } from './http-tool.ts'
import { Json } from './json.ts'

const short = (longest: number) => z.string().trim().min(1).max(longest)
const mostTools = 200

/** Over HTTP, or a program that the operator has allowed by a name (`LINGXI_MCP_PROGRAMS`). */
export const McpPlace = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('http'),
    url: z.url({ protocol: /^https?$/, error: 'is an address of http or https' }).max(2000),
  }),
  z.strictObject({ kind: z.literal('program'), program: short(60) }),
])
export type McpPlace = z.infer<typeof McpPlace>

/** A header, or a variable of the program's environment. A value that is left away stays as it was at the same place. */
const Secret = z.strictObject({
  name: z.string().regex(/^[A-Za-z0-9_-]{1,80}$/, 'is a name such as Authorization'),
  value: z.string().min(1).max(4000).optional(),
})

export const McpServerDraft = z
  .strictObject({
    name: FlowName,
    place: McpPlace,
    secrets: z.array(Secret).max(20).default([]),
    /** Milliseconds for one call, and for beginning. */
    within: z.int().min(100).max(60_000).default(15_000),
    /** Of what only looks. */
    retries: z.int().min(0).max(4).default(1),
    paused: z.boolean().default(false),
  })
  .meta({ id: 'McpServerDraft' })
export type McpServerDraft = z.infer<typeof McpServerDraft>

/** A tool that became an action. What it is was written down when it was chosen: another one is not called by its name. */
export const ChosenTool = z
  .strictObject({
    tool: z.string(),
    name: FlowName,
    title: LocalText,
    effect: z.enum(effects),
    care: z.enum(cares),
    description: z.string(),
    input: JsonSchema,
    output: JsonSchema,
    fingerprint: z.string(),
  })
  .meta({ id: 'ChosenTool' })
export type ChosenTool = z.infer<typeof ChosenTool>

export const McpServer = z
  .strictObject({
    id: z.string(),
    version: z.int().positive(),
    name: z.string(),
    place: McpPlace,
    /** Of the secrets only which there are. */
    secretNames: z.array(z.string()),
    within: z.int(),
    retries: z.int(),
    paused: z.boolean(),
    tools: z.array(ChosenTool),
    circuit: z.enum(circuits),
    /** What the last call or look of this process came to; `reason` null: it answered. */
    lately: z.strictObject({ at: z.string(), reason: z.string().nullable() }).nullable(),
    updatedAt: z.string(),
  })
  .meta({ id: 'McpServer' })
export type McpServer = z.infer<typeof McpServer>

/** What a server offers. What it says of a tool is its own word: nothing is believed that makes less careful. */
export const OfferedTool = z
  .strictObject({
    tool: z.string(),
    /** What the action would be called. */
    name: z.string(),
    title: z.string(),
    description: z.string(),
    says: z.strictObject({ onlyLooks: z.boolean(), destroys: z.boolean() }),
    input: JsonSchema,
    fingerprint: z.string(),
    there: z.enum(['new', 'same', 'changed']),
    /** Why it cannot become an action. */
    wrong: z.string().nullable(),
  })
  .meta({ id: 'OfferedTool' })
export type OfferedTool = z.infer<typeof OfferedTool>

export const LookedAtServer = z
  .discriminatedUnion('outcome', [
    z.strictObject({
      outcome: z.literal('answered'),
      server: z.strictObject({ name: z.string(), version: z.string() }),
      tools: z.array(OfferedTool),
      /** Chosen, and not offered any more. */
      gone: z.array(z.string()),
      milliseconds: z.number(),
    }),
    z.strictObject({ outcome: z.literal('failed'), reason: z.string(), milliseconds: z.number() }),
  ])
  .meta({ id: 'LookedAtServer' })
export type LookedAtServer = z.infer<typeof LookedAtServer>

export const ToolChoice = z
  .strictObject({
    tool: z.string().min(1).max(200),
    name: FlowName,
    title: LocalText,
    effect: z.enum(effects).default('act'),
    care: z.enum(cares).default('confirmation'),
    /** What was seen when it was chosen. */
    fingerprint: z.string().max(100),
  })
  .meta({ id: 'ToolChoice' })
export const ToolChoices = z.array(ToolChoice).max(mostTools)
export type ToolChoice = z.infer<typeof ToolChoice>

/** A call that was only tried, really made; secrets are covered in what came back. */
export const TriedMcpTool = z
  .strictObject({
    outcome: z.enum(['done', 'refused', 'failed']),
    output: Json,
    reason: z.string().nullable(),
    milliseconds: z.number(),
  })
  .meta({ id: 'TriedMcpTool' })
export type TriedMcpTool = z.infer<typeof TriedMcpTool>

/** A program that the operator allows, and which variables it may be given. */
export const McpProgram = z
  .strictObject({ name: z.string(), variables: z.array(z.string()) })
  .meta({ id: 'McpProgram' })
