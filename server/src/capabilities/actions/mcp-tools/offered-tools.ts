/** What a server offers, held against what was chosen of it. Pure. */
import { createHash } from 'node:crypto'
import type { ChosenTool, OfferedTool } from '@lingxi/contract/mcp-server'
import { Json } from '@lingxi/contract/json'
import { compileSchema } from '#platform/json-schema'
import { z } from 'zod'

/** A tool as a server describes it. */
export type Described = {
  name: string
  title?: string | undefined
  description?: string | undefined
  inputSchema: Record<string, unknown>
  outputSchema?: Record<string, unknown> | undefined
  annotations?:
    | { title?: string | undefined; readOnlyHint?: boolean | undefined; destructiveHint?: boolean | undefined }
    | undefined
}
const Schema = z.record(z.string(), Json)
const [longestTitle, longestDescription, longestName, largestSchema] = [120, 2_000, 60, 50_000]

/** The same for the same words, takes and gives, in whatever order its fields are written. */
export function fingerprintOf({ name, title, description, inputSchema, outputSchema, annotations }: Described): string {
  const whole = [name, title, description, inputSchema, outputSchema, annotations]
  return createHash('sha256')
    .update(JSON.stringify(inOrder(whole)))
    .digest('base64url')
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value ?? null
  const entries = Object.entries(value).filter(([, each]) => each !== undefined)
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, inOrder(each)]))
}

/** Why the tool of this name must not be called; undefined: it is what was chosen. */
export function reasonAgainst(chosen: ChosenTool, offered: Described | undefined): string | undefined {
  if (!offered) return 'tool-gone'
  return fingerprintOf(offered) === chosen.fingerprint ? undefined : 'tool-changed'
}

export function offer(
  tool: Described,
  { server, chosen }: { server: string; chosen: readonly ChosenTool[] },
): OfferedTool {
  const { name, title, description = '', inputSchema, annotations = {} } = tool
  const fingerprint = fingerprintOf(tool)
  const known = chosen.find((each) => each.tool === name)
  return {
    tool: name,
    name: known?.name ?? nameFor(server, name),
    title: (title ?? annotations.title ?? name).slice(0, longestTitle).toWellFormed(),
    description: description.slice(0, longestDescription).toWellFormed(),
    // What is left out is the less careful word: it counts only where it is said.
    says: { onlyLooks: annotations.readOnlyHint === true, destroys: annotations.destructiveHint === true },
    input: Schema.safeParse(inputSchema).data ?? {},
    fingerprint,
    there: !known ? 'new' : known.fingerprint === fingerprint ? 'same' : 'changed',
    wrong: wrongWith(tool),
  }
}

function wrongWith({ name, inputSchema, outputSchema = {} }: Described): string | null {
  if (name.length > 200) return 'its name is too long'
  for (const schema of [inputSchema, outputSchema]) {
    if (!Schema.safeParse(schema).success) return 'its schema is no JSON'
    if (JSON.stringify(schema).length > largestSchema) return 'its schema is too large'
    const compiled = compileSchema(schema)
    if ('wrong' in compiled) return compiled.wrong
  }
  return null
}

function nameFor(server: string, tool: string): string {
  const words = tool
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '')
  return `${server}_${words || 'tool'}`.slice(0, longestName)
}

/** What is written down of a tool when it is chosen. */
export const pinned = ({ description = '', inputSchema, outputSchema = {} }: Described) => ({
  description: description.slice(0, longestDescription).toWellFormed(),
  input: Schema.parse(inputSchema),
  output: Schema.parse(outputSchema),
})
