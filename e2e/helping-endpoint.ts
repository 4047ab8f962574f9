/** A language model with tools, over real HTTP: for each step it is told what to do by what it was asked. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type HelpingEndpoint = Awaited<ReturnType<typeof startHelpingEndpoint>>
/** What it was told: the customer's words, and the sources by their numbers. */
export type Told = { text: string; sources: { number: string; text: string }[]; tools: string[] }
export type Doing = { say: string } | { call: { name: string; input: object } }
type Body = {
  messages: { role: string; content: string | { text?: string }[] }[]
  tools?: { function: { name: string } }[]
}

const textOf = ({ content }: Body['messages'][number]) =>
  typeof content === 'string' ? content : (content ?? []).map(({ text = '' }) => text).join('')

export async function startHelpingEndpoint(doing: (told: Told) => Doing) {
  const chunkOf = (delta: object, finish: string | null, usage?: object) => {
    const choices = [{ index: 0, delta, finish_reason: finish }]
    const chunk = { id: 'c1', object: 'chat.completion.chunk', created: 1, model: 'scripted', choices, ...usage }
    return `data: ${JSON.stringify(chunk)}\n\n`
  }
  const usage = { usage: { prompt_tokens: 1_480, completion_tokens: 62, total_tokens: 1_542 } }

  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (text: string) => {
      body += text
    })
    request.on('end', () => {
      const { messages, tools = [] } = JSON.parse(body) as Body
      const text = messages.map(textOf).join('\n')
      const sources = [...text.matchAll(/<source number="(\d+)"[^>]*>\n([\s\S]*?)\n<\/source>/g)]
      const done = doing({
        text,
        sources: sources.map(([, number, told]) => ({ number: number!, text: told! })),
        tools: tools.map(({ function: { name } }) => name),
      })
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      if ('say' in done) response.write(chunkOf({ role: 'assistant', content: done.say }, null))
      else {
        const called = { name: done.call.name, arguments: JSON.stringify(done.call.input) }
        response.write(chunkOf({ tool_calls: [{ index: 0, id: 'call-1', type: 'function', function: called }] }, null))
      }
      response.write(chunkOf({}, 'say' in done ? 'stop' : 'tool_calls', usage))
      response.end('data: [DONE]\n\n')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/v1`,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
