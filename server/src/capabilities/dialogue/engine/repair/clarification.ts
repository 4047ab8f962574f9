/** Two flows are as likely: which one is meant is asked, with a button for each. One that may not begin is not offered. */
import { repaired, type Run } from '../run.ts'
import { isOpenTo } from '../take-step.ts'
import { start } from './digression.ts'

export function clarify(run: Run, { flows }: { flows: string[] }): void {
  const meant = [...new Set(flows)].filter((flow) => run.compiled.flows.has(flow) && isOpenTo(run, flow))
  if (meant.length === 1) return start(run, [meant[0]!])
  if (meant.length === 0) return
  repaired(run, 'clarification')
  run.acted = true
  run.clarify = meant
}
