/** One call of an HTTP tool: written, sent, its answer read; made again, and held back, as careful calls are. */
import type { ActionOutcome } from '@lingxi/contract/action'
import type { HttpAuthentication, HttpToolDraft } from '@lingxi/contract/http-tool'
import type { Clock } from '#platform/clock'
import type { Http } from '#platform/http'
import { createCarefulCalls, type Pauses } from '../careful-calls.ts'
import type { Call, Ran } from '../provider.ts'
import { authenticate } from './authenticate.ts'
import { readAnswer } from './read-answer.ts'
import { writeRequest } from './write-request.ts'

/** Bytes of an answer, after unpacking. */
const largestAnswer = 1024 * 1024
/** `transient`: the same may go well a moment later. `reached`: something may have arrived. */
export type Attempt = {
  outcome: ActionOutcome
  transient: boolean
  reached: boolean
  response: { status: number; headers: Record<string, string>; bytes: Uint8Array } | null
}
type Parts = { http: Pick<Http, 'send'>; clock: Clock; pauses: Pauses }

/** Whether a second call changes nothing more: it only looks, or the other side knows it by its key. */
export const isRepeatable = ({ effect, idempotencyHeader }: HttpToolDraft) =>
  effect === 'look' || idempotencyHeader !== null

/** Goes out once. */
export async function attemptCall(
  { http, clock }: Pick<Parts, 'http' | 'clock'>,
  tool: HttpToolDraft,
  asked: { call: Pick<Call, 'input' | 'runId' | 'language' | 'signal'>; secret: string | undefined },
): Promise<Attempt> {
  const { call, secret } = asked
  const { language } = call
  const written = writeRequest(tool, call.input, language)
  if ('wrong' in written) return hopeless(`invalid-input: ${written.wrong}`)
  const { idempotencyHeader: key, authentication, method } = tool
  const named = key !== null && tool.effect === 'act' ? { [key.toLowerCase()]: call.runId } : {}
  const seconds = Math.floor(clock.now() / 1000)
  const request = authenticate(
    { ...written, headers: { ...written.headers, ...named } },
    { authentication, secret, method, seconds },
  )
  const answer = await http.send(request.url.href, {
    method,
    headers: request.headers,
    body: request.body,
    mostBytes: largestAnswer,
    within: tool.within,
    signal: call.signal,
  })
  const { reached } = answer
  if (answer.outcome !== 'answered') {
    const transient = answer.outcome === 'unreachable' || answer.outcome === 'takes-too-long'
    return { outcome: { kind: 'failed', reason: answer.outcome }, transient, reached, response: null }
  }
  const { status, bytes } = answer
  const outcome = readAnswer(tool, { status, bytes, type: answer.headers['content-type'] ?? '', language })
  const transient = outcome.kind === 'failed' && (status === 429 || status >= 500)
  const headers = Object.fromEntries(
    Object.entries(answer.headers).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  )
  return { outcome, transient, reached: reached && status !== 429, response: { status, headers, bytes } }
}

const hopeless = (reason: string): Attempt => ({
  outcome: { kind: 'failed', reason },
  transient: false,
  reached: false,
  response: null,
})

/** Calls of one tool, as long as it is described as it is. */
export function createToolCaller(parts: Parts, tool: HttpToolDraft & { authentication: HttpAuthentication }) {
  const { run, circuit } = createCarefulCalls(parts.pauses)
  const isHarmless = ({ reached }: Attempt) => isRepeatable(tool) || !reached
  return {
    async run(call: Call, secret: string | undefined): Promise<Ran> {
      const attempt = async () => {
        const made = await attemptCall(parts, tool, { call, secret })
        return { ...made, harmless: isHarmless(made) }
      }
      const { sent, ...ran } = await run({ attempt, retries: tool.retries, signal: call.signal })
      return { ...ran, ...(tool.cost !== null && sent > 0 && { cost: tool.cost * sent }) }
    },
    circuit,
  }
}
export type ToolCaller = ReturnType<typeof createToolCaller>
