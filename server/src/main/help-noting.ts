/**
 * How many searches of the help centre, and remarks in it, are noted: the same words of one address once an hour, thirty of an address an hour,
 * six hundred of everybody in five minutes. Beyond that each is answered like any other and leaves no trace, so that
 * nobody makes up what a company lacks. Addresses are held in memory for that hour and nowhere else.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify'

const hour = 3_600_000
const asked = Symbol('what is searched for')

export function createNoting(help: FastifyInstance) {
  const limits = [
    help.createRateLimit({
      max: 1,
      timeWindow: hour,
      keyGenerator: (request) => `${request.ip} ${(request as Searching)[asked]}`,
    }),
    help.createRateLimit({ max: 30, timeWindow: hour, keyGenerator: (request) => request.ip }),
    help.createRateLimit({ max: 600, timeWindow: hour / 12, keyGenerator: () => 'everybody' }),
  ]
  /** Whether what this request says is to be noted; it counts towards the limits. */
  return async function mayNote(request: FastifyRequest, words: string): Promise<boolean> {
    ;(request as Searching)[asked] = words
    for (const limit of limits) {
      const outcome = await limit(request)
      if (!outcome.isAllowed && outcome.isExceeded) return false
    }
    return true
  }
}

type Searching = FastifyRequest & { [asked]?: string }
