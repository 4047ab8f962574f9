/** A reply that says nothing for the question, or a value that may not be: said so, helped, and asked again; then a person. */
import { ask, askedSlot } from '../ask.ts'
import { fill, lead, mostMissed, repaired, type Run, slotOf, topOf, waitsForCustomer, words } from '../run.ts'
import { handOver } from '../stop.ts'

/** `said`: why the value may not be; "" when nothing was understood. */
export function miss(run: Run, said: string): void {
  const frame = topOf(run)
  if (!frame || !waitsForCustomer(frame)) return
  repaired(run, said === '' ? 'not-understood' : 'invalid-value')
  frame.missed++
  if (frame.missed >= mostMissed) return handOver(run, 'not-understood', words(run, 'misunderstoodOften'))
  const name = askedSlot(run, frame)
  const slot = name === undefined ? undefined : slotOf(run, name)
  lead(run, said || (slot?.again ? '' : words(run, 'notUnderstood')))
  // Who missed twice may not know what is meant.
  if (frame.missed > 1 && slot?.help) lead(run, fill(run, frame, slot.help))
  run.asked = null
  ask(run, frame, { again: true })
}
