/** The customer went quiet in the middle: asked once whether they are there, then left in peace. What is open stays open. */
import { ask } from '../ask.ts'
import { lead, repaired, type Run, say, topOf, waitsForCustomer, words } from '../run.ts'

/** `count`: how often in a row they were silent, this time included. */
export function beSilent(run: Run, { count }: { count?: unknown }): void {
  const frame = topOf(run)
  if (!frame || !waitsForCustomer(frame)) return
  repaired(run, 'silence')
  run.acted = true
  if (typeof count === 'number' && count > 1) {
    say(run, words(run, 'silenceAgain'))
    run.quiet = true
    return
  }
  lead(run, words(run, 'silence'))
  ask(run, frame)
}
