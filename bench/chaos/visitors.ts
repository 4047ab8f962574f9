/** The crowd: most on sockets, some on plain HTTP, some programs on the REST channel. */
import { setTimeout as pause } from 'node:timers/promises'
import { createChance } from '../chance.ts'
import { readQuestions } from '../questions.ts'
import { startHttpVisitor } from './http-visitor.ts'
import { judgeSight } from './judge-sight.ts'
import type { Log } from './judge.ts'
import { startRestVisitor } from './rest-visitor.ts'
import { startSocketVisitor } from './socket-visitor.ts'
import { createTalker } from './talker.ts'
import { type AnswerWatch, createTestimony } from './witness.ts'

const kinds = [
  { name: 'socket', start: startSocketVisitor },
  { name: 'socket', start: startSocketVisitor },
  { name: 'http', start: startHttpVisitor },
  { name: 'rest', start: startRestVisitor },
]
const longestCatchingUp = 5_000

export function startVisitors({
  url,
  count,
  seed,
  watch,
}: {
  url: string
  count: number
  seed: number
  watch: AnswerWatch
}) {
  const all = Array.from({ length: count }, (_, number) => {
    const { name, start } = kinds[number % kinds.length]!
    const chance = createChance(seed * 1_000 + number)
    const testimony = createTestimony(`${name}-${number}`, name !== 'rest')
    const questions = readQuestions(number % 2 === 0 ? 'zh' : 'en')
    const talker = createTalker({ testimony, chance, questions })
    return { testimony, talker, visiting: start({ url, testimony, talker, watch, chance }) }
  })
  const testimonies = all.map(({ testimony }) => testimony)

  return {
    testimonies,
    /** Nobody says anything new; resolves when all that was said is accepted. */
    async stopTalking(longest: number): Promise<void> {
      for (const { talker } of all) talker.stop()
      const until = Date.now() + longest
      while (all.some(({ talker }) => !talker.isDone()) && Date.now() < until) await pause(50)
    },
    /** Gives everyone a moment to be shown what is in the log; whoever was not then has a gap. */
    async untilCaughtUp(logs: Log[]): Promise<void> {
      const until = Date.now() + longestCatchingUp
      while (testimonies.some((each) => judgeSight(each, logs).length > 0) && Date.now() < until) await pause(100)
    },
    leave(): void {
      for (const { visiting } of all) visiting.leave()
    },
  }
}
