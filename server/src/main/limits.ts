/** How often one address may do what costs something: beyond that it is refused for the rest of the minute. */
import rateLimit from '@fastify/rate-limit'
import { Problem } from '@lingxi/contract/problem'
import type { FastifyInstance } from 'fastify'

/** 0: as often as it likes. */
export type Limits = { sessionsPerMinute: number; messagesPerMinute: number; mcpPerMinute: number }
export const noLimits: Limits = { sessionsPerMinute: 0, messagesPerMinute: 0, mcpPerMinute: 0 }

export const minute = 60_000
export const day = 24 * 60 * minute

/** Before the routes: those that name a limit of their own are counted, by address, and no others. */
export async function countCallers(app: FastifyInstance): Promise<void> {
  await app.register(rateLimit, { global: false, errorResponseBuilder: () => new Problem('too-many-attempts') })
}

/** A limit of a route, in the words of the one who counts; nothing for 0. */
export const perMinute = (max: number) => (max > 0 ? { rateLimit: { max, timeWindow: minute } } : {})
