import { mkdtempSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { knowledgeRoutes } from '@lingxi/contract/knowledge-routes'
import { sourceRoutes } from '@lingxi/contract/source-routes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { useServer } from './main.testing.ts'
import { aSite, aSource, reading, runOf } from './sources.testing.ts'

const page = (title: string, text: string, links = '') =>
  `<html lang="en"><body><nav><a href="/">Home</a></nav><main><h1>${title}</h1><p>${text}</p>${links}</main></body></html>`
const everywhere = {
  kind: 'site' as const,
  depth: 3,
  include: [] as string[],
  exclude: [] as string[],
  mostPages: 50,
  requestsPerSecond: 20,
}
const crawl = { ...everywhere, by: 'crawl' as const }
const sitemap = { ...everywhere, by: 'sitemap' as const }

const folder = mkdtempSync(join(tmpdir(), 'lingxi-folder-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('sources that are read where they are', () => {
  const server = useServer({ reading: { ...reading, folder } })
  type Person = Awaited<ReturnType<ReturnType<typeof server>['signIn']>>
  let editor: Person
  const sites: { close(): void }[] = []
  afterAll(() => sites.forEach((site) => site.close()))
  beforeAll(async () => {
    editor = await server().signIn('supervisor')
  })
  async function site(pages: Parameters<typeof aSite>[0]) {
    const made = await aSite(pages)
    sites.push(made)
    return made
  }
  const titlesFor = async (q: string) =>
    (await editor.call(knowledgeRoutes.search, { query: { q } })).hits.map(({ title }) => title)

  it('a site is read as far as its links, its robots and the patterns allow, and again only where it changed', async () => {
    const shop = await site({
      '/robots.txt': { headers: { 'content-type': 'text/plain' }, body: 'User-agent: *\nDisallow: /private/' },
      '/': page(
        'Help of the kite shop',
        'Welcome to the kites.',
        '<a href="/lines">Lines</a> <a href="/private/x">x</a> <a href="/cart/1">Cart</a> <a href="https://elsewhere.example/">away</a> <a href="/moved">moved</a>',
      ),
      '/lines': {
        headers: { etag: '"1"' },
        body: page('Kite lines', 'A kite line bears forty kilograms.', '<a href="/deeper?utm_source=x">deeper</a>'),
      },
      '/deeper': page('Knots', 'Tie the larks head knot.'),
      '/moved': { status: 301, headers: { location: '/knots' } },
      '/knots': page('Old knots', 'The old knots page.'),
      '/private/x': page('Secret', 'Nobody sees this.'),
      '/cart/1': page('Cart', 'Not wanted.'),
    })
    const { source } = await aSource(editor, { ...crawl, start: `${shop.address}/`, exclude: ['/cart/*'] })
    const first = await runOf(editor, source.id)
    const at = (path: string) => shop.address + path
    expect(first.outcomes).toMatchObject({
      [at('/')]: 'added',
      [at('/lines')]: 'added',
      [at('/deeper')]: 'added',
      [at('/moved')]: 'added',
      [at('/private/x')]: 'refused',
    })
    expect(first.entries.find(({ location }) => location === at('/private/x'))?.reason?.code).toBe('refused-by-robots')
    expect(shop.asked.map(({ path }) => path)).not.toContain('/private/x')
    expect(shop.asked.map(({ path }) => path)).not.toContain('/cart/1')
    expect(await titlesFor('how much does a kite line bear')).toContain('Kite lines')

    shop.asked.length = 0
    shop.pages['/deeper'] = page('Knots', 'Tie the bowline knot.')
    delete shop.pages['/knots']
    const { id } = await server().parts.ingestion.sources.startRun(
      'tnt_main',
      await server().parts.ingestion.sources.getSource('tnt_main', source.id),
      { cause: 'schedule', by: null },
    )
    const { endOf } = await import('./sources.testing.ts')
    const second = await endOf(editor, id)
    expect(shop.asked.find(({ path }) => path === '/lines')?.etag).toBe('"1"')
    expect(second.outcomes).toMatchObject({
      [at('/lines')]: 'unchanged',
      [at('/deeper')]: 'changed',
      [at('/')]: 'unchanged',
    })
    expect(second.run.progress.withdrawn).toBe(1)
    expect(await titlesFor('bowline knot')).toContain('Knots')
    expect(await titlesFor('the old knots page')).not.toContain('Old knots')
  })

  it('a page that redirects for ever or to a private address is named, and costs no other', async () => {
    const odd = await site({
      '/robots.txt': { status: 404 },
      '/': page('Odd site', 'The odd start.', '<a href="/round">1</a> <a href="/inside">2</a> <a href="/good">3</a>'),
      '/round': { status: 302, headers: { location: '/about' } },
      '/about': { status: 302, headers: { location: '/round' } },
      '/inside': { status: 302, headers: { location: 'http://169.254.169.254/latest/meta-data/' } },
      '/good': page('Good page of the odd site', 'All is well here.'),
    })
    const { source } = await aSource(editor, { ...crawl, start: `${odd.address}/` })
    const { entries, run } = await runOf(editor, source.id)
    const reasons = Object.fromEntries(
      entries.map(({ location, reason }) => [new URL(location).pathname, reason?.code]),
    )
    expect(reasons).toEqual({
      '/': undefined,
      '/round': 'too-many-redirects',
      '/inside': 'forbidden-address',
      '/good': undefined,
    })
    expect(run).toMatchObject({ state: 'done', progress: { added: 2, refused: 2 } })
  })

  it('a private address is read by nobody whom the operator has not allowed to', async () => {
    const { source } = await aSource(editor, { ...crawl, start: 'http://10.0.0.1/' })
    const { run, entries } = await runOf(editor, source.id)
    expect(run.state).toBe('failed')
    expect(entries[0]?.reason?.code).toMatch(/forbidden-address|refused-by-robots/)
  })

  it('a sitemap is read to the limit and no further, and what leaves it is withdrawn', async () => {
    const urls = (paths: string[], address: string) =>
      `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${paths.map((path) => `<url><loc>${address}${path}</loc></url>`).join('')}</urlset>`
    const big = await site({ '/robots.txt': '' })
    const many = Array.from({ length: 2_000 }, (_, place) => `/p${place}`)
    big.pages['/sitemap.xml'] = { headers: { 'content-type': 'application/xml' }, body: urls(many, big.address) }
    for (const path of many.slice(0, 5)) big.pages[path] = page(`Page ${path} of many`, `The text of ${path}.`)
    const { source } = await aSource(editor, { ...sitemap, start: `${big.address}/sitemap.xml`, mostPages: 5 })
    const first = await runOf(editor, source.id)
    expect(first.run).toMatchObject({ state: 'done', note: 'most-pages-reached', progress: { added: 4 } })

    big.pages['/sitemap.xml'] = {
      body: `<sitemapindex><sitemap><loc>${big.address}/some.xml</loc></sitemap></sitemapindex>`,
    }
    big.pages['/some.xml'] = { body: urls(['/p0', '/p1'], big.address) }
    const second = await runOf(editor, source.id)
    expect(second.run).toMatchObject({ state: 'done', note: null, progress: { withdrawn: 2 } })
  })

  it('a folder is read below the allowed one only, and what is deleted there is withdrawn', async () => {
    writeFileSync(join(folder, 'a.md'), '# 风筝怎么保养\n阴凉处晾干。')
    writeFileSync(join(folder, 'b.txt'), 'The kite bag is washed by hand.')
    symlinkSync('/etc/hostname', join(folder, 'link.txt'))
    await expect(aSource(editor, { kind: 'folder', path: '../..', include: [], exclude: [] })).rejects.toMatchObject({
      code: 'invalid-request',
    })
    const { source } = await aSource(editor, { kind: 'folder', path: '', include: [], exclude: [] })
    expect((await runOf(editor, source.id)).outcomes).toMatchObject({ 'a.md': 'added', 'b.txt': 'added' })
    unlinkSync(join(folder, 'b.txt'))
    const { outcomes } = await runOf(editor, source.id)
    expect(outcomes).toMatchObject({ 'b.txt': 'withdrawn' })
    expect(outcomes).not.toHaveProperty('link.txt')
    expect((await editor.call(sourceRoutes.getSource, { params: { id: source.id } })).lastRun?.state).toBe('done')
  })
})
