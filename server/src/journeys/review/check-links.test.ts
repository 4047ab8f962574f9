import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ArticleDraft } from '@lingxi/contract/knowledge'
import { expect, it } from 'vitest'
import { onBothDatabases } from '../../platform/database/database.testing.ts'
import { systemClock } from '../../platform/clock/clock.ts'
import { createHttp } from '../../platform/http/http.ts'
import { useHouse } from '../turn/turn.testing.ts'
import { createCheckLinks } from './check-links.ts'
import { createExamineArticles } from './examine-articles.ts'

/** A site whose pages answer as they are told to; what was asked for is counted. */
async function aSite(answers: Record<string, number>) {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.writeHead(answers[request.url ?? ''] ?? 404).end('.')
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  return { address: `http://127.0.0.1:${port}`, answers, asked, close: () => server.close() }
}

onBothDatabases('Links that lead outside', (opened) => {
  const house = useHouse(opened, { seed: 8_300 })

  it('are found broken by asking, once a week, and told with the article until they work again', async () => {
    const { knowledge, learning, tenant, clock, log } = house()
    const site = await aSite({ '/works': 200, '/asks-for-a-name': 403, '/gone': 404 })
    const { examineArticles, examineThese } = createExamineArticles(house())
    const http = createHttp({ clock: systemClock, allowed: ['127.0.0.1'] })
    const check = createCheckLinks({ knowledge, learning, http, examine: examineThese, clock, log })
    const body = ['works', 'asks-for-a-name', 'gone'].map((path) => `[这里](${site.address}/${path})`).join('\n\n')
    await knowledge.add(tenant, ArticleDraft.parse({ title: '去哪里看？', body, language: 'zh', status: 'published' }))
    await examineArticles(tenant)
    const broken = async () =>
      (
        await learning.findings.list(tenant, { state: 'open', kinds: ['broken-link'], limit: 9, offset: 0 })
      ).findings.flatMap(({ spots }) => spots.flatMap(({ values }) => values))
    expect(await broken()).toEqual([])

    expect(await check(tenant)).toBe(3)
    expect(await broken()).toEqual([`${site.address}/gone`])
    expect(await check(tenant)).toBe(0)
    expect(site.asked).toHaveLength(3)

    site.answers['/gone'] = 200
    clock.move(8 * 86_400_000)
    expect(await check(tenant)).toBe(3)
    expect(await broken()).toEqual([])
    site.close()
  })
})
