/**
 * A server of the Model Context Protocol, used: begun when it is first needed, kept while it is, begun anew after it ended.
 * Promises: what goes wrong over there is a value; no answer is waited for longer than said or read beyond its size; nothing
 * that the server says makes this side do anything, for it is offered nothing that it could ask for.
 */
import { type CallToolResult, CallToolResultSchema, type Tool } from '@modelcontextprotocol/sdk/types.js'
import { asking, type Clock, type Connected, connect, type Parts } from './connect.ts'
import { failureOf, type McpFailure } from './faults.ts'
import { McpFault } from './transports.ts'

export type { McpFailure } from './faults.ts'
export type { GuardedFetch, ServerPlace } from './transports.ts'
export type OfferedTools = { outcome: 'answered'; server: { name: string; version: string }; tools: Tool[] }
export type ToolAnswer = { outcome: 'answered'; result: CallToolResult }

/** Milliseconds, in all. */
type Limits = { within: number; signal: AbortSignal | undefined }
type Call = Limits & {
  tool: string
  input: Record<string, unknown>
  /** It changes nothing over there: the list of tools may be some seconds old. */
  onlyLooks: boolean
  /** Whether the tool is the one that was meant: a reason not to call it. */
  refuse: (offered: Tool | undefined) => string | undefined
}
/** `users`: calls that are under way on it. Once it is left nobody joins them, and it ends with the last. */
type Line = { connected: Promise<Connected>; users: number; left: boolean }
type Work<Result> = (on: Connected, doing: { ending: AbortSignal; begin: () => void }) => Promise<Result>

/** Milliseconds without a call after which a connection, and a program, is ended. */
const longestIdle = 5 * 60_000

export function createMcpClient(parts: Parts) {
  const { clock } = parts
  let current: Line | undefined
  let callOffIdle = () => {}

  function begin(within: number): Line {
    const onEnd = () => leave(line)
    const line: Line = { connected: connect(parts, { within, onEnd }), users: 0, left: false }
    line.connected.catch(onEnd)
    return line
  }

  async function end({ connected }: Line): Promise<void> {
    await (await connected.catch(() => undefined))?.close()
  }

  function leave(line: Line): void {
    line.left = true
    if (current === line) current = undefined
    if (line.users === 0) void end(line)
  }

  function release(line: Line): void {
    line.users--
    if (line.left && line.users === 0) void end(line)
    callOffIdle()
    const there = current
    if (there) callOffIdle = clock.after(longestIdle, () => leave(there))
  }

  /** As long as it may take in all; a connection that broke is begun anew by whoever needs it next. */
  async function use<Result>(limits: Limits, work: Work<Result>) {
    const { ending, callOff } = limit(clock, limits)
    const line = (current ??= begin(limits.within))
    let on: Connected | undefined
    let begun = false
    line.users++
    try {
      on = await unless(ending, line.connected)
      return await unless(ending, work(on, { ending, begin: () => (begun = true) }))
    } catch (error) {
      const failure = failureOf(ending.aborted ? ending.reason : (on?.fault() ?? error), begun)
      // One slow call ends no others; a program that hangs with its only one is ended.
      if (failure.transient && (failure.reason !== 'takes-too-long' || line.users === 1)) leave(line)
      return failure
    } finally {
      callOff()
      release(line)
    }
  }

  return {
    /** What the server offers; `within` in milliseconds, in all. */
    async look(within: number): Promise<OfferedTools | McpFailure> {
      return use({ within, signal: undefined }, async (on, { ending }) => {
        const tools = await on.tools(ending, { anew: true })
        const { name = '', version = '' } = on.client.getServerVersion() ?? {}
        return { outcome: 'answered' as const, server: { name, version }, tools }
      })
    },

    /** One call, once. */
    async call({ tool, input, onlyLooks, refuse, ...limits }: Call): Promise<ToolAnswer | McpFailure> {
      return use(limits, async (on, { ending, begin: send }) => {
        const tools = await on.tools(ending, { anew: !onlyLooks })
        const offered = tools.find(({ name }) => name === tool)
        const reason = refuse(offered)
        if (reason !== undefined) throw new McpFault(reason)
        ending.throwIfAborted()
        send()
        const params = { name: tool, arguments: input }
        const result = await on.client.request({ method: 'tools/call', params }, CallToolResultSchema, asking(ending))
        return { outcome: 'answered' as const, result }
      })
    },

    /** Once the calls that are under way have ended; nothing begins it again but another call. */
    leave(): void {
      callOffIdle()
      if (current) leave(current)
    },

    /** At once. */
    async close(): Promise<void> {
      callOffIdle()
      const line = current
      current = undefined
      if (line) await end(line)
    },
  }
}
export type McpClient = ReturnType<typeof createMcpClient>

function limit(clock: Clock, { within, signal }: Limits) {
  const ending = new AbortController()
  const cancel = () => ending.abort(new McpFault('cancelled'))
  const callOffLate = clock.after(within, () => ending.abort(new McpFault('takes-too-long')))
  if (signal?.aborted) cancel()
  signal?.addEventListener('abort', cancel, { once: true })
  function callOff(): void {
    callOffLate()
    signal?.removeEventListener('abort', cancel)
  }
  return { ending: ending.signal, callOff }
}

function unless<Result>(ending: AbortSignal, work: Promise<Result>): Promise<Result> {
  const { promise, reject } = Promise.withResolvers<never>()
  const end = () => reject(ending.reason)
  if (ending.aborted) end()
  ending.addEventListener('abort', end, { once: true })
  work.catch(() => undefined)
  return Promise.race([work, promise]).finally(() => ending.removeEventListener('abort', end))
}
