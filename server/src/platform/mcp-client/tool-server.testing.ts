/** A server of tools made with the official library: over HTTP with sessions, or (`tool-program.testing.ts`) by pipes. */
import { randomUUID } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Server } from '@modelcontextprotocol/sdk/server/index.js'
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js'
import type { RequestHandlerExtra } from '@modelcontextprotocol/sdk/shared/protocol.js'
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js'
import {
  CallToolRequestSchema,
  type CallToolResult,
  ErrorCode,
  ListToolsRequestSchema,
  McpError,
  ResultSchema,
  type ServerNotification,
  type ServerRequest,
  type Tool,
} from '@modelcontextprotocol/sdk/types.js'

type Asked = RequestHandlerExtra<ServerRequest, ServerNotification>
export type ServedTool = Omit<Tool, 'inputSchema'> & {
  inputSchema?: Tool['inputSchema']
  run: (input: Record<string, unknown>, asked: Asked) => CallToolResult | Promise<CallToolResult>
}
export const textOf = (text: string): CallToolResult => ({ content: [{ type: 'text', text }] })
const never = () => new Promise<never>(() => undefined)

const number = { type: 'object' as const, properties: { number: { type: 'string' } }, required: ['number'] }
export const shopTools = (): ServedTool[] => [
  {
    name: 'find_order',
    title: 'Find an order',
    description: 'Where an order is.',
    annotations: { readOnlyHint: true },
    inputSchema: number,
    outputSchema: { type: 'object', properties: { state: { type: 'string' } }, required: ['state'] },
    run: ({ number: order }) => ({ content: [], structuredContent: { state: `${String(order)} is on its way` } }),
  },
  { name: 'refund', annotations: { destructiveHint: true }, inputSchema: number, run: () => textOf('paid back') },
  { name: 'refuse', run: () => ({ ...textOf('too late for that'), isError: true }) },
  { name: 'wait', run: never },
  { name: 'write-for-ever', run: () => textOf('x'.repeat(50 * 1024 * 1024)) },
  { name: 'whoami', run: () => textOf(JSON.stringify({ pid: process.pid, variables: process.env })) },
  { name: 'die', run: () => process.exit(1) },
  {
    name: 'draw',
    run: () => ({
      content: [
        { type: 'text', text: 'a cat\0' },
        { type: 'image', data: 'AAAA', mimeType: 'image/png' },
      ],
    }),
  },
  {
    name: 'ask-back',
    run: (_input, { sendRequest }) =>
      sendRequest({ method: 'sampling/createMessage', params: { messages: [], maxTokens: 9 } }, ResultSchema).then(
        () => textOf('it wrote'),
        (error: Error) => textOf(`it did not: ${error.message}`),
      ),
  },
]

/** Two tools a page, so that whoever reads the first page only knows two. */
export function serveTools(tools: () => readonly ServedTool[]): Server {
  const server = new Server({ name: 'shop', version: '1.2.3' }, { capabilities: { tools: { listChanged: true } } })
  server.setRequestHandler(ListToolsRequestSchema, ({ params }) => {
    const from = Number(params?.cursor ?? 0)
    const listed = tools().map(({ run: _run, inputSchema = { type: 'object' as const }, ...tool }) => ({
      ...tool,
      inputSchema,
    }))
    return {
      tools: listed.slice(from, from + 2),
      ...(from + 2 < listed.length && { nextCursor: String(from + 2) }),
    }
  })
  server.setRequestHandler(CallToolRequestSchema, ({ params }, asked) => {
    const tool = tools().find(({ name }) => name === params.name)
    if (!tool) throw new McpError(ErrorCode.InvalidParams, `no tool ${params.name}`)
    return tool.run(params.arguments ?? {}, asked)
  })
  return server
}

/** On a free port of this machine, or on one that was used before. */
export async function startToolServer(given: ServedTool[] = shopTools(), port = 0) {
  let tools = given
  const heard: { method: string; headers: IncomingHttpHeaders }[] = []
  const called: { tool: string; input: unknown }[] = []
  const sessions = new Map<string, { transport: StreamableHTTPServerTransport; server: Server }>()
  const counted = () =>
    tools.map(
      (tool): ServedTool => ({
        ...tool,
        run(input, asked) {
          called.push({ tool: tool.name, input })
          return tool.run(input, asked)
        },
      }),
    )

  async function openSession(): Promise<StreamableHTTPServerTransport> {
    const server = serveTools(counted)
    const transport: StreamableHTTPServerTransport = new StreamableHTTPServerTransport({
      sessionIdGenerator: () => randomUUID(),
      onsessioninitialized: (id) => void sessions.set(id, { transport, server }),
    })
    await server.connect(transport as Transport)
    return transport
  }

  const server = createServer(async (request, response) => {
    heard.push({ method: request.method ?? '', headers: request.headers })
    const id = request.headers['mcp-session-id']
    const known = typeof id === 'string' ? sessions.get(id)?.transport : await openSession()
    if (known) await known.handleRequest(request, response)
    else response.writeHead(404).end()
  })
  await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready))
  const { port: at } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${at}/mcp`,
    port: at,
    heard,
    called,
    change(more: (before: ServedTool[]) => ServedTool[]): void {
      tools = more(tools)
    },
    /** It begins anew and knows nobody any more. */
    forget: () => sessions.clear(),
    close: () =>
      new Promise<void>((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}
export type ToolServer = Awaited<ReturnType<typeof startToolServer>>
