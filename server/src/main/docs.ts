/** The API describes itself, to programs and to people. */
import type { FastifyInstance, FastifyReply } from 'fastify'
import { docsStyle, writeDocsPage } from './docs-page.ts'
import { createOpenapi } from './openapi.ts'

// Pictures of articles may stand anywhere, as they may where customers read them.
const policy =
  "default-src 'self'; img-src 'self' data: https:; style-src 'self'; script-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'self'; frame-ancestors 'none'; form-action 'self'"

export function mountDocs(app: FastifyInstance, version: string): void {
  const document = createOpenapi(version)
  const docs = writeDocsPage(document)
  app.get('/openapi.json', async () => document)
  app.get('/docs', (_request, reply) => page(reply).type('text/html; charset=utf-8').send(docs))
  app.get('/docs.css', (_request, reply) => reply.type('text/css; charset=utf-8').send(docsStyle))
}

/** A page for a browser: runs nothing but its own scripts, and is shown in no frame. */
export const page = (reply: FastifyReply) =>
  reply.header('content-security-policy', policy).header('x-frame-options', 'DENY')
