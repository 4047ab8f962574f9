/** What the checks of flows share: what they look at, and how they note what they find. */
import type { Action } from './action.ts'
import type { FlowSet } from './flow.ts'
import type { FlowFindingCode } from './flow-finding.ts'

/** Notes one finding of a part. */
export type Find = (
  code: FlowFindingCode,
  about?: { step?: string | null; at?: string; words?: Record<string, string> },
) => void
export type Checking = {
  set: FlowSet
  intents: ReadonlySet<string> | undefined
  entities: ReadonlySet<string> | undefined
  actions: ReadonlyMap<string, KnownAction> | undefined
}
export type KnownAction = Pick<Action, 'name' | 'care'> & { input?: object | undefined }

/** `constructor` is a name like any other, and there only where somebody wrote it. */
export const has = (all: object, name: string) => Object.hasOwn(all, name)
