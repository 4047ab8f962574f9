/** "Say that again": the open question once more. */
import { ask } from '../ask.ts'
import { lead, repaired, type Run, say, topOf, waitsForCustomer, words } from '../run.ts'

export function repeat(run: Run): void {
  const frame = topOf(run)
  if (!frame) return
  repaired(run, 'repetition')
  if (!waitsForCustomer(frame)) return say(run, frame.waits === 'action' ? words(run, 'working') : '')
  lead(run, words(run, 'repeat'))
  ask(run, frame)
}
