/** What the flow that runs is about, as a customer would say it. */
import { beginOf } from './frames.ts'
import { knownOf, nameOf, type Run, slotOf } from './run.ts'

/** Codes and numbers are about one case, and nothing that holds for all is found by them. */
const isCode = /\d/

/** Things that were named, the latest first, then the matter itself. */
export function subjectsOf(run: Run): string[] {
  const top = run.stack.length - 1
  if (top < 0) return []
  const matter = run.stack.slice(beginOf(run.stack, top))
  const named = matter.flatMap(({ filled }) => filled).toReversed()
  const things = named.flatMap((name) => {
    const slot = slotOf(run, name)
    const value = knownOf(run, name)
    return slot?.type === 'text' && slot.entities && typeof value === 'string' && !isCode.test(value) ? value : []
  })
  return [...things, nameOf(run, matter[0]!.flow)]
}
