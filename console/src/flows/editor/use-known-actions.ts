import { useActions } from '../../api/action-queries.ts'
import type { KnownAction } from '../forms/nameable.ts'

/** What the bot may do; undefined until it is known, so that nothing is said against a name too early. */
export const useKnownActions = (): KnownAction[] | undefined => useActions().data?.actions
