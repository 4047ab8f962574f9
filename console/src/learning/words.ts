/** The codes of the server that these screens have words for. */
import type { learning } from '../i18n/en/learning.ts'

export type Trouble = keyof typeof learning.troubles
export type ScoreReason = keyof typeof learning.scoreReasons
export type Reason = keyof typeof learning.reasons
