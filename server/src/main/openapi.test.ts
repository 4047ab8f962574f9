import { api } from '@lingxi/contract/api'
import type { Route } from '@lingxi/contract/route'
import { beforeAll, describe, expect, it } from 'vitest'
import { useServer } from './main.testing.ts'

type Json = Record<string, unknown>
type Operation = {
  operationId: string
  parameters: { name: string; in: string; schema: Json }[]
  responses: Json
  security?: Json[]
}
type Document = {
  openapi: string
  info: Json
  paths: Record<string, Record<string, Operation>>
  components: Record<string, Json>
}

/** Served, and no operation: pages, and what an operator's machines ask. */
const notOperations = ['/openapi.json', '/docs', '/docs.css', '/healthz', '/readyz', '/metrics'].map(
  (path) => `GET ${path}`,
)

/** The help centre is pages for people. */
const isPage = (operation: string) => /^[A-Z]+ \/help(\/|$)/.test(operation)

describe('the OpenAPI document', () => {
  const server = useServer()
  let document: Document
  let written = ''
  beforeAll(async () => {
    const answer = await server().request({ method: 'GET', url: '/openapi.json' })
    expect(answer.headers['content-type']).toContain('application/json')
    written = answer.body
    document = answer.json<Document>()
  })
  const operations = () =>
    Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
    )

  it('is of version 3.1 and has what such a document must have', () => {
    expect(document.openapi).toMatch(/^3\.1\.\d+$/)
    expect(document.info).toMatchObject({ title: 'Lingxi', version: '0.0.0' })
    const ids = operations().map(({ operation }) => operation.operationId)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { path, operation } of operations()) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      const described = operation.parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name)
      expect(described).toEqual(named)
      expect(Object.keys(operation.responses)).toContain('default')
      const schemes = operation.security?.flatMap(Object.keys) ?? []
      expect(Object.keys(document.components['securitySchemes']!)).toEqual(expect.arrayContaining(schemes))
    }
  })

  it('refers to nothing that it does not hold', () => {
    const references = [...written.matchAll(/"\$ref":"([^"]+)"/g)].map(([, reference]) => reference!)
    expect(references.length).toBeGreaterThan(20)
    for (const reference of references) {
      const found = reference
        .replace('#/', '')
        .split('/')
        .reduce<unknown>((at, key) => (at as Json)?.[key], document)
      expect([reference, typeof found]).toEqual([reference, 'object'])
    }
    expect(written).not.toContain('$defs')
    expect(written).not.toContain('__schema')
  })

  it('holds every operation that is served, and none that is not', () => {
    const described = operations().map(
      ({ path, method }) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
    )
    const contracted = Object.values<Route>(api).map(({ method, path }) => `${method} ${path}`)
    expect(described.toSorted()).toEqual(contracted.toSorted())
    const drawn = served(server().app.printRoutes({ commonPrefix: false }))
    expect(drawn.filter((each) => !notOperations.includes(each) && !isPage(each)).toSorted()).toEqual(
      contracted.toSorted(),
    )
  })

  it('says of each body and answer what is in it', () => {
    expect(document.paths['/api/v1/sign-in']?.['post']).toMatchObject({
      requestBody: { content: { 'application/json': { schema: { required: ['email', 'password'] } } } },
      responses: { 200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/SignedIn' } } } } },
    })
    expect(document.components['schemas']).toMatchObject({
      Problem: { properties: { code: { enum: expect.arrayContaining(['not-owner']) } } },
    })
  })

  it('is readable as a page, which names every operation and runs no script', async () => {
    const { headers, body } = await server().request({ method: 'GET', url: '/docs' })
    expect(headers['content-type']).toContain('text/html')
    expect(headers['content-security-policy']).toContain("default-src 'self'")
    for (const name of Object.keys(api)) expect(body).toContain(`id="${name}"`)
    expect(body).not.toMatch(/<script/i)
    for (const [, anchor] of body.matchAll(/href="#([^"]+)"/g)) expect(body).toContain(`id="${anchor}"`)
    expect((await server().request({ method: 'GET', url: '/docs.css' })).headers['content-type']).toContain('text/css')
  })
})

/** The operations in fastify's drawing of its routes; HEAD comes with GET, and OPTIONS is for browsers. */
function served(drawing: string): string[] {
  const trail: string[] = []
  return drawing.split('\n').flatMap((line) => {
    const [, indent, part, methods = ''] = /^([│├└─ ]*)([^ ]+)(?: \((.*)\))?$/u.exec(line) ?? []
    if (indent === undefined || part === undefined) return []
    trail.splice(indent.length / 4 - 1, trail.length, part)
    const path = trail.join('')
    return methods.split(', ').flatMap((method) => (/^(HEAD|OPTIONS)?$/.test(method) ? [] : `${method} ${path}`))
  })
}
