/** The back office as tests talk to it: without a port, at a moment that stands still. */
import { createBackOffice } from './app.ts'
import { type Keeping, openKept } from './keep.ts'

export const testNow = '2026-11-20T02:00:00.000Z'
const token = 'of-the-tests'

export function openBackOffice(keeping: Keeping = openKept(null, testNow), now = testNow) {
  const app = createBackOffice({ token, now: () => now, keeping })
  let keys = 0
  type Sent = { body?: object | undefined; key?: string; headers?: Record<string, string> }

  async function send(method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, { body, key, headers }: Sent = {}) {
    const answer = await app.inject({
      method,
      url,
      headers: {
        authorization: `Bearer ${token}`,
        'idempotency-key': key ?? `key-${++keys}`,
        ...headers,
      },
      ...(body && { body }),
    })
    return {
      status: answer.statusCode,
      type: answer.headers['content-type'],
      text: answer.body,
      json: () => answer.json(),
    }
  }

  return {
    app,
    send,
    get: (url: string, sent?: Sent) => send('GET', url, sent),
    post: (url: string, body?: object, sent?: Sent) => send('POST', url, { ...sent, body }),
    put: (url: string, body?: object, sent?: Sent) => send('PUT', url, { ...sent, body }),
    record: async () =>
      (await send('GET', '/record')).json().performed as { key: string; operation: string; arrivals: number }[],
  }
}
