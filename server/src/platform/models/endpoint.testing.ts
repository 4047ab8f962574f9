/** A scripted endpoint over real HTTP on 127.0.0.1 that speaks, or mis-speaks, OpenAI's chat completions. */
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Behaviour =
  | { kind: 'answer'; pieces: string[] }
  | { kind: 'refuse'; pieces: string[] }
  | { kind: 'cut'; pieces: string[] }
  | { kind: 'stall'; pieces: string[] }
  | { kind: 'status'; status: number }
  | { kind: 'garbage' }

const chunk = (delta: object, finish: string | null) => ({
  id: 'c1',
  object: 'chat.completion.chunk',
  created: 1,
  model: 'scripted',
  choices: [{ index: 0, delta, finish_reason: finish }],
})
const write = (response: ServerResponse, data: unknown) => response.write(`data: ${JSON.stringify(data)}\n\n`)

function perform(behaviour: Behaviour, response: ServerResponse): void {
  if (behaviour.kind === 'status') {
    response.writeHead(behaviour.status, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ error: { message: 'scripted failure', type: 'server_error' } }))
    return
  }
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  if (behaviour.kind === 'garbage') return void response.end('data: {"not": \n\nthis is not what you expect\n\n')
  for (const piece of behaviour.pieces) write(response, chunk({ role: 'assistant', content: piece }, null))
  if (behaviour.kind === 'stall') return void response.flushHeaders()
  if (behaviour.kind === 'cut') return void response.end(() => response.destroy())
  write(response, chunk({}, behaviour.kind === 'refuse' ? 'content_filter' : 'stop'))
  response.end('data: [DONE]\n\n')
}

/** `behave` is read at each request; `closed` counts requests whose caller hung up before the end. */
export async function startEndpoint(behave: () => Behaviour) {
  const requests: { authorization: string | undefined; body: string }[] = []
  const counts = { hungUp: 0 }
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (data: Buffer) => (body += data.toString()))
    request.on('end', () => {
      requests.push({ authorization: request.headers.authorization, body })
      perform(behave(), response)
    })
    response.on('close', () => {
      if (!response.writableEnded) counts.hungUp++
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/v1`,
    requests,
    counts,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
