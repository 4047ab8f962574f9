/**
 * The wire between the widget and the server: one list of entries, read by cursor, over a socket or over plain HTTP.
 * A cursor says how far a customer has read; asking after it gives what followed, without gap or repeat.
 */
import { z } from 'zod'
import { Attachment, Citation, Language, QuickReply, Speaker, Text } from './message.ts'

const stamp = { cursor: z.string(), at: z.iso.datetime() }

/** What the customer sees of the log, in the customer's words: never notes, never reasons. */
export const Entry = z
  .discriminatedUnion('type', [
    z.strictObject({ ...stamp, type: z.literal('said'), id: z.string(), text: z.string() }),
    z.strictObject({
      ...stamp,
      type: z.literal('message'),
      id: z.string(),
      kind: z.enum(['answer', 'notice', 'survey']),
      speaker: Speaker,
      text: z.string(),
      citations: z.array(Citation),
      quickReplies: z.array(QuickReply),
      attachments: z.array(Attachment).optional(),
    }),
    z.strictObject({ ...stamp, type: z.literal('waiting') }),
    /** Nobody is waited for any more. */
    z.strictObject({ ...stamp, type: z.literal('withdrawn') }),
    z.strictObject({ ...stamp, type: z.literal('joined'), name: z.string() }),
    z.strictObject({ ...stamp, type: z.literal('left'), name: z.string() }),
    z.strictObject({ ...stamp, type: z.literal('resolved'), conversationId: z.string() }),
    z.strictObject({ ...stamp, type: z.literal('rated'), solved: z.boolean(), stars: z.int().optional() }),
  ])
  .meta({ id: 'Entry' })
export type Entry = z.infer<typeof Entry>

/** `id` is made by the customer's device and is what makes a repeat harmless. */
export const Saying = z.strictObject({
  id: z
    .string()
    .min(8)
    .max(64)
    .regex(/^[\w-]+$/),
  text: Text,
  page: z.string().max(500).optional(),
})
export type Saying = z.infer<typeof Saying>

export const Rating = z.strictObject({
  conversationId: z.string().max(80).optional(),
  solved: z.boolean(),
  stars: z.int().min(1).max(5).optional(),
  comment: z.string().trim().max(1000).optional(),
})
export type Rating = z.infer<typeof Rating>

export const Cursor = z
  .string()
  .max(100)
  .regex(/^cnv_[0-9a-f]+:\d{1,9}$/)

/** What the widget may send on the socket. The first frame is `hello`, within ten seconds. */
export const ClientFrame = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('hello'), token: z.string().max(4000), after: Cursor.optional() }),
  z.strictObject({ type: z.literal('say'), ...Saying.shape }),
  z.strictObject({ type: z.literal('typing') }),
  z.strictObject({ type: z.literal('rate'), ...Rating.shape }),
])
export type ClientFrame = z.infer<typeof ClientFrame>

/**
 * What the server sends. `accepted` promises that the message is written down and will be answered.
 * `draft` replaces the draft before it and is void when the next `entry` arrives or when its text is empty.
 */
export const ServerFrame = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('welcome'), caughtUp: z.boolean() }),
  z.strictObject({ type: z.literal('entry'), entry: Entry }),
  z.strictObject({ type: z.literal('accepted'), id: z.string() }),
  z.strictObject({ type: z.literal('draft'), text: z.string() }),
  z.strictObject({ type: z.literal('typing'), name: z.string() }),
  z.strictObject({ type: z.literal('problem'), code: z.string(), detail: z.string(), about: z.string().optional() }),
])
export type ServerFrame = z.infer<typeof ServerFrame>

export const WebSession = z
  .strictObject({
    token: z.string(),
    /** Tells one customer from another, so that a page knows when it has become somebody else's. */
    customerId: z.string(),
    language: Language,
    companyName: z.string(),
    botName: z.string(),
    greeting: z.string(),
    suggestions: z.array(z.string()),
  })
  .meta({ id: 'WebSession' })
export type WebSession = z.infer<typeof WebSession>
