/** "Where were we?": back to the flow that is open, or to one that waits below. */
import { askReturning } from '../ask.ts'
import { repaired, type Run, topOf, waitsForCustomer } from '../run.ts'

export function resume(run: Run): void {
  const frame = topOf(run)
  if (!frame) return
  repaired(run, 'resumption')
  if (waitsForCustomer(frame)) askReturning(run, frame)
}
