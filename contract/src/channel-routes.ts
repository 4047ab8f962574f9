import { z } from 'zod'
import { Attachment, Language, Text } from './message.ts'
import { route } from './route.ts'
import { Cursor, Entry, Rating, Saying, WebSession } from './web-channel.ts'

const region = z.string().trim().min(1).max(60)

/** The web channel over plain HTTP: what the widget uses where no socket can be had. The socket is at /api/v1/web/socket. */
export const webRoutes = {
  openSession: route({
    method: 'POST',
    path: '/api/v1/web/sessions',
    area: 'Web channel',
    access: 'anyone',
    summary:
      'Begin as a new customer, or as the one whom `identity` proves; the token is the customer from then on. An identity that does not hold is refused',
    body: z.strictObject({
      language: Language.optional(),
      name: z.string().trim().max(60).optional(),
      /** A token from an earlier visit: refreshed where it still holds, else replaced by a new customer. */
      token: z.string().max(4000).optional(),
      /** A token of the company's own site that proves who its customer is (JWT, HS256, with the identity secret). */
      identity: z.string().max(4000).optional(),
      /** Where the customer lives, as the page knows it: it chooses between texts of one article and opens nothing. */
      region: region.optional(),
    }),
    ok: WebSession,
    status: 201,
  }),
  say: route({
    method: 'POST',
    path: '/api/v1/web/messages',
    area: 'Web channel',
    access: 'customer',
    summary: 'Say something; answered 202 once it is written down. The same id again is the same message',
    body: Saying,
    ok: z.strictObject({ id: z.string() }),
    status: 202,
  }),
  readEntries: route({
    method: 'GET',
    path: '/api/v1/web/entries',
    area: 'Web channel',
    access: 'customer',
    summary: 'What was said after a cursor (without one: the latest conversation); waits up to `wait` seconds for news',
    query: z.strictObject({ after: Cursor.optional(), wait: z.coerce.number().int().min(0).max(25).default(0) }),
    ok: z.strictObject({ entries: z.array(Entry), draft: z.string().nullable() }),
  }),
  typing: route({
    method: 'POST',
    path: '/api/v1/web/typing',
    area: 'Web channel',
    access: 'customer',
    summary: 'Tell the person who answers that the customer is typing',
    ok: z.null(),
    status: 204,
  }),
  rate: route({
    method: 'POST',
    path: '/api/v1/web/rating',
    area: 'Web channel',
    access: 'customer',
    summary: 'Say whether it was solved, and rate it; again to change it',
    body: Rating,
    ok: z.null(),
    status: 204,
  }),
  readArticle: route({
    method: 'GET',
    path: '/api/v1/web/articles/:id',
    area: 'Web channel',
    access: 'anyone',
    summary:
      'A published article, for opening what an answer cites; with a session, also what is for that customer only',
    params: z.strictObject({ id: z.string().max(80) }),
    ok: z.strictObject({
      id: z.string(),
      title: z.string(),
      body: z.string(),
      language: Language,
      updatedAt: z.string(),
    }),
  }),
}

/** As Rasa's REST channel has it. */
export const restRoutes = {
  restWebhook: route({
    method: 'POST',
    path: '/webhooks/rest/webhook',
    area: 'REST channel',
    access: 'anyone',
    summary:
      'Say something and get the committed answers; without a `message_id` each request is a new message. The header `x-customer-identity` proves who the customer is',
    body: z.object({
      sender: z.string().trim().min(1).max(200),
      message: Text,
      message_id: z.string().min(1).max(100).nullish(),
      /** Of what Rasa's clients may add, the region of the customer is understood. */
      metadata: z
        .object({ region: region.nullish().catch(null) })
        .nullish()
        .catch(null),
    }),
    ok: z.array(
      z.object({
        recipient_id: z.string(),
        text: z.string(),
        buttons: z.array(z.object({ title: z.string(), payload: z.string() })).optional(),
        custom: z.object({ citations: z.array(z.unknown()), speaker: z.unknown() }).optional(),
        /** Pictures and files that come with it. */
        attachments: z.array(Attachment).optional(),
        /** Questions that may come next. */
        related: z.array(z.string()).optional(),
      }),
    ),
  }),
}

const content = z.union([z.string(), z.array(z.object({ type: z.string(), text: z.string().nullish() }))])

/** As OpenAI's chat completions have it, so that its clients can talk to the bot. */
export const openaiRoutes = {
  listModels: route({
    method: 'GET',
    path: '/v1/models',
    area: 'OpenAI channel',
    access: 'api-key',
    scope: 'messages',
    summary: 'The bot, as a model',
    ok: z.object({
      object: z.literal('list'),
      data: z.array(z.object({ id: z.string(), object: z.literal('model'), created: z.int(), owned_by: z.string() })),
    }),
  }),
  complete: route({
    method: 'POST',
    path: '/v1/chat/completions',
    area: 'OpenAI channel',
    access: 'api-key',
    scope: 'messages',
    summary:
      'The last user message, answered by the bot; `user` names the customer, the header `x-customer-identity` proves who they are. With `stream`, as server-sent events',
    body: z.object({
      model: z.string().nullish(),
      messages: z
        .array(z.object({ role: z.string(), content: content.nullish() }))
        .min(1)
        .max(1000),
      stream: z.boolean().nullish(),
      stream_options: z.object({ include_usage: z.boolean().nullish() }).nullish(),
      user: z.string().max(200).nullish(),
      /** Of what clients may add, the region of the customer is understood. */
      metadata: z
        .object({ region: region.nullish().catch(null) })
        .nullish()
        .catch(null),
    }),
    ok: z.unknown(),
  }),
}
