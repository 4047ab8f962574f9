/** What comes out of a guide, and what goes in. */
import type { Guide, GuideProgress } from '@lingxi/contract/guide'
import type { Language, QuickReply } from '@lingxi/contract/message'

/**
 * What to say. `answer`: which answer of the guide's text it stands on, from 0. `progress` is null when it is over.
 * `hands-over`: the guide leads to a person. `other`: the reply is not about the guide at all.
 */
export type Guided =
  | { kind: 'says'; text: string; quickReplies: QuickReply[]; answer: number | null; progress: GuideProgress | null }
  | { kind: 'hands-over' }
  | { kind: 'other' }
export type Guiding = { guide: Guide; articleId: string; version: number; language: Language }

export const button = (text: string): QuickReply => ({ label: text, text })

/** After so many replies in a row that say nothing for it, a person is better. */
export const mostMissed = 2
/** In UTF-16 units: a longer reply that says nothing for the guide is a matter of its own. */
export const longestMiss = { zh: 6, en: 16 }
