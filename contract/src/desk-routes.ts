import { z } from 'zod'
import { ActionRequest } from './dialogue.ts'
import { Conversation, ConversationSummary, ConversationView } from './conversation.ts'
import { Instant } from './instant.ts'
import { Text } from './message.ts'
import { route } from './route.ts'

const byId = z.strictObject({ id: z.string().max(80) })
/** An instant and a conversation: where a page ended. */
const isPlace = (text: string) => /^[^|]+\|cnv_[0-9a-f]+$/.test(text) && Instant.safeParse(text.split('|')[0]).success
const says = z.strictObject({ text: Text })

/** The desk: what waits, and what a person does in a conversation. Each command answers with the changed row. */
export const deskRoutes = {
  listConversations: route({
    method: 'GET',
    path: '/api/v1/conversations',
    area: 'Conversations',
    access: 'staff',
    summary: 'The conversations of a view: waiting longest first, else what moved last first',
    query: z.strictObject({
      state: ConversationView.default('open'),
      limit: z.coerce.number().int().min(1).max(200).default(50),
      /** The `next` of the page before. */
      after: z.string().max(200).refine(isPlace, 'is not the `next` of a page').optional(),
    }),
    ok: z.strictObject({
      conversations: z.array(ConversationSummary),
      /** How many each view holds. */
      counts: z.strictObject({ waiting: z.int(), mine: z.int(), open: z.int() }),
      next: z.string().nullable(),
    }),
  }),
  getConversation: route({
    method: 'GET',
    path: '/api/v1/conversations/:id',
    area: 'Conversations',
    access: 'staff',
    summary: 'A conversation with its whole log and the earlier ones of the same customer',
    params: byId,
    ok: Conversation,
  }),
  claim: route({
    method: 'POST',
    path: '/api/v1/conversations/:id/claim',
    area: 'Conversations',
    access: 'staff',
    summary: 'Take the conversation; from now on the bot is silent. A supervisor may take it from a colleague',
    params: byId,
    ok: ConversationSummary,
  }),
  reply: route({
    method: 'POST',
    path: '/api/v1/conversations/:id/reply',
    area: 'Conversations',
    access: 'staff',
    summary: 'Answer the customer; only who has the conversation may. With an `id`, sending it again is harmless',
    params: byId,
    body: says.extend({
      id: z
        .string()
        .regex(/^[\w-]{8,64}$/)
        .optional(),
    }),
    ok: ConversationSummary,
  }),
  note: route({
    method: 'POST',
    path: '/api/v1/conversations/:id/note',
    area: 'Conversations',
    access: 'staff',
    summary: 'Write a note that the customer never sees',
    params: byId,
    body: says,
    ok: ConversationSummary,
  }),
  handBack: route({
    method: 'POST',
    path: '/api/v1/conversations/:id/hand-back',
    area: 'Conversations',
    access: 'staff',
    summary: 'Give the conversation back to the bot',
    params: byId,
    ok: ConversationSummary,
  }),
  listApprovals: route({
    method: 'GET',
    path: '/api/v1/approvals',
    area: 'Conversations',
    access: 'staff',
    summary: 'What the bot was asked to do and a person has to allow, the longest waiting first; at most 200',
    ok: z.strictObject({
      approvals: z.array(z.strictObject({ conversation: ConversationSummary, request: ActionRequest })),
    }),
  }),
  judgeAction: route({
    method: 'POST',
    path: '/api/v1/conversations/:id/actions/:runId/judge',
    area: 'Conversations',
    access: 'staff',
    summary: 'Allow what the bot was asked to do, or not; what is allowed is done, and the bot goes on from there',
    params: byId.extend({ runId: z.string().max(80) }),
    body: z.strictObject({ allowed: z.boolean(), reason: z.string().trim().max(500).optional() }),
    ok: ConversationSummary,
  }),
  resolve: route({
    method: 'POST',
    path: '/api/v1/conversations/:id/resolve',
    area: 'Conversations',
    access: 'staff',
    summary: 'Close the conversation and ask the customer whether it is solved',
    params: byId,
    ok: ConversationSummary,
  }),
}
