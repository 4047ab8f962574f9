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
  /** Asks for tools: `input` is what it writes for JSON. `spent`: tokens that it counts, in and out. */
  | { kind: 'calls'; pieces: string[]; calls: { name: string; input: string }[]; spent?: [number, number] }
  /** Says the same, for as long as somebody listens. */
  | { kind: 'endless'; piece: string }
  /** Bytes that are no text. */
  | { kind: 'bytes' }

const chunk = (delta: object, finish: string | null) => ({
  id: 'c1',
  object: 'chat.completion.chunk',
  created: 1,
  model: 'scripted',
  choices: [{ index: 0, delta, finish_reason: finish }],
})
const asks = ({ name, input }: { name: string; input: string }, index: number) => {
  const half = Math.ceil(input.length / 2)
  return [
    {
      tool_calls: [
        { index, id: `call-${index}`, type: 'function', function: { name, arguments: input.slice(0, half) } },
      ],
    },
    { tool_calls: [{ index, function: { arguments: input.slice(half) } }] },
  ]
}
const write = (response: ServerResponse, data: unknown) => response.write(`data: ${JSON.stringify(data)}\n\n`)

function perform(behaviour: Behaviour, response: ServerResponse): void {
  if (behaviour.kind === 'status') {
    response.writeHead(behaviour.status, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ error: { message: 'scripted failure', type: 'server_error' } }))
    return
  }
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  if (behaviour.kind === 'garbage') response.end('data: {"not": \n\nthis is not what you expect\n\n')
  else if (behaviour.kind === 'bytes') response.end(Buffer.from([0xff, 0xfe, 0, 0xc3, 0x28, 10, 10, 0x80, 10, 10]))
  else if (behaviour.kind === 'endless') goOn(response, behaviour.piece)
  else speak(behaviour, response)
}

function speak(behaviour: Behaviour & { pieces: string[] }, response: ServerResponse): void {
  for (const piece of behaviour.pieces) write(response, chunk({ role: 'assistant', content: piece }, null))
  if (behaviour.kind === 'stall') return response.flushHeaders()
  if (behaviour.kind === 'cut') return void response.end(() => response.destroy())
  if (behaviour.kind === 'calls') askFor(behaviour, response)
  else write(response, chunk({}, behaviour.kind === 'refuse' ? 'content_filter' : 'stop'))
  response.end('data: [DONE]\n\n')
}

function askFor({ calls, spent }: Behaviour & { kind: 'calls' }, response: ServerResponse): void {
  for (const delta of calls.flatMap(asks)) write(response, chunk(delta, null))
  const [prompt_tokens, completion_tokens] = spent ?? []
  const usage = spent && { usage: { prompt_tokens, completion_tokens, total_tokens: 0 } }
  write(response, { ...chunk({}, calls.length > 0 ? 'tool_calls' : 'stop'), ...usage })
}

function goOn(response: ServerResponse, piece: string): void {
  const more = () => {
    if (response.destroyed) return
    write(response, chunk({ role: 'assistant', content: piece }, null))
    setImmediate(more)
  }
  more()
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
