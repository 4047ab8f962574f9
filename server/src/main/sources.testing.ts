/** A site of our own on this machine, and waiting for runs, for tests of sources. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { SourceDraft } from '@lingxi/contract/source'
import { sourceRoutes } from '@lingxi/contract/source-routes'
import { expect } from 'vitest'
import type { Server } from './main.testing.ts'

export const reading = { folder: undefined, allowedAddresses: ['127.0.0.1'], largestFile: 5 * 1024 * 1024 }
type Person = Awaited<ReturnType<Server['signIn']>>
type Page = { status?: number; headers?: Record<string, string>; body?: string | Uint8Array }

/** Pages by path; what is asked for is written down. They may be changed while it stands. */
export async function aSite(pages: Record<string, Page | string>) {
  const asked: { path: string; etag: string | undefined }[] = []
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    asked.push({ path, etag: request.headers['if-none-match'] })
    const found = pages[path]
    if (found === undefined) return response.writeHead(404).end('none')
    const { status = 200, headers = {}, body = '' } = typeof found === 'string' ? { body: found } : found
    if (headers['etag'] !== undefined && headers['etag'] === request.headers['if-none-match'])
      return response.writeHead(304).end()
    return response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    address,
    pages,
    asked,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

const draft = {
  language: null,
  audience: { kind: 'public' as const },
  category: null,
  tags: [],
  ownerId: null,
  schedule: 'never' as const,
}

export async function aSource(person: Person, place: SourceDraft['place'], more: Partial<SourceDraft> = {}) {
  const body = { ...draft, status: 'published' as const, name: 'A source', place, ...more }
  return person.call(sourceRoutes.addSource, { body })
}

/** The run when it is over, with what it did by location. */
export async function endOf(person: Person, runId: string) {
  const get = () => person.call(sourceRoutes.getRun, { params: { id: runId }, query: { limit: 200 } })
  await expect.poll(async () => (await get()).run.state).toMatch(/done|failed|cancelled/)
  const { run, entries } = await get()
  return { run, entries, outcomes: Object.fromEntries(entries.map(({ location, outcome }) => [location, outcome])) }
}

export async function runOf(person: Person, sourceId: string) {
  const { id } = await person.call(sourceRoutes.startRun, { params: { id: sourceId } })
  return endOf(person, id)
}

export async function upload(person: Person, sourceId: string, [name, body]: [name: string, body: Uint8Array]) {
  return person.call(sourceRoutes.uploadFile, { params: { id: sourceId }, query: { name }, body })
}
