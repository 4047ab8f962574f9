/** A client typed from the routes: `call(api.claim, { params: { id } })`. The network is handed in. */
import { Problem, ProblemDocument } from './problem.ts'
import type { AnsweredBy, CallOf, Route } from './route.ts'

type Request = { method: string; headers: Record<string, string>; body?: BodyInit; signal?: AbortSignal }
export type Fetch = (url: string, request: Request) => Promise<Response>
type Loose = { params?: Record<string, unknown>; query?: Record<string, unknown>; body?: unknown }

export function createClient(options: { base?: string; fetch: Fetch; token?: () => string | undefined }) {
  /** Throws `Problem` with the server's code; a network failure throws what `fetch` throws. */
  return async function call<R extends Route>(
    route: R,
    asked: CallOf<R>,
    signal?: AbortSignal,
  ): Promise<AnsweredBy<R>> {
    const loose = asked as Loose
    const headers: Record<string, string> = {}
    const token = options.token?.()
    if (token) headers['authorization'] = `Bearer ${token}`
    const raw = route.body === 'bytes' || route.body === 'stream'
    if (route.body) headers['content-type'] = raw ? 'application/octet-stream' : 'application/json'
    const response = await options.fetch((options.base ?? '') + urlOf(route, loose), {
      method: route.method,
      headers,
      ...(route.body && { body: raw ? (loose.body as BodyInit) : JSON.stringify(loose.body) }),
      ...(signal && { signal }),
    })
    if (!response.ok) throw await toProblem(response)
    return (await readAnswer(route, response)) as AnsweredBy<R>
  }
}

function readAnswer(route: Route, response: Response): Promise<unknown> | null {
  if (route.file) return response.blob()
  return response.status === 204 ? null : response.json()
}

function urlOf(route: Route, asked: Loose): string {
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(asked.params?.[name])))
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(asked.query ?? {})) if (value != null) query.set(name, String(value))
  return query.size > 0 ? `${path}?${query}` : path
}

async function toProblem(response: Response): Promise<Problem> {
  const read = ProblemDocument.safeParse(await response.json().catch(() => undefined))
  if (!read.success) return new Problem('unexpected', { detail: `HTTP ${response.status}` })
  const { code, detail, errors } = read.data
  return new Problem(code, { ...(detail && { detail }), ...(errors && { errors }) })
}
