/** A question of another kind, or small talk, in the middle of a flow: it is dealt with, and the flow comes back to its own. */
import { repaired, type Run, say, words } from '../run.ts'

export function turnAside(run: Run, of: 'knowledge' | 'small-talk'): void {
  if (run.stack.length === 0) return
  repaired(run, of === 'knowledge' ? 'knowledge' : 'chitchat')
  if (run.aside !== 'knowledge') run.aside = of
}

/** Who has to look something up first is not asked again meanwhile. */
export function giveTime(run: Run): void {
  if (run.stack.length === 0) return
  repaired(run, 'chitchat')
  say(run, words(run, 'takeTime'))
  run.quiet = true
}
