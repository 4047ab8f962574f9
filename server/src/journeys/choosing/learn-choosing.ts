/**
 * The newest outcomes become a version: learnt from two thirds of the conversations, and judged on the others, against what runs.
 * Only choices that chance had a part in are judged by: of the others nobody knows what another way would have brought.
 */
import { createHash } from 'node:crypto'
import {
  type ChoosingJudgement,
  type ChoosingStanding,
  leastEffective,
  type LearntNow,
} from '@lingxi/contract/choosing'
import type { Choosing, KeptChoice } from '#choosing'
import { evaluateOffPolicy, learn, mayBeReleased, type Sample, shippedLearnt, writeLearnt } from '#dialogue'
import type { Learnt } from '#dialogue'
import type { Clock } from '#platform/clock'
import type { Log } from '#platform/log'

type Parts = {
  choosing: Pick<Choosing, 'standing' | 'choices' | 'last' | 'add'>
  gather: (tenantId: string) => Promise<void>
  /** What was learnt under this number. */
  learntOf: (tenantId: string, number: number) => Promise<Learnt>
  clock: Clock
  log: Log
}

/** Outcomes that came since the last version; fewer teach nothing new. */
export const fewestNew = 50
/** The newest are learnt from: the world changes. */
const mostLearnt = 20_000
/** More make an interval hardly narrower, and hold the thread that serves for longer. */
const mostJudged = 2_000

export function createLearnChoosing({ choosing, gather, learntOf, clock, log }: Parts) {
  async function judge(tenantId: string, candidate: Learnt, about: { held: Sample[]; standing: ChoosingStanding }) {
    const { held, standing } = about
    if (held.length === 0) return null
    const { used: against, frozen } = standing
    const running = await learntOf(tenantId, against)
    const judged = evaluateOffPolicy(held, { learnt: candidate, frozen })
    // Others have their turn in between.
    await new Promise(setImmediate)
    return judgementOf(against, judged, evaluateOffPolicy(held, { learnt: running, frozen }))
  }

  /** `by` null: by itself, at night. */
  return async function learnChoosing(tenantId: string, by: string | null): Promise<LearntNow> {
    const begun = clock.reading()
    await gather(tenantId)
    const [standing, last, { known }] = await Promise.all([
      choosing.standing(tenantId),
      choosing.last(tenantId),
      choosing.choices.count(tenantId),
    ])
    const needed = (last?.known ?? 0) + fewestNew
    if (known < needed) return { outcome: 'nothing-new', known, needed }
    const choices = await choosing.choices.known(tenantId, mostLearnt)
    const taught = choices.filter((choice) => !isHeldBack(choice)).map(toSample)
    const held = choices.filter((choice) => isHeldBack(choice) && !choice.frozen).slice(0, mostJudged)
    const learnt = learn(shippedLearnt(), taught)
    const version = await choosing.add(tenantId, {
      learnt: writeLearnt(learnt),
      samples: taught.length,
      known,
      judgement: await judge(tenantId, learnt, { held: held.map(toSample), standing }),
      by,
      since: { standing: standing.version, last: last?.number ?? 0 },
    })
    if (!version) return { outcome: 'nothing-new', known, needed }
    const { number, samples, judgement, state } = version
    const milliseconds = Math.round(clock.reading() - begun)
    log.info('choosing-learnt', { tenantId, number, samples, verdict: judgement?.verdict, state, milliseconds })
    return { outcome: 'learnt', version }
  }
}

/** Every third conversation, the same ones always: a version is judged on what neither it nor any before it was learnt from. */
const isHeldBack = ({ conversation_id: id }: KeptChoice): boolean =>
  createHash('sha256').update(id).digest().readUInt32BE(0) % 3 === 0

const toSample = ({ features, arms, chosen, propensity, reward }: Known): Sample =>
  // As the log had them: `explore` wrote both.
  ({ features, arms, chosen, propensity, reward }) as Sample
type Known = KeptChoice & { reward: number }

type Judged = ChoosingJudgement['candidate']
function judgementOf(against: number, candidate: Judged, running: Judged): ChoosingJudgement {
  const verdict =
    candidate.effective < leastEffective ? 'too-few' : mayBeReleased(candidate, running) ? 'not-worse' : 'unproven'
  return { against, candidate, running, verdict }
}
