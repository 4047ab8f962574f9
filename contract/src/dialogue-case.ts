/** Conversations as tests: what a customer says, and what has to come of it. A file holds a list of cases, in YAML or JSON. */
import { z } from 'zod'
import { FlowValue, Repair } from './dialogue.ts'
import { FlowName } from './flow.ts'
import { Json } from './json.ts'
import { Language, longestText } from './message.ts'

export const caseKinds = [
  'happy-path',
  'correction',
  'cancellation',
  'digression',
  'clarification',
  'chit-chat',
  'negation',
  'invalid-input',
  'several-intents',
  'knowledge-in-between',
  'hand-over',
  'business-fault',
] as const

/**
 * What goes wrong with an operation of the company's systems. `slow`: it answers, after so many milliseconds; `error`: 500;
 * `silent`: never answers; `twice`: what is asked of it arrives twice; `html`: a page of a proxy; `huge`: a body of 60 MB.
 */
export const faultKinds = ['slow', 'error', 'silent', 'twice', 'html', 'huge'] as const
export const Fault = z
  .strictObject({
    kind: z.enum(faultKinds),
    milliseconds: z.int().min(0).max(600_000).optional(),
    /** How often, then it is well again; absent: until it is taken back. */
    times: z.int().min(1).max(1000).optional(),
  })
  .meta({ id: 'Fault' })
export type Fault = z.infer<typeof Fault>

/** The pattern of `/…/` and `/…/i`, the latter in any case; undefined for plain words. */
export function patternIn(wording: string): { pattern: string; anyCase: boolean } | undefined {
  const [, pattern, flag] = /^\/(.+)\/(i?)$/s.exec(wording) ?? []
  return pattern === undefined ? undefined : { pattern, anyCase: flag === 'i' }
}
/**
 * Words that must stand there, compared without case and width of signs; `/…/` is a regular expression, `/…/i` one without case.
 * Whether one can be run (RE2) is said by the server, which has the engine.
 */
const Wording = z.string().min(1).max(500)

/**
 * What an action tells where the company's systems are not asked: its output, or that it was refused or failed, and why. `when`:
 * only for calls with these values in their input.
 */
export const GivenOutcome = z
  .strictObject({
    when: z.record(FlowName, Json).optional(),
    output: Json.optional(),
    refused: z.string().min(1).max(300).optional(),
    failed: z.string().min(1).max(300).optional(),
  })
  .refine(({ refused, failed }) => refused === undefined || failed === undefined, 'is either refused or failed')
  .refine(({ output, failed }) => output === undefined || failed === undefined, 'tells nothing where it fails')
  .meta({ id: 'GivenOutcome' })
export type GivenOutcome = z.infer<typeof GivenOutcome>

/**
 * What holds when the bot is quiet again, and before the next turn: what an action did and what is said of it are part of it.
 * What is not named may be anything.
 */
export const Expected = z
  .strictObject({
    /** The flow that is open now, the innermost; null: none is. */
    flow: FlowName.nullable().optional(),
    /** A flow that began in this turn, also one that has ended by now. */
    started: FlowName.optional(),
    step: FlowName.optional(),
    /** Null: not known. */
    slots: z.record(FlowName, FlowValue.nullable()).optional(),
    /** All of them, in any order, in all that the bot said in this turn, as the customer reads it: without the signs of Markdown. */
    said: z.array(Wording).max(20).optional(),
    not_said: z.array(Wording).max(20).optional(),
    /** True: the answer stands on knowledge and cites it; a text: on an article with these words in its title. */
    cited: z.union([z.boolean(), Wording]).optional(),
    /** Actions that were called, looked at or done. */
    action: z.union([z.string(), z.array(z.string()).min(1).max(10)]).optional(),
    /** Actions that must not be called in this turn. */
    no_action: z.union([z.string(), z.array(z.string()).min(1).max(10)]).optional(),
    handed_over: z.boolean().optional(),
    ticket: z.boolean().optional(),
    repair: z.union([Repair, z.array(Repair).min(1).max(5)]).optional(),
  })
  .meta({ id: 'Expected' })
export type Expected = z.infer<typeof Expected>

/** One of: the customer writes (or taps what was offered); time passes; an event of the company's systems; a person judges what waits for them. */
export const CaseTurn = z
  .strictObject({
    user: z.string().min(1).max(longestText).optional(),
    pause: z.iso.duration().optional(),
    event: z.strictObject({ name: z.string(), fields: z.record(z.string(), Json).default({}) }).optional(),
    approve: z.boolean().optional(),
    expect: Expected.default({}),
  })
  .refine(
    ({ user, pause, event, approve }) =>
      [user, pause, event, approve].filter((each) => each !== undefined).length === 1,
    'is one thing: user, pause, event or approve',
  )
  .meta({ id: 'CaseTurn' })
export type CaseTurn = z.infer<typeof CaseTurn>

export const DialogueCase = z
  .strictObject({
    /** One of its kind in a suite. */
    name: z.string().trim().min(1).max(120),
    about: z.enum(caseKinds),
    language: Language,
    /** Who speaks; absent: a visitor who has not said who they are. */
    customer: z
      .strictObject({
        name: z.string().optional(),
        tier: z.string().nullable().optional(),
        region: z.string().nullable().optional(),
        signed_in: z.boolean().optional(),
      })
      .optional(),
    /** By the name of the operation, from the first turn on. */
    faults: z.record(z.string(), Fault).optional(),
    /**
     * By the name of the action, where the company's systems are not asked: what it tells. Of several that fit a call each is told
     * once, in their order, and the last one from then on. Absent: an example of what the action says it tells.
     */
    actions: z.record(z.string(), z.union([GivenOutcome, z.array(GivenOutcome).min(1).max(20)])).optional(),
    turns: z.array(CaseTurn).min(1).max(40),
  })
  .meta({ id: 'DialogueCase' })
export type DialogueCase = z.infer<typeof DialogueCase>

export const DialogueCases = z
  .array(DialogueCase)
  .min(1)
  .max(2000)
  .refine((cases) => new Set(cases.map(({ name }) => name)).size === cases.length, 'two cases have the same name')
