/** An endpoint over real HTTP on 127.0.0.1 that speaks, or mis-speaks, `/embeddings` and `/rerank`. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Behaviour =
  | { kind: 'answer' }
  | { kind: 'stall' }
  | { kind: 'status'; status: number }
  | { kind: 'garbage' }
  /** One result too few; results whose length changes. */
  | { kind: 'short' }
  | { kind: 'nonsense' }

/** Where a text lies: how often it holds 退, 货 and e, and always a little of something. */
export const placeOf = (text: string) => ['退', '货', 'e'].map((letter) => text.split(letter).length - 0.9)
/** How many characters of the query a text holds. */
export const fitOf = (query: string, text: string) => [...query].filter((letter) => text.includes(letter)).length

type Asked = { input?: string[]; query?: string; documents?: string[]; model?: string }

function resultsFor({ input, query = '', documents = [] }: Asked, behaviour: Behaviour) {
  const nonsense = behaviour.kind === 'nonsense'
  const left = <Each>(each: Each[]) => (behaviour.kind === 'short' ? each.slice(1) : each).toReversed()
  if (input) {
    const data = input.map((text, index) => ({ index, embedding: nonsense ? [0, 0, 0] : placeOf(text) }))
    return { object: 'list', data: left(data), model: 'scripted' }
  }
  const results = documents.map((text, index) => ({ index, relevance_score: nonsense ? null : fitOf(query, text) }))
  return { results: left(results) }
}

export async function startMeaningEndpoint(behave: () => Behaviour) {
  const requests: { path: string; authorization: string | undefined; body: Asked }[] = []
  const server = createServer((request, response) => {
    let text = ''
    request.on('data', (data: Buffer) => (text += data.toString()))
    request.on('end', () => {
      const body = JSON.parse(text) as Asked
      requests.push({ path: request.url ?? '', authorization: request.headers.authorization, body })
      const behaviour = behave()
      if (behaviour.kind === 'stall') return
      response.writeHead(behaviour.kind === 'status' ? behaviour.status : 200, { 'content-type': 'application/json' })
      response.end(behaviour.kind === 'garbage' ? '{"data": [' : JSON.stringify(resultsFor(body, behaviour)))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
