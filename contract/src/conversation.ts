/** A conversation is a log of these events; its state is a fold of them, and every list row is derived from that. */
import { z } from 'zod'
import { Json } from './json.ts'
import { ActionOutcome } from './action.ts'
import { Assisted, ModelUse } from './assist.ts'
import { DialogueWhy } from './dialogue.ts'
import { GraphPath } from './graph.ts'
import { GuideProgress } from './guide.ts'
import { Attachment, Citation, Language, QuickReply, Speaker } from './message.ts'
import { QuestionStep } from './question-steps.ts'
import { ChosenVariant } from './variant.ts'
import { emotions, Understood } from './understanding.ts'
import { Wish } from './wish.ts'

export const Owner = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('bot') }),
    z.strictObject({ kind: z.literal('queue') }),
    z.strictObject({ kind: z.literal('staff'), staffId: z.string(), name: z.string() }),
  ])
  .meta({ id: 'Owner' })
export type Owner = z.infer<typeof Owner>

export const decisionKinds = [
  'answer',
  'guide',
  'flow',
  'clarify',
  'unknown',
  'greet',
  'acknowledge',
  'soothe',
  'hand-off',
  'stay-silent',
] as const
export const DecisionKind = z.enum(decisionKinds).meta({ id: 'DecisionKind' })
export type DecisionKind = z.infer<typeof DecisionKind>

/** A passage that was weighed for an answer. `score` is BM25's; `terms` are the question's words it holds. */
export const WeighedPassage = z
  .strictObject({
    articleId: z.string(),
    title: z.string(),
    score: z.number(),
    terms: z.array(z.string()),
    excerpt: z.string(),
    /** Which of the article's texts it is of, and by what that was chosen; absent: the article's own. */
    variant: ChosenVariant.optional(),
  })
  .meta({ id: 'WeighedPassage' })
export type WeighedPassage = z.infer<typeof WeighedPassage>

/** Two sources said different things: `reason` and `values` as findings have them; the article in force, newer first. */
export const Difference = z
  .strictObject({
    reason: z.string(),
    values: z.array(z.string()),
    articleIds: z.array(z.string()),
    newer: z.string().nullable(),
  })
  .meta({ id: 'Difference' })
export type Difference = z.infer<typeof Difference>

/** Why the bot did what it did: what it understood, how sure it was (0–1), which passages it weighed, which writer wrote. */
export const Why = z
  .strictObject({
    act: z.string(),
    /** Intents, entities and mood, with what each rests on. */
    understood: Understood.optional(),
    confidence: z.number(),
    language: Language,
    signals: z.array(z.string()),
    reason: z.string(),
    question: z.string().optional(),
    /** What was made of the question before it was searched. */
    steps: z.array(QuestionStep).optional(),
    passages: z.array(WeighedPassage).optional(),
    /** The paths of the knowledge graph that the answer goes along. */
    paths: z.array(GraphPath).optional(),
    support: z.number().optional(),
    writer: z.enum(['extracted', 'model', 'fixed']).optional(),
    modelOutcome: z.string().optional(),
    /** What a model did that was asked to help. */
    assisted: Assisted.optional(),
    /** The answer was kept from an earlier question of the same meaning; nothing has changed since. */
    fromCache: z.boolean().optional(),
    /** Sources that contradict each other, both of which were told. */
    differs: Difference.optional(),
    /** How far the conversation has come with a rule or a process; null: it is over. */
    guide: GuideProgress.nullable().optional(),
    /** The flows: what was weighed, which steps were passed, where they stand now. Absent: they had no part in it. */
    dialogue: DialogueWhy.optional(),
    /** What was looked for in the catalogue: which conditions, and how many products meet them. */
    wish: Wish.optional(),
    /** How many waited for a person already, as the customer was told. */
    ahead: z.int().nonnegative().optional(),
    /** The moment in which it was thought; it is written a little later. */
    thoughtAt: z.iso.datetime().optional(),
    milliseconds: z.record(z.string(), z.number()).optional(),
  })
  .meta({ id: 'Why' })
export type Why = z.infer<typeof Why>

/**
 * What every event carries. A turn begins when the customer speaks or the owner changes, so each turn has one owner,
 * and whatever was thought for an earlier turn is recognised as late.
 */
const stamp = { seq: z.int().positive(), at: z.iso.datetime(), turn: z.int().nonnegative() }
const person = { staffId: z.string(), name: z.string() }

export const ConversationEvent = z
  .discriminatedUnion('type', [
    z.strictObject({
      ...stamp,
      type: z.literal('conversation-opened'),
      channel: z.string(),
      customerId: z.string(),
      customerName: z.string(),
      language: Language,
    }),
    z.strictObject({
      ...stamp,
      type: z.literal('message-received'),
      messageId: z.string(),
      externalId: z.string(),
      text: z.string(),
      page: z.string().optional(),
    }),
    z.strictObject({
      ...stamp,
      type: z.literal('turn-decided'),
      about: z.array(z.string()),
      decision: DecisionKind,
      why: Why,
    }),
    z.strictObject({
      ...stamp,
      type: z.literal('message-sent'),
      messageId: z.string(),
      kind: z.enum(['answer', 'notice', 'survey']),
      speaker: Speaker,
      text: z.string(),
      citations: z.array(Citation),
      quickReplies: z.array(QuickReply),
      attachments: z.array(Attachment).optional(),
      related: z.array(z.string()).optional(),
    }),
    z.strictObject({ ...stamp, type: z.literal('delivery-recorded'), messageId: z.string(), outcome: z.string() }),
    /** How a message felt that the bot did not answer, because a person or the queue has the conversation. */
    z.strictObject({
      ...stamp,
      type: z.literal('mood-read'),
      messageId: z.string(),
      score: z.number().min(-1).max(1),
      emotion: z.enum(emotions),
    }),
    /** What became of an action that a turn asked for. It begins a turn, in which the bot goes on from there. */
    z.strictObject({
      ...stamp,
      type: z.literal('action-performed'),
      runId: z.string(),
      action: z.string(),
      outcome: ActionOutcome,
      /** How often it was tried, how long it took in all, and what it cost in the unit that the action names. */
      attempts: z.int().positive(),
      milliseconds: z.number(),
      cost: z.number().optional(),
    }),
    /** A person of the company allowed, or did not allow, what the customer had asked for. */
    z.strictObject({
      ...stamp,
      type: z.literal('action-judged'),
      runId: z.string(),
      allowed: z.boolean(),
      ...person,
      reason: z.string().optional(),
    }),
    /** Something happened outside of what is said: the company's systems tell it, or time has passed (`silence`). */
    z.strictObject({
      ...stamp,
      type: z.literal('event-received'),
      externalId: z.string(),
      name: z.string(),
      fields: z.record(z.string(), Json),
    }),
    z.strictObject({ ...stamp, type: z.literal('hand-off-requested'), reason: z.string() }),
    /** Who waited in the line for a person does not want one any more. */
    z.strictObject({ ...stamp, type: z.literal('hand-off-withdrawn') }),
    z.strictObject({ ...stamp, type: z.literal('conversation-claimed'), ...person }),
    z.strictObject({ ...stamp, type: z.literal('note-added'), ...person, text: z.string() }),
    z.strictObject({ ...stamp, type: z.literal('conversation-handed-back'), ...person }),
    z.strictObject({ ...stamp, type: z.literal('conversation-resolved'), ...person }),
    z.strictObject({
      ...stamp,
      type: z.literal('conversation-rated'),
      solved: z.boolean(),
      stars: z.int().min(1).max(5).optional(),
      comment: z.string().optional(),
    }),
  ])
  .meta({ id: 'ConversationEvent' })
export type ConversationEvent = z.infer<typeof ConversationEvent>
export type EventOf<Type extends ConversationEvent['type']> = Extract<ConversationEvent, { type: Type }>

/** One row of the desk's lists: what the fold of the log says now. `seq` is the last event it knows. */
export const ConversationSummary = z
  .strictObject({
    id: z.string(),
    customerId: z.string(),
    customerName: z.string(),
    channel: z.string(),
    language: Language,
    status: z.enum(['open', 'resolved']),
    owner: Owner,
    turn: z.int().nonnegative(),
    seq: z.int().nonnegative(),
    preview: z.string(),
    handOffReason: z.string().nullable(),
    waitingSince: z.iso.datetime().nullable(),
    openedAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
    resolvedAt: z.iso.datetime().nullable(),
    rating: z.strictObject({ solved: z.boolean(), stars: z.int().nullable() }).nullable(),
    /** How the customer's last message felt (−1 to 1), and whether it fell fast to there; null: nothing was said yet. */
    mood: z.strictObject({ score: z.number().min(-1).max(1), falling: z.boolean() }).nullable(),
    /** How many actions wait for a person's word. */
    approvals: z.int().nonnegative(),
    /** What a model that helped has spent in it. */
    modelUse: ModelUse,
    /** Whether the customer spoke last and nobody has answered yet. */
    unanswered: z.boolean(),
  })
  .meta({ id: 'ConversationSummary' })
export type ConversationSummary = z.infer<typeof ConversationSummary>

export const conversationViews = ['waiting', 'mine', 'open', 'resolved'] as const
export const ConversationView = z.enum(conversationViews).meta({ id: 'ConversationView' })
export type ConversationView = z.infer<typeof ConversationView>

export const Conversation = ConversationSummary.extend({
  events: z.array(ConversationEvent),
  earlier: z.array(ConversationSummary),
}).meta({ id: 'Conversation' })
export type Conversation = z.infer<typeof Conversation>

/** Whether a row belongs to a view of the desk; the server's lists and the console's live updates both ask this. */
export function belongsTo(view: ConversationView, row: ConversationSummary, staffId: string): boolean {
  if (view === 'resolved') return row.status === 'resolved'
  if (row.status !== 'open') return false
  if (view === 'waiting') return row.owner.kind === 'queue'
  if (view === 'mine') return row.owner.kind === 'staff' && row.owner.staffId === staffId
  return true
}

/** The order of a view: who has waited longest first; elsewhere what moved last first. */
export function compareIn(view: ConversationView, one: ConversationSummary, other: ConversationSummary): number {
  if (view === 'waiting') return (one.waitingSince ?? '').localeCompare(other.waitingSince ?? '')
  return other.updatedAt.localeCompare(one.updatedAt) || other.id.localeCompare(one.id)
}
