/** How the bot lets itself be led by how a customer feels. What it says of the matter is never changed by it. */
import { z } from 'zod'

/** How soon anger brings a person; `asked`: only who asks for one gets one. */
export const personSoon = ['sooner', 'normal', 'later', 'asked'] as const
export const Feeling = z
  .strictObject({
    /** Who is angry or anxious is told once that it was heard, before the answer. */
    acknowledge: z.boolean(),
    /** Who is angry or in a hurry is answered shortly and without words of welcome. */
    adapt: z.boolean(),
    person: z.enum(personSoon),
    /** A mood that falls fast is offered a person, and gets one where the bot knows nothing for the second time. */
    falling: z.boolean(),
  })
  .meta({ id: 'Feeling' })
export type Feeling = z.infer<typeof Feeling>

export const plainFeeling: Feeling = { acknowledge: true, adapt: true, person: 'normal', falling: true }

/** Low, and far below the best of the few messages before. Moods are −1 to 1, the newest last. */
export function isFalling(moods: readonly number[]): boolean {
  const score = moods.at(-1)
  if (score === undefined) return false
  return score <= low && Math.max(...moods.slice(0, -1), score) - score >= fastFall
}
const low = -0.3
const fastFall = 0.6
