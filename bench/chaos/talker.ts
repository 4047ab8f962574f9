/** The part of a visitor that talks: thinks of sayings, keeps those that are not accepted yet, and says them again. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Chance } from '../chance.ts'
import type { Testimony } from './witness.ts'

export type Saying = { id: string; text: string }
export type Talker = ReturnType<typeof createTalker>

/** Somebody who gets no sign stops talking. */
const mostUnaccepted = 3

export function createTalker({
  testimony,
  chance,
  questions,
}: {
  testimony: Testimony
  chance: Chance
  questions: string[]
}) {
  const unaccepted: Saying[] = []
  let stopped = false
  const next = (): Saying => {
    const id = `${testimony.name}-${testimony.said.length + 1}`
    testimony.said.push(id)
    return { id, text: chance.pick(questions) }
  }

  return {
    /** Says something now and then, at times several things at once, until told to stop. */
    async talk(say: (saying: Saying) => void): Promise<void> {
      while (!stopped) {
        await pause(chance.happens(0.3) ? chance.between(0, 20) : chance.between(50, 600))
        if (stopped || unaccepted.length >= mostUnaccepted) continue
        const saying = next()
        unaccepted.push(saying)
        say(saying)
      }
    },
    stop(): void {
      stopped = true
    },
    /** What goes out again on a new line, in the order in which it was said. */
    unaccepted: (): readonly Saying[] => unaccepted,
    accept(id: string): void {
      testimony.accepted.add(id)
      const place = unaccepted.findIndex((saying) => saying.id === id)
      if (place >= 0) unaccepted.splice(place, 1)
    },
    isDone: () => stopped && unaccepted.length === 0,
  }
}
