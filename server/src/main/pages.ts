/** What a browser loads: the console, the widget's one file, the demo shop. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import { Problem } from '@lingxi/contract/problem'
import { parse } from 'csv-parse/sync'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { page } from './docs.ts'

const root = join(import.meta.dirname, '../../..')

export async function mountPages(app: FastifyInstance, { demo }: { demo: boolean }): Promise<void> {
  const consoleFolder = built('console/dist')
  await app.register(fastifyStatic, { root: consoleFolder, serve: false })
  const showConsole = (reply: FastifyReply) => page(reply).sendFile('index.html', consoleFolder, { maxAge: 0 })
  app.get('/console', (_request, reply) => showConsole(reply))
  app.get<{ Params: { '*': string } }>('/console/*', ({ params }, reply) => {
    const path = params['*']
    // Named by what is in them, so they never change; one that is gone belongs to an older build.
    if (path.startsWith('assets/')) return reply.sendFile(path, consoleFolder, { immutable: true, maxAge: '1y' })
    if (/^[\w-]+\.\w+$/.test(path)) return reply.sendFile(path, consoleFolder, { maxAge: '1h' })
    return showConsole(reply)
  })

  const widget = built('widget/dist')
  app.get('/widget.js', (_request, reply) =>
    // Loaded by pages of other origins, so it says that it may be.
    reply.header('cross-origin-resource-policy', 'cross-origin').sendFile('widget.js', widget, { maxAge: 300_000 }),
  )
  if (demo) await mountShop(app)
  else app.get('/', (_request, reply) => reply.redirect('/console'))
}

async function mountShop(app: FastifyInstance): Promise<void> {
  const shop = join(root, 'demo/shop')
  const products = parse(readFileSync(join(root, 'demo/products/products.csv')), { columns: true, bom: true })
  app.get('/', (_request, reply) => page(reply).sendFile('shop.html', shop, { maxAge: 0 }))
  app.get('/shop/products.json', async () => products)
  await app.register(fastifyStatic, {
    root: shop,
    prefix: '/shop/',
    decorateReply: false,
    index: false,
    maxAge: 60_000,
  })
}

/** The folder of something built; pages that were never built are a broken installation. */
function built(name: string): string {
  const folder = join(root, name)
  if (!existsSync(folder)) throw new Problem('unexpected', { detail: `${name} is missing: npm start builds it` })
  return folder
}
