/** How the tests stand, all together. */
import type { CaseSummary } from '@lingxi/contract/dialogue-case-runs'

export const isFailed = ({ last }: CaseSummary): boolean => last?.passed === false
/** Whether it has to be run to know whether it passes with the draft as it is now. */
export const isOpen = ({ last }: CaseSummary): boolean => !last || last.isStale || last.of !== 0

/** `passed`, `failed`: of those that were run, whether they have changed since or not. */
export function standingOf(tests: readonly CaseSummary[]) {
  const never = tests.filter(({ last }) => !last).length
  const failed = tests.filter(isFailed).length
  const stale = tests.filter(({ last }) => last?.isStale).length
  return {
    all: tests.length,
    passed: tests.length - never - failed,
    failed,
    never,
    stale,
    open: tests.filter(isOpen).length,
  }
}
