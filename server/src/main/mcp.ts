/** Lingxi as a server of the Model Context Protocol, put together; what is cancelled elsewhere is ended here. */
import { createMcpEndpoint } from '#platform/mcp'
import { findPersonalData } from '../capabilities/understanding/personal-data/find-personal-data.ts'
import { createTokenBook, tokenisePersonalData } from '../capabilities/understanding/personal-data/tokens.ts'
import { createMcpRoutes } from '../journeys/mcp/mcp.ts'
import type { Parts, Platform } from './parts.ts'

type Options = { version: string; perMinute: number; origins: readonly string[] }

function createCover() {
  const book = createTokenBook()
  return (text: string) => tokenisePersonalData(text, findPersonalData(text), book).text
}

export function createMcp({ ids, clock, log, signals }: Platform, parts: Parts, options: Options) {
  const endpoint = createMcpEndpoint({
    nameSession: () => ids.secret(),
    onCancelElsewhere: (owner, request) => signals.tell('mcp', owner.split(' ')[0] ?? '', { id: request, of: owner }),
  })
  signals.follow(({ topic, id, of, remote }) => {
    if (topic === 'mcp' && remote) endpoint.cancel(of, id)
  })
  const { staff, knowledge, conversations, customers, tickets, words, findAnswer, detect, delivery } = parts
  return createMcpRoutes({
    ...options,
    endpoint,
    knowledge,
    findAnswer,
    detect,
    conversations,
    customers,
    tickets,
    words,
    botName: async (tenantId) => (await staff.getSettings(tenantId)).botName,
    deliveryOf: delivery,
    createCover,
    ids,
    clock,
    log,
  })
}
