import { ArticleDraft } from '@lingxi/contract/knowledge'
import { staffRoutes } from '@lingxi/contract/staff-routes'
import { beforeAll, describe, expect, it } from 'vitest'
import { mainTenant } from './parts.ts'
import { useServer } from './main.testing.ts'

const draft = (more: Partial<ArticleDraft>) =>
  ArticleDraft.parse({
    title: '台灯保修多久？',
    body: '**两年**，从签收那天算起。',
    language: 'zh',
    status: 'published',
    ...more,
  })

describe('the help centre', () => {
  const server = useServer()
  const get = (url: string, headers: Record<string, string> = {}) => server().request({ method: 'GET', url, headers })
  const knowledge = () => server().parts.knowledge
  let open: string
  beforeAll(async () => {
    const add = async (more: Partial<ArticleDraft>) => (await knowledge().add(mainTenant, draft(more))).id
    open = await add({ category: '售后/保修' })
    await add({ title: '内部：台灯返修成本', body: '每盏八十元。', audience: { kind: 'staff', groups: [] } })
    await add({ title: '金卡台灯保修', body: '金卡三年。', audience: { kind: 'tiers', tiers: ['gold'] } })
    await add({ title: '台灯旧条款', body: '一年。', validUntil: '2020-01-01T00:00:00.000Z' })
    await add({ title: '台灯草稿', body: '未定。', status: 'draft' })
    await add({ title: 'How long is the lamp warranty?', body: 'Two years. <script>alert(1)</script>', language: 'en' })
  })
  const secrets = /内部|返修|金卡|旧条款|草稿/

  it('opens in the language that the browser asks for', async () => {
    const { statusCode, headers } = await get('/help', { 'accept-language': 'en-GB,en;q=0.9' })
    expect([statusCode, headers['location']]).toEqual([302, '/help/en'])
    expect((await get('/help', { 'accept-language': 'fr' })).headers['location']).toBe('/help/zh')
  })

  it('finds words in quotes only as they are written, and offers the search without the quotes', async () => {
    const search = async (words: string) => (await get(`/help/zh/search?q=${encodeURIComponent(words)}`)).body
    expect(await search('“签收那天”')).toContain('台灯保修多久？')
    const none = await search('“那天签收”')
    expect(none).not.toContain('台灯保修多久？')
    expect(none).toContain(`href="/help/zh/search?q=${encodeURIComponent('那天签收')}"`)
    expect(await search('那天签收')).toContain('台灯保修多久？')
  })

  it('lists topics and articles for everybody, and nothing that is for others', async () => {
    for (const url of [
      '/help/zh',
      '/help/zh/topics/%E5%94%AE%E5%90%8E',
      `/help/zh/search?q=${encodeURIComponent('台灯')}`,
    ]) {
      const { statusCode, body } = await get(url)
      expect(statusCode).toBe(200)
      expect(body).toContain('台灯保修多久？')
      expect(body).not.toMatch(secrets)
    }
    const found = (await get(`/help/zh/suggest?q=${encodeURIComponent('台灯')}`)).json()
    expect(found.suggestions.map(({ title }: { title: string }) => title)).toEqual(['台灯保修多久？'])
    expect((await get('/help/sitemap.xml')).body).not.toMatch(new RegExp(encodeURIComponent('内部')))
  })

  it('shows an article with what search engines read of it, and asks whether it helped', async () => {
    const { body, headers } = await get(`/help/zh/articles/${open}/any`)
    expect(body).toContain('<strong>两年</strong>')
    const data = [...body.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g)].map(([, json]) =>
      JSON.parse(json!),
    )
    expect(data[0]).toMatchObject({
      '@type': 'FAQPage',
      mainEntity: [{ name: '台灯保修多久？', acceptedAnswer: { text: '两年 ，从签收那天算起。' } }],
    })
    expect(data[1].itemListElement.map(({ name }: { name: string }) => name)).toEqual([
      '首页',
      '售后 › 保修',
      '台灯保修多久？',
    ])
    const again = await get(`/help/zh/articles/${open}/any`, { 'if-none-match': String(headers['etag']) })
    expect(again.statusCode).toBe(304)
  })

  it('lets no text run, and says so where there is no page', async () => {
    const { body } = await get(`/help/en/search?q=${encodeURIComponent('<script>alert(2)</script> warranty')}`)
    expect(body).not.toMatch(/<script>alert/)
    for (const url of [
      '/help/zh/articles/art_none/x',
      '/help/zh/topics/none',
      `/help/en/articles/${open}/wrong-language`,
    ]) {
      const missing = await get(url)
      expect([missing.statusCode, missing.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8'])
    }
    expect((await get('/help/fr')).statusCode).toBe(404)
  })

  it('counts one word a reader, the last one, with or without a script', async () => {
    const rate = (helpful: string, cookie = '') =>
      server().request({
        method: 'POST',
        url: `/help/zh/articles/${open}/rating`,
        headers: { 'content-type': 'application/x-www-form-urlencoded', cookie },
        payload: `helpful=${helpful}&comment=`,
      })
    const first = await rate('no')
    expect([first.statusCode, first.headers['location']]).toEqual([303, `/help/zh/articles/${open}?rated=yes#rating`])
    const cookie = String(first.headers['set-cookie']).split(';')[0]!
    await rate('yes', cookie)
    await rate('yes')
    expect((await knowledge().published.ratings(mainTenant, [open])).get(open)).toEqual({ helpful: 2, unhelpful: 0 })
    expect((await rate('perhaps')).statusCode).toBe(404)
  })

  it('lets one address rate an article ten times a day, whatever becomes of its cookies', async () => {
    const rate = (remoteAddress: string) =>
      server().request({
        method: 'POST',
        url: `/help/zh/articles/${open}/rating`,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: 'helpful=no&comment=',
        remoteAddress,
      })
    const before = (await knowledge().published.ratings(mainTenant, [open])).get(open)?.unhelpful ?? 0
    const codes: number[] = []
    for (let count = 0; count < 12; count++) codes.push((await rate('203.0.113.9')).statusCode)
    expect(codes).toEqual([...Array.from({ length: 10 }, () => 303), 429, 429])
    expect((await knowledge().published.ratings(mainTenant, [open])).get(open)?.unhelpful).toBe(before + 10)
    expect((await rate('203.0.113.10')).statusCode).toBe(303)
  })

  it('is at the root of the company’s own domain, in its colour, and can be closed', async () => {
    const admin = await server().signIn('admin')
    const { settings } = await admin.call(staffRoutes.getSettings, {})
    const change = (helpCentre: Partial<typeof settings.helpCentre>) =>
      admin.call(staffRoutes.changeSettings, {
        body: { ...settings, helpCentre: { ...settings.helpCentre, ...helpCentre } },
      })
    await change({ domain: 'help.shop.example', accent: '#ffee00' })
    const host = { host: 'help.shop.example' }
    await expect.poll(async () => (await get('/zh', host)).statusCode).toBe(200)
    const { body } = await get('/zh', host)
    expect(body).toContain('href="https://help.shop.example/zh"')
    expect(body).toContain(`href="/zh/articles/${open}/`)
    expect((await get('/robots.txt', host)).body).toContain('Sitemap: https://help.shop.example/sitemap.xml')
    // Yellow on white cannot be read, so it is darker there.
    expect((await get('/theme.css', host)).body).toMatch(/light-dark\(#(?!ffee00)[0-9a-f]{6},#ffee00\)/)
    await change({ enabled: false })
    expect((await get('/help/zh')).statusCode).toBe(404)
    await change({ enabled: true })
  })

  it('keeps in mind what was looked for and not found, a little of each reader, and nothing of who it was', async () => {
    const { learning } = server().parts
    const search = async (words: string) => (await get(`/help/zh/search?q=${encodeURIComponent(words)}`)).body
    const results = await search('台灯能寄到月球吗')
    const [, link, from] = /href="(\/help\/zh\/articles\/[^"?]+\?from=([^"]+))"/.exec(results)!
    expect(await search('台灯能寄到月球吗')).not.toContain('?from=')
    const page = await get(link!)
    expect(page.body).toContain(`/rating?from=${from}`)
    expect(page.body).toContain(`<link rel="canonical" href="`)
    const pages = []
    for (let each = 0; each < 40; each++) pages.push(await search(`台灯 zzq${each}`))
    expect(pages.filter((each) => each.includes('?from=')).length).toBeLessThan(30)
    expect(pages.every((each) => each.includes('台灯保修多久？'))).toBe(true)
    await server().request({
      method: 'POST',
      url: `/help/zh/articles/${open}/rating?from=${from}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'helpful=no&comment=',
    })
    await learning.gaps.group(mainTenant)
    const { gaps } = await learning.gaps.list(mainTenant, { state: 'open', limit: 100, offset: 0 })
    expect(gaps).toContainEqual(expect.objectContaining({ name: '台灯能寄到月球吗', troubles: { unhelpful: 1 } }))
  })
})
