import { api } from '@lingxi/contract/api'
import { Problem, type ProblemCode, toDocument } from '@lingxi/contract/problem'
import { expect, it, vi } from 'vitest'
import { createCall } from './call.ts'
import { createSession } from './session.ts'

const staff = {
  id: 'stf_1',
  email: 'lin@example.com',
  name: '林',
  role: 'admin' as const,
  active: true,
  createdAt: '2026-11-01T00:00:00.000Z',
  lastSignInAt: null,
}
const answer = (body: unknown, status = 200) => Promise.resolve(new Response(JSON.stringify(body), { status }))
const refusal = (code: ProblemCode) => {
  const document = toDocument(new Problem(code))
  return answer(document, document.status)
}

function start(answers: (path: string, token: string | undefined) => Promise<Response>) {
  let now = 0
  const asked: string[] = []
  const fetch = vi.fn((url: string, { headers }: { headers: Record<string, string> }) => {
    asked.push(url)
    return answers(url, headers['authorization']?.slice(7))
  })
  const session = createSession({ fetch, now: () => now, exclusively: (work) => work() })
  const call = createCall({ fetch, session })
  return { session, call, asked, later: (milliseconds: number) => (now += milliseconds) }
}
const signedIn = (accessToken: string) => answer({ accessToken, expiresInSeconds: 900, staff })

it('asks for a token once, however many need one', async () => {
  const { session, asked } = start(() => signedIn('one'))
  await Promise.all([session.freshToken(), session.freshToken(), session.start()])
  expect(asked).toEqual(['/api/v1/sign-in/refresh'])
  expect(session.getSnapshot()).toEqual({ status: 'signed-in', staff })
})

it('renews a token before it ends', async () => {
  let made = 0
  const { session, later } = start(() => signedIn(`t${++made}`))
  expect(await session.freshToken()).toBe('t1')
  later(800_000)
  expect(await session.freshToken()).toBe('t1')
  later(60_000)
  expect(await session.freshToken()).toBe('t2')
})

it('renews and asks again when the server no longer takes the token', async () => {
  let made = 0
  const { call } = start((path, token) => {
    if (path.endsWith('/refresh')) return signedIn(`t${++made}`)
    return token === 't2' ? answer(staff) : refusal('not-signed-in')
  })
  expect(await call(api.me, {})).toEqual(staff)
})

it('tells a first visit from a sign-in that ended', async () => {
  let takes = false
  const { session, later } = start(() => (takes ? signedIn('t') : refusal('not-signed-in')))
  await session.start()
  expect(session.getSnapshot()).toEqual({ status: 'signed-out', ended: false })
  takes = true
  await session.refresh()
  takes = false
  later(900_000)
  await expect(session.freshToken()).rejects.toThrow()
  expect(session.getSnapshot()).toEqual({ status: 'signed-out', ended: true })
})

it('keeps a sign-in through a lost network, and says when the server was never reached', async () => {
  let reached = false
  const { session, later } = start(() => (reached ? signedIn('t') : Promise.reject(new TypeError('offline'))))
  await session.start()
  expect(session.getSnapshot().status).toBe('unreachable')
  reached = true
  await session.start()
  reached = false
  later(900_000)
  await expect(session.freshToken()).rejects.toThrow('offline')
  expect(session.getSnapshot().status).toBe('signed-in')
})
