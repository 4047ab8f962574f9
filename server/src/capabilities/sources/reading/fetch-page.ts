/** One address of a site: asked for as robots allow, at the pace that was set, and only if it changed. */
import type { SourcePlace } from '@lingxi/contract/source'
import { formatOf, refuse } from '#platform/documents'
import type { Http, HttpAnswer } from '#platform/http'
import type { StoredItem } from '../item-store.ts'
import type { Fetched } from './fetched.ts'
import type { createRobots } from './robots.ts'
import { isOfSite, normalAddress } from './web-address.ts'

type Site = Extract<SourcePlace, { kind: 'site' }>
type Answered = Extract<HttpAnswer, { outcome: 'answered' }>
type Parts = { http: Http; askRobots: ReturnType<typeof createRobots>; mostBytes: number }

export function createFetchPage({ http, askRobots, mostBytes }: Parts) {
  /** `item` is what is known of the page, for a conditional request; `anew` asks for all of it. */
  return async function fetchPage(
    address: string,
    { site, item, anew }: { site: Site; item: StoredItem | undefined; anew: boolean },
  ): Promise<Fetched> {
    const robots = await askRobots(address)
    if (!robots.allowed) return { outcome: 'refused', reason: refuse('refused-by-robots'), keeps: true }
    const perSecond = Math.min(site.requestsPerSecond, robots.delaySeconds > 0 ? 1 / robots.delaySeconds : Infinity)
    await http.pace(new URL(address).host, perSecond)
    const known = item?.state === 'read' && !anew ? item : undefined
    const headers = {
      accept: 'text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.5',
      ...(known?.etag && { 'if-none-match': known.etag }),
      ...(known?.lastModified && { 'if-modified-since': known.lastModified }),
    }
    const answer = await http.get(address, { headers, mostBytes, retries: 2 })
    if (answer.outcome !== 'answered') return { outcome: 'refused', reason: refusalOf(answer.outcome), keeps: true }
    return judge(answer, address, site)
  }
}

function judge(answer: Answered, address: string, site: Site): Fetched {
  const { status, headers, bytes } = answer
  if (status === 304) return { outcome: 'unchanged' }
  if (status === 404 || status === 410) return { outcome: 'gone' }
  if (status < 200 || status >= 300) return { outcome: 'refused', reason: refuse('answered-badly'), keeps: true }
  const url = normalAddress(answer.url)
  if (!isOfSite(url, site.start)) return { outcome: 'skipped' }
  const mediaType = headers['content-type']
  const name = decodeURIComponentSafely(new URL(url).pathname.split('/').at(-1) || 'page')
  if (formatOf({ name, bytes, mediaType }) === 'unknown') return { outcome: 'skipped' }
  const about = { etag: headers['etag'] ?? null, lastModified: headers['last-modified'] ?? null }
  return {
    outcome: 'fetched',
    name,
    bytes,
    mediaType,
    location: url === normalAddress(address) ? undefined : url,
    ...about,
  }
}

function refusalOf(outcome: Exclude<HttpAnswer['outcome'], 'answered'>) {
  return refuse(outcome)
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
