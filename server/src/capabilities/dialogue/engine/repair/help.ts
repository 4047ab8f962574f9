/** The customer does not know what is asked: what it is for is said, and it is asked again. */
import { ask, askedSlot } from '../ask.ts'
import { fill, labelOf, lead, repaired, type Run, slotOf, topOf, waitsForCustomer, words } from '../run.ts'

export function help(run: Run): void {
  const frame = topOf(run)
  if (!frame || !waitsForCustomer(frame)) return
  repaired(run, 'help')
  const name = askedSlot(run, frame)
  const text = name === undefined ? undefined : slotOf(run, name)?.help
  if (text) lead(run, fill(run, frame, text))
  else if (name !== undefined) lead(run, words(run, 'help', { slot: labelOf(run, name) }))
  ask(run, frame, { again: text === undefined })
}
