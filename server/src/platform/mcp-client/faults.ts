/** What went wrong with a server, in a word, from all the ways in which the library says it. */
import { StreamableHTTPError } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import { ErrorCode, McpError } from '@modelcontextprotocol/sdk/types.js'

/**
 * `transient`: the same may go well a moment later. `reached`: what was asked may have arrived there.
 */
export type McpFailure = { outcome: 'failed'; reason: string; transient: boolean; reached: boolean }

const transientReasons = new Set(['unreachable', 'takes-too-long', 'ended'])
const longestMessage = 300
const byCode: Record<string | number, string> = {
  [ErrorCode.RequestTimeout]: 'takes-too-long',
  [ErrorCode.ConnectionClosed]: 'ended',
  ENOENT: 'no-such-program',
  EACCES: 'no-such-program',
}
const byName: Record<string, string> = {
  ZodError: 'answered-nonsense',
  SyntaxError: 'answered-no-json',
  AbortError: 'cancelled',
}

/** `begun`: it happened while a tool was called, and not on the way there. */
export function failureOf(error: unknown, begun: boolean): McpFailure {
  const status = statusOf(error)
  const reason = status === 0 ? reasonOf(error) : `status-${status}`
  // A server that does not know the session any more, or has no time, has not looked at what was asked.
  const lookedAt = (error as { reached?: boolean } | null)?.reached ?? (status !== 404 && status !== 429)
  const transient = transientReasons.has(reason) || status === 404 || status === 429 || status >= 500
  return { outcome: 'failed', reason, transient, reached: begun && lookedAt }
}

const statusOf = (error: unknown) => (error instanceof StreamableHTTPError ? Math.max(0, error.code ?? 0) : 0)

function reasonOf(error: unknown): string {
  const { reason, code, name, message } = error as Record<'reason' | 'code' | 'name' | 'message', unknown>
  const known = reason ?? byCode[String(code)] ?? byName[String(name)]
  if (typeof known === 'string') return known
  if (error instanceof McpError) return `refused-call: ${error.message.slice(0, longestMessage)}`
  return String(message).startsWith('ReadBuffer exceeded') ? 'too-large' : 'unreachable'
}
