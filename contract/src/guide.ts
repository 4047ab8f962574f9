/** Two kinds of knowledge that are more than a text: a rule is a table of conditions, a process is steps to follow. */
import { z } from 'zod'

const short = (longest: number) => z.string().trim().min(1).max(longest)
const name = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'is a short name such as order-amount')

/** What has to be known before a rule can answer. `ask` is the question for it; `words` are what people call a choice. */
export const Slot = z
  .strictObject({
    name,
    label: short(60),
    ask: short(300),
    type: z.enum(['choice', 'number', 'yes-no']),
    choices: z
      .array(z.strictObject({ value: short(60), words: z.array(short(60)).max(30).default([]) }))
      .max(30)
      .default([]),
    unit: z.string().trim().max(20).default(''),
  })
  .refine((slot) => slot.type !== 'choice' || slot.choices.length >= 2, {
    path: ['choices'],
    message: 'a choice needs two at least',
  })
  .meta({ id: 'Slot' })
export type Slot = z.infer<typeof Slot>

/** `among`: one of these values, `yes` or `no` for a yes-no. `from` inclusive, `below` exclusive, for numbers. */
export const Condition = z
  .strictObject({
    among: z.array(short(60)).min(1).max(30).optional(),
    from: z.number().optional(),
    below: z.number().optional(),
  })
  .meta({ id: 'Condition' })
export type Condition = z.infer<typeof Condition>

const Row = z.strictObject({ when: z.record(name, Condition), answer: short(4000) })

export const Rule = z
  .strictObject({
    kind: z.literal('rule'),
    introduction: z.string().trim().max(2000).default(''),
    slots: z.array(Slot).min(1).max(12),
    /** The first row whose conditions all hold answers; a slot that a row does not name may be anything. */
    rows: z.array(Row).min(1).max(200),
    /** For when no row holds; null: the question goes on as if there were no rule. */
    otherwise: short(4000).nullable().default(null),
  })
  .refine((rule) => new Set(rule.slots.map((slot) => slot.name)).size === rule.slots.length, {
    path: ['slots'],
    message: 'two have the same name',
  })
  .refine(
    (rule) =>
      rule.rows.every(({ when }) => Object.keys(when).every((key) => rule.slots.some((slot) => slot.name === key))),
    {
      path: ['rows'],
      message: 'a condition is about something that is not asked for',
    },
  )
  .meta({ id: 'Rule' })
export type Rule = z.infer<typeof Rule>

/** Where an answer to a step leads: a step by its number from 0, the end, or a person. */
export const StepChoice = z
  .strictObject({
    label: short(60),
    words: z.array(short(60)).max(30).default([]),
    to: z.union([z.int().nonnegative().max(99), z.enum(['end', 'person'])]),
  })
  .meta({ id: 'StepChoice' })
export type StepChoice = z.infer<typeof StepChoice>

/** Without choices a step leads to the next one. */
const Step = z.strictObject({
  title: short(120),
  text: short(4000),
  choices: z.array(StepChoice).max(10).default([]),
})

export const Process = z
  .strictObject({
    kind: z.literal('process'),
    introduction: z.string().trim().max(2000).default(''),
    steps: z.array(Step).min(1).max(60),
    /** What is said at the end. */
    ending: z.string().trim().max(2000).default(''),
  })
  .refine(
    ({ steps }) => steps.every(({ choices }) => choices.every(({ to }) => typeof to === 'string' || to < steps.length)),
    {
      path: ['steps'],
      message: 'a choice leads to a step that is not there',
    },
  )
  .meta({ id: 'Process' })
export type Process = z.infer<typeof Process>

export const Guide = z.discriminatedUnion('kind', [Rule, Process]).meta({ id: 'Guide' })
export type Guide = z.infer<typeof Guide>

const about = { articleId: z.string(), version: z.int().positive() }

/** How far a conversation has come with a guide. `missed`: how often in a row the reply said nothing for it. */
export const GuideProgress = z
  .discriminatedUnion('kind', [
    z.strictObject({
      ...about,
      kind: z.literal('rule'),
      known: z.record(z.string(), z.union([z.string(), z.number()])),
      asking: z.string(),
      missed: z.int().nonnegative(),
    }),
    z.strictObject({
      ...about,
      kind: z.literal('process'),
      /** The steps that were shown, the one that is open last. */
      trail: z.array(z.int().nonnegative()).min(1).max(200),
      missed: z.int().nonnegative(),
    }),
  ])
  .meta({ id: 'GuideProgress' })
export type GuideProgress = z.infer<typeof GuideProgress>
