/**
 * Addresses outside that articles point to are asked for now and then, a few at a time and never one host quickly. Where one
 * turns out to lead nowhere, or to be back, the articles that name it are looked at again.
 */
import type { Knowledge } from '#knowledge'
import type { Learning } from '#learning'
import type { Clock } from '#platform/clock'
import type { Http, HttpAnswer } from '#platform/http'
import type { Log } from '#platform/log'

type Parts = {
  knowledge: Pick<Knowledge, 'listChanged'>
  learning: Pick<Learning, 'linksOf' | 'linksToCheck' | 'recordLink'>
  http: Http
  examine: (tenantId: string, articleIds: string[]) => Promise<void>
  clock: Clock
  log: Log
}

const page = 100
const everyDays = 7
const mostAtOnce = 300
const longest = 240_000
const perSecond = 1
/** A page is there as soon as it begins to answer: how long it is makes no difference. */
const mostBytes = 2 * 1024 * 1024

export function createCheckLinks({ knowledge, learning, http, examine, clock, log }: Parts) {
  /** The published articles by the addresses that they name. */
  async function articlesByLink(tenantId: string): Promise<Map<string, string[]>> {
    const byLink = new Map<string, string[]>()
    for (let after: { at: string; id: string } | undefined; ; ) {
      const articles = await knowledge.listChanged(tenantId, after, page)
      for (const { id, status, body } of articles) {
        if (status !== 'published') continue
        for (const url of new Set(learning.linksOf(body))) byLink.set(url, [...(byLink.get(url) ?? []), id])
      }
      const last = articles.at(-1)
      if (!last || articles.length < page) return byLink
      after = { at: last.updatedAt, id: last.id }
    }
  }

  async function check(url: string): Promise<ReturnType<typeof judge>> {
    await http.pace(new URL(url).host, perSecond)
    return judge(await http.get(url, { mostBytes, within: 15_000, retries: 1 }))
  }

  /** Looks at what was not looked at for a week, so many at a time; the next round goes on. */
  return async function checkLinks(tenantId: string): Promise<number> {
    const begun = clock.reading()
    const byLink = await articlesByLink(tenantId)
    const since = new Date(clock.now() - everyDays * 86_400_000).toISOString()
    const asked = (await learning.linksToCheck(tenantId, [...byLink.keys()], since)).filter((url) => URL.canParse(url))
    const touched = new Set<string>()
    let checked = 0
    for (const url of asked.slice(0, mostAtOnce)) {
      if (clock.reading() - begun > longest) break
      checked++
      if (await learning.recordLink(tenantId, url, await check(url)))
        for (const id of byLink.get(url) ?? []) touched.add(id)
    }
    if (touched.size > 0) await examine(tenantId, [...touched])
    if (checked > 0) log.info('links-checked', { tenantId, checked, changed: touched.size })
    return checked
  }
}

/** Who refuses a machine, or asks for a name first, is there. So is what we may not ask: it is inside the company. */
function judge(answer: HttpAnswer): { outcome: 'works' | 'gone' | 'fails'; status: number | null } {
  if (answer.outcome === 'answered') {
    const { status } = answer
    if (status === 404 || status === 410) return { outcome: 'gone', status }
    return { outcome: status >= 500 ? 'fails' : 'works', status }
  }
  const isThere = answer.outcome === 'too-large' || answer.outcome === 'forbidden-address'
  return { outcome: isThere ? 'works' : 'fails', status: null }
}
