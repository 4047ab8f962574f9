/** A language model that says what it is told, over real HTTP, as OpenAI's chat completions have it. */
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type ModelEndpoint = Awaited<ReturnType<typeof startModelEndpoint>>

/** Whatever else is asked than `question` is answered with nothing, at once. */
export async function startModelEndpoint(question: string) {
  const asked: string[] = []
  const open = new Set<ServerResponse>()
  let isDown = false

  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (text: string) => {
      body += text
    })
    request.on('end', () => {
      if (isDown) return void response.writeHead(503).end()
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      if (!body.includes(question)) return void response.end(`${chunkOf({}, 'stop')}data: [DONE]\n\n`)
      asked.push(body)
      open.add(response)
      response.on('close', () => open.delete(response))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo

  function chunkOf(delta: object, finish: string | null): string {
    const choices = [{ index: 0, delta, finish_reason: finish }]
    const chunk = { id: 'c1', object: 'chat.completion.chunk', created: 1, model: 'scripted', choices }
    return `data: ${JSON.stringify(chunk)}\n\n`
  }
  const write = (delta: object, finish: string | null) => {
    for (const response of open) response.write(chunkOf(delta, finish))
  }
  return {
    url: `http://127.0.0.1:${port}/v1`,
    /** What was asked of it. */
    asked: () => asked,
    isListened: () => open.size > 0,
    say: (content: string) => write({ role: 'assistant', content }, null),
    finish() {
      write({}, 'stop')
      for (const response of open) response.end('data: [DONE]\n\n')
    },
    goDown: () => {
      isDown = true
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
