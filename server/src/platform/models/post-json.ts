/** One call of a model's endpoint: JSON there and back, within a time; everything else is a `ModelFailure`. */
import type { z } from 'zod'
import { startDeadline } from './deadline.ts'
import { ModelFailure } from './models.ts'

type Call = {
  url: string
  key?: string | undefined
  body: object
  /** Milliseconds for the whole call. */
  limit: number
  signal?: AbortSignal | undefined
}

/** The part of the answer that the schema names. Never follows a redirect: the key would go with it. */
export async function postJson<Schema extends z.ZodType>(call: Call, schema: Schema): Promise<z.output<Schema>> {
  const deadline = startDeadline({ firstWordLimit: call.limit, totalLimit: call.limit, signal: call.signal })
  try {
    const response = await fetch(call.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        ...(call.key && { authorization: `Bearer ${call.key}` }),
      },
      body: JSON.stringify(call.body),
      signal: deadline.signal,
      redirect: 'error',
    })
    if (!response.ok) throw new ModelFailure('failed', `The endpoint answered with HTTP ${response.status}`)
    const read = schema.safeParse(await response.json())
    if (!read.success) throw new ModelFailure('failed', 'The endpoint answered in a form that is not understood')
    return read.data
  } catch (error) {
    throw toFailure(error, deadline.reason())
  } finally {
    deadline.stop()
  }
}

function toFailure(error: unknown, ended: 'too-slow' | 'cancelled' | undefined): ModelFailure {
  if (ended === 'too-slow') return new ModelFailure('too-slow', 'The endpoint did not answer in time')
  if (ended === 'cancelled') return new ModelFailure('cancelled', 'The call was given up')
  if (error instanceof ModelFailure) return error
  return new ModelFailure('failed', 'The endpoint could not be reached or broke off', error)
}
