/** What a site asks of robots (RFC 9309): no file means everything, no answer means nothing. Remembered for ten minutes. */
import robotsParserModule from 'robots-parser'
import type { Http } from '#platform/http'

// A CommonJS module whose types name its export as a default of ES modules.
const robotsParser = robotsParserModule as unknown as (url: string, text: string) => Robots
type Robots = {
  isAllowed(url: string, agent?: string): boolean | undefined
  getCrawlDelay(agent?: string): number | undefined
}

type Clock = { reading(): number }
export type RobotsAnswer = { allowed: boolean; delaySeconds: number }
const remembered = 10 * 60_000
const most = 500 * 1024

export function createRobots({ http, clock }: { http: Http; clock: Clock }) {
  const known = new Map<string, { robots: Robots | undefined; until: number }>()

  async function robotsOf(origin: string): Promise<Robots | undefined> {
    const there = known.get(origin)
    if (there && there.until > clock.reading()) return there.robots
    const url = `${origin}/robots.txt`
    const answer = await http.get(url, { mostBytes: most, retries: 1, within: 15_000 })
    const robots = answer.outcome === 'answered' && answer.status < 500 ? read(url, answer) : undefined
    if (known.size > 500) known.clear()
    known.set(origin, { robots, until: clock.reading() + remembered })
    return robots
  }

  return async function askRobots(address: string): Promise<RobotsAnswer> {
    const robots = await robotsOf(new URL(address).origin)
    if (!robots) return { allowed: false, delaySeconds: 0 }
    return {
      allowed: robots.isAllowed(address, 'Lingxi') ?? true,
      delaySeconds: Math.min(30, robots.getCrawlDelay('Lingxi') ?? 0),
    }
  }
}

const read = (url: string, { status, bytes }: { status: number; bytes: Uint8Array }) =>
  robotsParser(url, status < 300 ? new TextDecoder().decode(bytes) : '')
