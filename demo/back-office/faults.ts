/** Faults on demand, by operation: how a company's system is when it is not well. */
import { Readable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyReply } from 'fastify'
import { z } from 'zod'

/**
 * `slow`: answers after so many milliseconds. `error`: 500, nothing is done. `silent`: it is done, and nobody is told.
 * `twice`: the request arrives twice. `html`: a proxy's page instead of an answer. `huge`: an answer of 60 MB.
 */
export const Fault = z.strictObject({
  kind: z.enum(['slow', 'error', 'silent', 'twice', 'html', 'huge']),
  milliseconds: z.int().min(0).max(600_000).optional(),
  /** How often; absent: until it is taken back. */
  times: z.int().min(1).max(1000).optional(),
})
export type Fault = z.infer<typeof Fault>
/** By operation; `*` is all of them. Null takes one back. */
export const Faults = z.record(z.string(), Fault.nullable())

export function createFaults() {
  const standing = new Map<string, Fault>()

  return {
    set(faults: z.infer<typeof Faults>): void {
      for (const [name, fault] of Object.entries(faults))
        if (fault) standing.set(name, { ...fault })
        else standing.delete(name)
    },
    clear: () => standing.clear(),
    list: () => Object.fromEntries(standing),
    /** The one that strikes now; `header` is for this request alone: `slow 3000`, `error`. */
    next(operation: string, header: string | undefined): Fault | undefined {
      if (header) return readHeader(header)
      const name = standing.has(operation) ? operation : '*'
      const fault = standing.get(name)
      if (fault?.times !== undefined) {
        fault.times -= 1
        if (fault.times <= 0) standing.delete(name)
      }
      return fault
    },
  }
}

function readHeader(header: string): Fault | undefined {
  const [kind, milliseconds] = header.trim().split(/\s+/)
  return Fault.safeParse({ kind, ...(milliseconds && { milliseconds: Number(milliseconds) }) }).data
}

/** What comes instead of `answer`; undefined: the answer, in time or late. */
export async function strike(fault: Fault | undefined, reply: FastifyReply): Promise<FastifyReply | undefined> {
  switch (fault?.kind) {
    case 'slow':
      await wait(fault.milliseconds ?? 3000)
      return undefined
    case 'error':
      return reply.code(500).send({ code: 'broken', message: { zh: '系统出错了', en: 'Something broke' } })
    case 'silent':
      reply.hijack()
      return reply
    case 'html':
      return reply.type('text/html').send('<!doctype html><title>Gateway</title><h1>Please sign in to continue</h1>')
    case 'huge':
      return reply.type('application/json').send(Readable.from(hugeBody()))
    default:
      return undefined
  }
}

function* hugeBody() {
  const megabyte = Buffer.alloc(1024 * 1024, 'x')
  yield '{"title":"'
  for (let sent = 0; sent < 60; sent += 1) yield megabyte
  yield '"}'
}
