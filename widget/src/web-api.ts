/** The web channel over HTTP. A refusal by the server is a `Refusal`; a failing network throws what `fetch` throws. */
import type { Language } from '@lingxi/contract/message'
import type { Entry, Rating, Saying, WebSession } from '@lingxi/contract/web-channel'
import { isEntry } from './wire.ts'

export type Article = { id: string; title: string; body: string; language: Language; updatedAt: string }

export class Refusal extends Error {
  readonly status: number
  readonly code: string
  readonly detail: string
  constructor(status: number, code: string, detail = '') {
    super(code)
    this.status = status
    this.code = code
    this.detail = detail
  }
}

/** Whether it goes by: the network or the server is away. A server that broke over this very thing would break again. */
export const isPassing = (reason: unknown): boolean => !(reason instanceof Refusal) || reason.status > 500

export const isSignedOut = (reason: unknown): boolean => reason instanceof Refusal && reason.status === 401

type Reading = { after: string | undefined; wait: number }
type Asked = { method?: 'GET' | 'POST'; body?: unknown; signal?: AbortSignal | undefined }

export type WebApi = ReturnType<typeof createWebApi>

export function createWebApi({
  server,
  region,
  token,
}: {
  server: string
  region?: string | undefined
  token: () => string | undefined
}) {
  async function ask<T>(path: string, { method = 'GET', body, signal }: Asked): Promise<T> {
    const headers: Record<string, string> = {}
    const held = token()
    if (held) headers['authorization'] = `Bearer ${held}`
    if (body) headers['content-type'] = 'application/json'
    const response = await fetch(`${server}/api/v1/web/${path}`, {
      method,
      headers,
      credentials: 'omit',
      ...(body ? { body: JSON.stringify(body) } : {}),
      ...(signal ? { signal } : {}),
    })
    if (!response.ok) throw await refusalOf(response)
    return (response.status === 204 ? undefined : await response.json()) as T
  }

  return {
    /** `identity` proves who the customer is; without it, who is signed in is so no longer. */
    openSession: (language: Language, identity: string | undefined): Promise<WebSession> =>
      ask('sessions', { method: 'POST', body: { language, token: token(), identity, region } }),
    say: (saying: Saying): Promise<void> => ask('messages', { method: 'POST', body: saying }),
    typing: (): Promise<void> => ask('typing', { method: 'POST' }),
    rate: (rating: Rating): Promise<void> => ask('rating', { method: 'POST', body: rating }),
    readArticle: (id: string): Promise<Article> => ask(`articles/${encodeURIComponent(id)}`, {}),
    opened: (articleId: string): Promise<void> => ask('opened', { method: 'POST', body: { articleId } }),
    async readEntries({ after, wait }: Reading, signal: AbortSignal): Promise<{ entries: Entry[]; draft: string }> {
      const query = new URLSearchParams({ wait: String(wait), ...(after ? { after } : {}) })
      const { entries, draft } = await ask<{ entries: unknown[]; draft: string | null }>(`entries?${query}`, { signal })
      return { entries: entries.filter(isEntry), draft: draft ?? '' }
    },
  }
}

async function refusalOf(response: Response): Promise<Refusal> {
  const { code, detail } = ((await response.json().catch(() => undefined)) ?? {}) as {
    code?: unknown
    detail?: unknown
  }
  return new Refusal(response.status, typeof code === 'string' ? code : 'unexpected', detail ? String(detail) : '')
}
