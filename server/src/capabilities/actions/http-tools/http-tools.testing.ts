/** Tools over HTTP on a given database, a system of the company to call, and drafts to describe it with. */
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { HttpToolDraft } from '@lingxi/contract/http-tool'
import type { OpenDatabase } from '#platform/database'
import { createHttp } from '#platform/http'
import { createSealing } from '#platform/sealing'
import { afterEach } from 'vitest'
import type { z } from 'zod'
import { systemClock } from '../../../platform/clock/clock.ts'
import { createSeededIds } from '../../../platform/ids/ids.testing.ts'
import { createActions, createHttpTools } from '../actions.ts'

export function startHttpTools(opened: OpenDatabase, seed: number, { allowed = ['127.0.0.1'] } = {}) {
  const ids = createSeededIds(seed)
  const { database } = opened
  const httpTools = createHttpTools({
    database,
    http: createHttp({ clock: systemClock, allowed }),
    sealing: createSealing('a key of the test'),
    clock: systemClock,
    ids,
    reserved: ['open_ticket'],
    pauses: { first: 1, longest: 2, halfOpenAfter: 60_000 },
  })
  const providers = [httpTools.provider]
  const actions = createActions({ database, clock: systemClock, ids, providers, mask: (text) => text })
  return { httpTools, actions, tenant: ids.next('tnt') }
}

export type Heard = { method: string; url: string; headers: Record<string, string | undefined>; body: string }

/** Systems that live as long as a test. */
export function useSystems() {
  const closing: (() => void)[] = []
  afterEach(() => closing.splice(0).forEach((close) => close()))
  return async function aSystem(answer: RequestListener) {
    const heard: Heard[] = []
    const server = createServer(async (request, response) => {
      let body = ''
      for await (const chunk of request) body += String(chunk)
      const { method = '', url = '', headers } = request
      heard.push({ method, url, headers: headers as Heard['headers'], body })
      answer(request, response)
    })
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
    closing.push(
      () => server.closeAllConnections(),
      () => server.close(),
    )
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, heard }
  }
}

export const aDraft = (more: Partial<z.input<typeof HttpToolDraft>> & { url: string }): HttpToolDraft =>
  HttpToolDraft.parse({
    name: 'refund',
    title: { zh: '退款', en: 'Refund' },
    effect: 'act',
    method: 'POST',
    body: { kind: 'rest' },
    input: {
      type: 'object',
      properties: { order: { type: 'string' }, amount: { type: 'number' }, note: { type: 'string' } },
    },
    ...more,
  })
