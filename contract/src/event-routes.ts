import { z } from 'zod'
import { isClockEvent } from './dialogue.ts'
import { Json } from './json.ts'
import { route } from './route.ts'

/** What the company's systems tell of a conversation. Said twice with one `id`, it is heard once. */
export const OutsideEvent = z
  .strictObject({
    id: z.string().trim().min(1).max(120),
    name: z
      .string()
      .trim()
      .min(1)
      .max(60)
      .refine((name) => !isClockEvent(name), 'is told by the clock alone'),
    fields: z.record(z.string().max(60), Json).default({}),
    /** A conversation, or the open one of a customer as the channel knows them. */
    to: z.union([
      z.strictObject({ conversation: z.string().max(80) }),
      z.strictObject({ channel: z.string().max(40), customer: z.string().max(200) }),
    ]),
  })
  .meta({ id: 'OutsideEvent' })
export type OutsideEvent = z.infer<typeof OutsideEvent>

export const eventRoutes = {
  tellEvent: route({
    method: 'POST',
    path: '/api/v1/events',
    area: 'Conversations',
    access: 'api-key',
    scope: 'messages',
    summary: 'Tell the bot of something that happened, such as parcel-delivered; flows wait for it or begin with it',
    body: OutsideEvent,
    ok: z.strictObject({ conversationId: z.string() }),
    status: 202,
  }),
}
