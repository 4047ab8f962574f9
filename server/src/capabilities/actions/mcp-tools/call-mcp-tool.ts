/** One call of a chosen tool: what its server answers is data, and becomes an output or a reason. */
import type { ActionOutcome } from '@lingxi/contract/action'
import { Json } from '@lingxi/contract/json'
import type { ChosenTool } from '@lingxi/contract/mcp-server'
import type { McpClient } from '#platform/mcp-client'
import type { Call } from '../provider.ts'
import { reasonAgainst } from './offered-tools.ts'

type Part = { type: string; text?: string }
type Result = { isError?: boolean | undefined; structuredContent?: unknown; content: readonly Part[] }
const longestText = 100_000
const longestReason = 300

/** With what `careful-calls` has to know of it. */
export async function attemptMcpTool(
  client: Pick<McpClient, 'call'>,
  chosen: ChosenTool,
  { call, within }: { call: Call; within: number },
) {
  const answer = await client.call({
    tool: chosen.tool,
    input: call.input,
    onlyLooks: chosen.effect === 'look',
    within,
    signal: call.signal,
    refuse: (offered) => reasonAgainst(chosen, offered),
  })
  if (answer.outcome === 'answered')
    return { outcome: outcomeOf(answer.result), transient: false, harmless: false, reason: null }
  const { reason, transient, reached } = answer
  return {
    outcome: { kind: 'failed', reason } satisfies ActionOutcome as ActionOutcome,
    transient,
    harmless: chosen.effect === 'look' || !reached,
    reason,
  }
}

/** The value, where the server gives one; else its text. Pictures and sound are left out, and named. */
export function outcomeOf({ isError, structuredContent, content }: Result): ActionOutcome {
  const text = content.flatMap((part) => (part.type === 'text' ? [part.text ?? ''] : [])).join('\n')
  if (text.length > longestText) return { kind: 'failed', reason: 'too-large' }
  const clean = text.replaceAll('\0', '').toWellFormed()
  if (isError) return { kind: 'failed', reason: `tool-error: ${clean.slice(0, longestReason)}` }
  if (structuredContent !== undefined) {
    const read = Json.safeParse(structuredContent)
    return read.success ? { kind: 'done', output: read.data } : { kind: 'failed', reason: 'answered-nonsense' }
  }
  const leftOut = [...new Set(content.filter(({ type }) => type !== 'text').map(({ type }) => type))]
  return { kind: 'done', output: { text: clean, ...(leftOut.length > 0 && { leftOut }) } }
}
