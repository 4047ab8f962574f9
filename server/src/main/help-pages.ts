/** The help centre on HTTP: under `/help` of this server, and at the root of the company's own domain. */
import { readFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { Language } from '@lingxi/contract/message'
import { Problem } from '@lingxi/contract/problem'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Ids } from '#platform/ids'
import { createNoting } from './help-noting.ts'
import { day, perMinute } from './limits.ts'
import { type HelpCentre, type Place, type Shown } from '../journeys/help-centre/help-centre.ts'
import { writeTheme } from '../journeys/help-centre/theme.ts'

const assets = join(import.meta.dirname, '../journeys/help-centre/assets')
const policy =
  "default-src 'self'; img-src 'self' data: https:; style-src 'self'; script-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'self'; frame-ancestors 'self'; form-action 'self'"
const raterCookie = 'lingxi_rater'
const aYear = 365 * 24 * 3600
/** Of one article from one address in a day: a cookie can be thrown away, and many people may share an address. */
const mostRatings = 10

const InLanguage = z.object({ language: Language })
const InTopic = InLanguage.extend({ '*': z.string().min(1).max(400) })
const InArticle = InLanguage.extend({ id: z.string().min(1).max(80) })
const Asked = z.object({ q: z.string().max(200).catch('').default('') })
const Turned = z.object({ page: z.coerce.number().int().min(1).max(100_000).catch(1).default(1) })
const Led = z.object({ from: z.string().max(80).optional().catch(undefined) })
const Rated = z.object({ helpful: z.enum(['yes', 'no']), comment: z.string().max(500).default('') })

type Parts = { helpCentre: HelpCentre; ids: Ids }
type Pages = Parts & { mayNote: ReturnType<typeof createNoting> }

export async function mountHelpPages(app: FastifyInstance, { helpCentre, ids }: Parts): Promise<void> {
  const files = {
    css: readFileSync(join(assets, 'help.css'), 'utf8'),
    js: readFileSync(join(assets, 'help.js'), 'utf8'),
  }
  await app.register(
    async (help) => {
      help.addHook('onRequest', async () => {
        if (!(await helpCentre.isOpen())) throw new Problem('not-found')
      })
      const pages = { helpCentre, ids, mayNote: createNoting(help) }
      mountReading(help, pages)
      mountRating(help, pages)
      help.get('/help.css', (request, reply) => sendFile(request, reply.type('text/css; charset=utf-8'), files.css))
      help.get('/help.js', (request, reply) =>
        sendFile(request, reply.type('text/javascript; charset=utf-8'), files.js),
      )
      help.get('/theme.css', async (request, reply) => {
        const { accent } = (await helpCentre.settings()).helpCentre
        return sendFile(request, reply.type('text/css; charset=utf-8'), writeTheme(accent))
      })
    },
    { prefix: '/help' },
  )
}

function mountReading(help: FastifyInstance, { helpCentre, mayNote }: Pages): void {
  help.get('/', async (request, reply) => {
    const language = await helpCentre.languageFor(request.headers['accept-language'] ?? '')
    return reply.header('vary', 'accept-language').redirect(`${placeOf(request).base}/${language}`)
  })
  help.get('/sitemap.xml', async (request, reply) => {
    const { after } = z
      .object({ after: z.string().max(80).optional() })
      .catch({})
      .parse(request.query)
    return reply.type('application/xml; charset=utf-8').send(await helpCentre.sitemap(placeOf(request), after))
  })
  help.get('/robots.txt', async (request, reply) =>
    reply.type('text/plain; charset=utf-8').send(await helpCentre.robots(placeOf(request))),
  )
  help.get('/:language', async (request, reply) => {
    const { language } = read(InLanguage, request.params)
    return send(request, reply, await helpCentre.home(language, placeOf(request)))
  })
  help.get('/:language/topics/*', async (request, reply) => {
    const { language, '*': topic } = read(InTopic, request.params)
    const { page } = read(Turned, request.query)
    return send(request, reply, await helpCentre.topic(language, placeOf(request), { topic, page }))
  })
  const showArticle = async (request: FastifyRequest, reply: FastifyReply) => {
    const { language, id } = read(InArticle, request.params)
    const rated = (request.query as { rated?: string }).rated === 'yes'
    const { from } = read(Led, request.query)
    return send(request, reply, await helpCentre.article(language, placeOf(request), { id, rated, from }))
  }
  help.get('/:language/articles/:id', showArticle)
  help.get('/:language/articles/:id/:slug', showArticle)
  help.get('/:language/search', async (request, reply) => {
    const { language } = read(InLanguage, request.params)
    const query = read(Asked, request.query).q.trim()
    const note = await mayNote(request, `${language} ${query}`)
    return send(request, reply, await helpCentre.results(language, placeOf(request), { query, note }))
  })
  help.get('/:language/suggest', { config: perMinute(240) }, async (request) => {
    const { language } = read(InLanguage, request.params)
    return helpCentre.suggest(language, placeOf(request), read(Asked, request.query).q)
  })
}

function mountRating(help: FastifyInstance, { helpCentre, ids, mayNote }: Pages): void {
  const countRating = help.createRateLimit({
    max: mostRatings,
    timeWindow: day,
    keyGenerator: (request) => `${request.ip} ${read(InArticle, request.params).id}`,
  })
  help.post('/:language/articles/:id/rating', { config: perMinute(20) }, async (request, reply) => {
    const { language, id } = read(InArticle, request.params)
    const { helpful, comment } = read(Rated, formOf(request.body))
    const counted = await countRating(request)
    if (!counted.isAllowed && counted.isExceeded) throw new Problem('too-many-attempts')
    const rater = request.cookies[raterCookie]?.slice(0, 80) ?? ids.next('rtr')
    const settings = { path: '/', httpOnly: true, sameSite: 'lax', secure: request.protocol === 'https' } as const
    reply.setCookie(raterCookie, rater, { ...settings, maxAge: aYear })
    const said = comment.trim()
    const noted = await helpCentre.rate({
      articleId: id,
      rater,
      helpful: helpful === 'yes',
      comment: said || null,
      note: said === '' || (await mayNote(request, `${id} ${said}`)),
      ...read(Led, request.query),
    })
    if (!noted) throw new Problem('not-found')
    if (request.headers.accept?.includes('application/json')) return { noted }
    return reply.redirect(
      `${placeOf(request).base}/${language}/articles/${encodeURIComponent(id)}?rated=yes#rating`,
      303,
    )
  })
}

/** The address before `/help` was put in front of it says that the reader came by the company's own domain. */
function placeOf(request: FastifyRequest): Place {
  const base = request.originalUrl.startsWith('/help') ? '/help' : ''
  return { origin: `${request.protocol}://${request.host}`, base }
}

function read<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const result = schema.safeParse(value)
  if (!result.success) throw new Problem('not-found')
  return result.data
}

function formOf(body: unknown): Record<string, string> {
  if (!(body instanceof Uint8Array)) throw new Problem('invalid-request')
  const text = new TextDecoder().decode(body)
  return Object.fromEntries(new URLSearchParams(text.replaceAll('%00', '')))
}

/** A page is asked for again only when it has changed. */
function send(request: FastifyRequest, reply: FastifyReply, { status, html }: Shown) {
  reply.header('content-security-policy', policy).header('x-frame-options', 'SAMEORIGIN')
  if (status === 404) return reply.code(404).type('text/html; charset=utf-8').send(html)
  return sendFile(request, reply.type('text/html; charset=utf-8'), html)
}

function sendFile(request: FastifyRequest, reply: FastifyReply, text: string) {
  const tag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`
  reply.header('etag', tag).header('cache-control', 'public, max-age=0, must-revalidate')
  return request.headers['if-none-match'] === tag ? reply.code(304).send() : reply.send(text)
}
