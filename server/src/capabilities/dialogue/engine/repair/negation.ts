/** "I do not want a refund": the flow is not begun, and dropped where it is open. */
import { lead, nameOf, repaired, type Run, words } from '../run.ts'
import { breakOffAs } from './cancellation.ts'

export function refuse(run: Run, { flow }: { flow: string }): void {
  if (!run.compiled.flows.has(flow)) return
  const open = run.stack.findLast((frame) => frame.flow === flow)
  if (open) return breakOffAs(run, open, 'negation')
  repaired(run, 'negation')
  run.acted = true
  lead(run, words(run, 'refused', { flow: nameOf(run, flow) }))
}
