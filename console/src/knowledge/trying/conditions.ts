/** How a question is asked: what the form holds, and what is sent of it. */
import type { Language } from '@lingxi/contract/message'
import type { TrialInput } from '../../api/knowledge-queries.ts'

export const askers = ['visitor', 'customer', 'staff'] as const
export const channels = ['web', 'rest', 'openai', 'help-centre'] as const
export type Conditions = {
  asker: (typeof askers)[number]
  tier: string
  region: string
  groups: string
  channel: (typeof channels)[number]
  language: Language | 'auto'
  /** Of the clock where the page is open; empty: now. */
  at: string
  learnt: boolean
}

export const plain: Conditions = {
  asker: 'visitor',
  tier: '',
  region: '',
  groups: '',
  channel: 'web',
  language: 'auto',
  at: '',
  learnt: true,
}

export function trialOf(question: string, conditions: Conditions): TrialInput {
  const { asker, tier, region, groups, channel, language, at, learnt } = conditions
  const signedIn = asker === 'customer'
  return {
    question: question.trim(),
    ...(language !== 'auto' && { language }),
    as: { signedIn, tier: (signedIn && tier.trim()) || null, region: region.trim() || null, channel },
    asStaff: asker === 'staff' ? namesIn(groups) : null,
    at: at ? new Date(at).toISOString() : null,
    learnt,
  }
}

const namesIn = (text: string) =>
  text
    .split(/[,，、]/)
    .map((each) => each.trim())
    .filter(Boolean)
