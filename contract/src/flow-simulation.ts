/** A conversation with the draft of the flows, tried turn by turn: nothing is written, and actions are answered by who tries. */
import { z } from 'zod'
import { ActionOutcome } from './action.ts'
import { DialogueProgress, DialogueWhy, Looked } from './dialogue.ts'
import { FlowName } from './flow.ts'
import { FlowPartContent } from './flow-versions.ts'
import { Json } from './json.ts'
import { Language, QuickReply } from './message.ts'
import { route } from './route.ts'

/** What happens beside what is said: what became of an action, or an event of the company's systems. */
const Happening = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('performed'), runId: z.string().max(500), outcome: ActionOutcome }),
  z.strictObject({ kind: z.literal('event'), name: z.string().max(60), fields: z.record(z.string(), Json) }),
])

/** Everything a turn is decided from: the same values give the same turn. */
export const FlowTrial = z
  .strictObject({
    /** As it is being edited; the rest is as the draft holds it. */
    part: FlowPartContent.optional(),
    /** What the turn before told; null: nothing is open. */
    progress: DialogueProgress.nullable().default(null),
    /** The flows that the turn before asked about. */
    offered: z.array(FlowName).max(12).default([]),
    turn: z.int().min(1).max(100_000),
    language: Language,
    /** Null: nobody said anything. */
    said: z.string().trim().min(1).max(2000).nullable().default(null),
    /** What was said before, the latest last. */
    before: z.array(z.string().max(2000)).max(20).default([]),
    /** A flow that is begun whatever is said. */
    start: FlowName.nullable().default(null),
    happened: z.array(Happening).max(20).default([]),
    /** What was told for each action that was asked about in this turn already, in that order. */
    looked: z.array(Looked).max(50).default([]),
    /** Milliseconds since the customer spoke last. */
    quietFor: z.int().min(0).max(31_536_000_000).default(0),
  })
  .meta({ id: 'FlowTrial' })
export type FlowTrial = z.infer<typeof FlowTrial>

/** `look`: the action has to be answered, and the same turn tried again with that. */
export const TriedTurn = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('look'), action: z.string(), input: z.record(z.string(), Json) }),
    z.strictObject({
      kind: z.literal('turn'),
      messages: z.array(z.strictObject({ text: z.string(), quickReplies: z.array(QuickReply) })),
      /** What the bot does where the flows leave it to the rest of it, such as `answer` or `hand-off`. */
      otherwise: z.string().nullable(),
      /** A person takes over, for this reason. */
      handOver: z.string().nullable(),
      why: DialogueWhy,
    }),
  ])
  .meta({ id: 'TriedTurn' })
export type TriedTurn = z.infer<typeof TriedTurn>

export const flowSimulationRoutes = {
  simulateFlows: route({
    method: 'POST',
    path: '/api/v1/flows/simulate',
    area: 'Flows',
    access: 'staff',
    summary:
      'Try a turn with the draft: what would be said and which steps passed. Nothing is kept and no action is performed',
    body: FlowTrial,
    ok: TriedTurn,
  }),
}
