/** The public API, as a program of the company calls it: to prepare what a story begins with. */
import type { Conversation, ConversationSummary } from '@lingxi/contract/conversation'
import type { Article, ArticleDraft } from '@lingxi/contract/knowledge'
import type { Role, Settings } from '@lingxi/contract/staff'
import type { Entry, WebSession } from '@lingxi/contract/web-channel'
import { inject } from 'vitest'
import type { Lingxi } from './lingxi-server.ts'
import type { Language } from './stage.ts'

export type Person = { email: string; password: string; name: string }
export type Api = Awaited<ReturnType<typeof apiOf>>

/** Signed in as the first admin. */
export async function apiOf({ url, email, password }: Lingxi = inject('lingxi')) {
  const call = createCall(url)
  const { accessToken } = await call<{ accessToken: string }>('/api/v1/sign-in', { body: { email, password } })
  const ask = <Answer>(path: string, sent: Omit<Sent, 'token'> = {}) =>
    call<Answer>(path, { ...sent, token: accessToken })

  const getConversation = (id: string) => ask<Conversation>(`/api/v1/conversations/${id}`)
  return {
    ask,
    getConversation,
    async addPerson(name: string, role: Role = 'staff'): Promise<Person> {
      const email = `${crypto.randomUUID()}@example.com`
      const { password: given } = await ask<{ password: string }>('/api/v1/staff', { body: { email, name, role } })
      return { email, password: given, name }
    },
    addArticle: (article: Partial<ArticleDraft> & Pick<ArticleDraft, 'title' | 'body'>) =>
      ask<Article>('/api/v1/knowledge/articles', { body: { language: 'zh', status: 'published', ...article } }),
    async upload(sourceId: string, name: string, text: string): Promise<void> {
      const answer = await fetch(`${url}/api/v1/knowledge/sources/${sourceId}/files?name=${encodeURIComponent(name)}`, {
        method: 'POST',
        headers: { 'content-type': 'application/octet-stream', authorization: `Bearer ${accessToken}` },
        body: text,
      })
      if (!answer.ok) throw new Error(`${name}: ${answer.status} ${await answer.text()}`)
    },
    removeArticle: (id: string) => ask(`/api/v1/knowledge/articles/${id}`, { method: 'DELETE' }),
    getSettings: async () => (await ask<{ settings: Settings }>('/api/v1/settings')).settings,
    changeSettings: (settings: Settings) => ask('/api/v1/settings', { method: 'PUT', body: settings }),
    /** The conversation in which somebody said this. */
    async conversationAbout(text: string): Promise<Conversation> {
      type List = { conversations: ConversationSummary[] }
      const { conversations } = await ask<List>('/api/v1/conversations?state=open&limit=200')
      for (const { id } of conversations) {
        const conversation = await getConversation(id)
        if (conversation.events.some((event) => 'text' in event && event.text === text)) return conversation
      }
      throw new Error(`Nobody said ${text}`)
    },
    async customer(name: string, language: Language = 'zh') {
      const body = { language, name }
      const { token } = await call<WebSession>('/api/v1/web/sessions', { body })
      return customerWith(call, token)
    },
  }
}

/** A customer without a browser. */
function customerWith(call: ReturnType<typeof createCall>, token: string) {
  const read = async (after = '', wait = 0) => {
    const query = new URLSearchParams({ wait: String(wait), ...(after && { after }) })
    return (await call<{ entries: Entry[] }>(`/api/v1/web/entries?${query}`, { token })).entries
  }
  return {
    /** Says it, and waits for what follows it. */
    async say(text: string, page?: string): Promise<void> {
      const id = crypto.randomUUID()
      await call('/api/v1/web/messages', { token, body: { id, text, ...(page && { page }) } })
      const said = (await read()).findLast((entry) => entry.type === 'said' && entry.id === id)
      await read(said?.cursor, 5)
    },
    read,
    rate: (rating: { solved: boolean; stars?: number; comment?: string }) =>
      call('/api/v1/web/rating', { token, body: rating }),
  }
}

type Sent = { method?: string; body?: unknown; token?: string }

function createCall(url: string) {
  return async function call<Answer>(path: string, { method, body, token }: Sent): Promise<Answer> {
    const response = await fetch(url + path, {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(token && { authorization: `Bearer ${token}` }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${path}: ${response.status} ${text}`)
    return (text === '' ? undefined : JSON.parse(text)) as Answer
  }
}
