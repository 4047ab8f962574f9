import { z } from 'zod'
import { route } from './route.ts'

const path = '/mcp'
const area = 'Model Context Protocol'

/** A message of JSON-RPC as far as this table knows it: one at a time, as the protocol has it since 2025-06-18. */
const Message = z.looseObject({ jsonrpc: z.literal('2.0') })

/** Lingxi for other assistants: streamable HTTP, revisions 2025-11-25 and 2025-06-18, by key. See docs/operating/mcp.md. */
export const mcpRoutes = {
  mcp: route({
    method: 'POST',
    path,
    area,
    access: 'api-key',
    summary: 'One message of the Model Context Protocol; what it may do is what the key is for',
    body: Message,
    ok: z.unknown(),
  }),
  mcpStream: route({
    method: 'GET',
    path,
    area,
    access: 'api-key',
    summary: 'Always 405: nothing is sent that was not asked for',
    ok: z.null(),
  }),
  mcpEnd: route({
    method: 'DELETE',
    path,
    area,
    access: 'api-key',
    summary: 'Always 405: each message stands by itself, so there is no session to end',
    ok: z.null(),
  }),
}
