/** How answers sound, and how much of a text they take, on each channel. What they say is never changed by it. */
import { z } from 'zod'

/** `short`: the sentences that answer; `normal`: a few lines around them where that helps; `full`: the whole passage. */
export const answerLengths = ['short', 'normal', 'full'] as const
/** `warm`: words of welcome before and after; `plain`: the answer alone. */
export const answerTones = ['plain', 'warm'] as const
export const AnswerStyle = z
  .strictObject({ length: z.enum(answerLengths), tone: z.enum(answerTones) })
  .meta({ id: 'AnswerStyle' })
export type AnswerStyle = z.infer<typeof AnswerStyle>

export const styledChannels = ['web', 'rest', 'openai'] as const
export const AnswerStyles = z
  .strictObject({ web: AnswerStyle, rest: AnswerStyle, openai: AnswerStyle })
  .meta({ id: 'AnswerStyles' })
export type AnswerStyles = z.infer<typeof AnswerStyles>

export const plainStyle: AnswerStyle = { length: 'normal', tone: 'plain' }
export const plainStyles: AnswerStyles = { web: plainStyle, rest: plainStyle, openai: plainStyle }

/** A channel that nobody has set a style for answers plainly. */
export function styleOf(styles: AnswerStyles, channel: string): AnswerStyle {
  const known = styledChannels.find((each) => each === channel)
  return known ? styles[known] : plainStyle
}
