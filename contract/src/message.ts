/** What a customer says and what is said to a customer, in the one form that every channel translates to and from. */
import { z } from 'zod'
import { ChosenVariant } from './variant.ts'

export const languages = ['zh', 'en'] as const
export const Language = z.enum(languages).meta({ id: 'Language' })
export type Language = z.infer<typeof Language>

/** The longest text a customer may send, in UTF-16 code units. */
export const longestText = 4000

/** What people type: trimmed, never empty, without the control characters that no keyboard makes. */
export const Text = z
  .string()
  .max(longestText)
  .transform((text) => text.replace(/[^\P{Cc}\t\n]/gu, '').trim())
  .pipe(z.string().min(1))

/**
 * The evidence of an answer: `quote` is exactly `body.slice(start, end)` of the article, or of the variant of it that is
 * named, in UTF-16 offsets.
 */
export const Citation = z
  .strictObject({
    articleId: z.string(),
    title: z.string(),
    start: z.int().nonnegative(),
    end: z.int().positive(),
    quote: z.string(),
    variant: ChosenVariant.optional(),
  })
  .meta({ id: 'Citation' })
export type Citation = z.infer<typeof Citation>

/** A button under a message. Pressing it says `text` in the customer's name. */
export const QuickReply = z.strictObject({ label: z.string(), text: z.string() }).meta({ id: 'QuickReply' })
export type QuickReply = z.infer<typeof QuickReply>

/** A picture or a file that comes with a message. `title` says what it shows, for who cannot see it. */
export const Attachment = z
  .strictObject({ kind: z.enum(['picture', 'file']), url: z.url(), title: z.string(), articleId: z.string() })
  .meta({ id: 'Attachment' })
export type Attachment = z.infer<typeof Attachment>

export const Speaker = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('bot'), name: z.string() }),
    z.strictObject({ kind: z.literal('staff'), staffId: z.string(), name: z.string() }),
  ])
  .meta({ id: 'Speaker' })
export type Speaker = z.infer<typeof Speaker>

/** Who speaks, as the channel knows them; `identity` where the company's own site has proven who that is. */
export type Sender = {
  externalId: string
  name?: string | undefined
  language?: Language | undefined
  /** Where they say they are: nothing is opened by it. What is proven goes before it. */
  region?: string | undefined
  identity?: ProvenIdentity | undefined
}
/** Begins what the channels know proven customers by; what anybody may call themselves must not begin so. */
export const provenPrefix = 'signed-in:'
/** Carries the proof where the channel's own form has no place for it. */
export const identityHeader = 'x-customer-identity'
/** Holds until `until`, an instant. */
export type ProvenIdentity = { tier: string | null; region: string | null; until: string }

/** A customer's message as it comes in: `externalId` is the channel's own id for it, by which a repeat is known. */
export type InboundMessage = {
  channel: string
  externalId: string
  sender: Sender
  text: string
  /** The page the customer was looking at, where the channel knows it. */
  page?: string | undefined
}

/** A message to a customer. `text` is Markdown; `survey` asks whether the matter is solved. */
export type OutboundMessage = {
  messageId: string
  kind: 'answer' | 'notice' | 'survey'
  speaker: Speaker
  text: string
  citations: Citation[]
  quickReplies: QuickReply[]
  attachments?: Attachment[] | undefined
  /** Questions that may come next, as they are asked. */
  related?: string[] | undefined
}
