import { z } from 'zod'
import {
  Dispute,
  InboxMessage,
  InboxState,
  inboxOrders,
  inboxPeriods,
  Label,
  LabellingFigures,
  LabelTask,
  MoodLabel,
  SuggestedIntent,
  usualPeriod,
} from './labelling.ts'
import { Language } from './message.ts'
import { route } from './route.ts'
import { BothLanguages, Example, Intent, TaughtName } from './teaching.ts'

const id = z.string().max(80)
const byId = z.strictObject({ id })
const at = '/api/v1/teaching'
const ids = z.array(id).min(1).max(500)
const page = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
}

/** Real messages become examples: by one person from the inbox, by two who do not see each other, or as a new intent. */
export const labellingRoutes = {
  listInbox: route({
    method: 'GET',
    path: `${at}/inbox`,
    area: 'Teaching',
    access: 'staff',
    summary: 'What customers wrote, what teaches most first',
    query: z.strictObject({
      order: z.enum(inboxOrders).default('teaches-most'),
      state: InboxState.default('open'),
      /** Said within so many days. */
      days: z.coerce
        .number()
        .pipe(z.literal([...inboxPeriods]))
        .default(usualPeriod),
      language: Language.optional(),
      /** Read as this intent; an empty one: out of scope. */
      intent: z.string().max(80).optional(),
      q: z.string().trim().max(200).optional(),
      ...page,
    }),
    ok: z.strictObject({ messages: z.array(InboxMessage), total: z.int(), counts: z.record(InboxState, z.int()) }),
  }),
  gatherMessages: route({
    method: 'POST',
    path: `${at}/inbox/gather`,
    area: 'Teaching',
    access: 'staff',
    summary: 'Bring in what customers wrote just now; by itself this happens every ten minutes',
    ok: z.null(),
    status: 204,
  }),
  teachMessages: route({
    method: 'POST',
    path: `${at}/inbox/teach`,
    area: 'Teaching',
    access: 'supervisor',
    summary: 'Say what messages mean, without a second opinion: they become examples',
    body: z.strictObject({ ids, label: Label }),
    ok: z.strictObject({ examples: z.array(Example) }),
  }),
  labelMood: route({
    method: 'PUT',
    path: `${at}/inbox/:id/mood`,
    area: 'Teaching',
    access: 'supervisor',
    summary:
      'Say how a message feels: it becomes an example of that, apart from what it means. With nulls it is none any more',
    params: byId,
    body: MoodLabel,
    ok: MoodLabel,
  }),
  dismissMessages: route({
    method: 'POST',
    path: `${at}/inbox/dismiss`,
    area: 'Teaching',
    access: 'supervisor',
    summary: 'Put messages aside that teach nothing; `back` takes it back',
    body: z.strictObject({ ids, back: z.boolean().default(false) }),
    ok: z.strictObject({ changed: z.int() }),
  }),
  sendToLabelling: route({
    method: 'POST',
    path: `${at}/inbox/label`,
    area: 'Teaching',
    access: 'supervisor',
    summary: 'Have two people say what messages mean, without seeing each other',
    body: z.strictObject({ ids }),
    ok: z.strictObject({ changed: z.int() }),
  }),
  listLabelTasks: route({
    method: 'GET',
    path: `${at}/labelling/tasks`,
    area: 'Teaching',
    access: 'staff',
    summary: 'What waits for a label of the caller',
    query: z.strictObject({ limit: z.coerce.number().int().min(1).max(100).default(20) }),
    ok: z.strictObject({ tasks: z.array(LabelTask), waiting: z.int() }),
  }),
  labelMessage: route({
    method: 'PUT',
    path: `${at}/labelling/tasks/:id`,
    area: 'Teaching',
    access: 'staff',
    summary:
      'Say what a message means. Two who agree make it an example; two who differ, a dispute. A label can be changed until the second came',
    params: byId,
    body: z.strictObject({ label: Label }),
    ok: z.strictObject({ state: InboxState }),
  }),
  listDisputes: route({
    method: 'GET',
    path: `${at}/labelling/disputes`,
    area: 'Teaching',
    access: 'supervisor',
    summary: 'Messages that two people understood differently',
    query: z.strictObject(page),
    ok: z.strictObject({ disputes: z.array(Dispute), total: z.int() }),
  }),
  decideDispute: route({
    method: 'POST',
    path: `${at}/labelling/disputes/:id`,
    area: 'Teaching',
    access: 'supervisor',
    summary: 'Decide what a disputed message means; not by one of the two. `unclear` puts it aside',
    params: byId,
    body: z.strictObject({ label: Label }),
    ok: z.strictObject({ state: InboxState }),
  }),
  getLabellingFigures: route({
    method: 'GET',
    path: `${at}/labelling/figures`,
    area: 'Teaching',
    access: 'staff',
    summary: 'How far people agree, and what they mix up',
    ok: LabellingFigures,
  }),
  listSuggestedIntents: route({
    method: 'GET',
    path: `${at}/suggestions`,
    area: 'Teaching',
    access: 'staff',
    summary: 'Messages that no intent fits and that say much the same, the most frequent first',
    ok: z.strictObject({
      suggestions: z.array(SuggestedIntent),
      lookedAt: z.iso.datetime().nullable(),
      /** It is being looked again: ask again. */
      isLooking: z.boolean(),
    }),
  }),
  lookForIntents: route({
    method: 'POST',
    path: `${at}/suggestions/runs`,
    area: 'Teaching',
    access: 'supervisor',
    summary: 'Put the unmatched messages together anew, in the background',
    ok: z.null(),
    status: 204,
  }),
  acceptSuggestion: route({
    method: 'POST',
    path: `${at}/suggestions/:id/accept`,
    area: 'Teaching',
    access: 'supervisor',
    summary: 'Make a new intent of some messages of a suggestion, or add them to one that is there (`intentId`)',
    params: byId,
    body: z
      .strictObject({
        messageIds: ids,
        intentId: id.optional(),
        name: TaughtName.optional(),
        title: BothLanguages.default({ zh: '', en: '' }),
      })
      .refine(({ intentId, name }) => (intentId === undefined) !== (name === undefined), {
        path: ['name'],
        message: 'either a new name or an intent that is there',
      }),
    ok: Intent,
    status: 201,
  }),
  dismissSuggestion: route({
    method: 'POST',
    path: `${at}/suggestions/:id/dismiss`,
    area: 'Teaching',
    access: 'supervisor',
    summary: 'Say that a suggestion is none: its messages are put aside',
    params: byId,
    ok: z.null(),
    status: 204,
  }),
}
