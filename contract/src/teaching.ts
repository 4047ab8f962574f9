/** What a company teaches the understanding of its customers' messages: intents with examples, entity types, dictionaries, patterns. */
import { z } from 'zod'
import { Language } from './message.ts'
import { emotions, sentiments } from './understanding.ts'

const id = z.string().max(80)
export const longestExample = 1000
export const mostIntents = 1000
export const mostExamples = 200_000

/** Texts that people see, in both languages; an empty one falls back to the other, then to the name. */
export const BothLanguages = z
  .strictObject({ zh: z.string().trim().max(500).default(''), en: z.string().trim().max(500).default('') })
  .meta({ id: 'BothLanguages' })
export type BothLanguages = z.infer<typeof BothLanguages>

/** What rules, flows and files call it: letters and digits of any script, and `_ . / + -` between them. */
export const TaughtName = z
  .string()
  .trim()
  .min(1)
  .max(80)
  .regex(/^[\p{L}\p{N}](?:[\p{L}\p{N}_./+-]*[\p{L}\p{N}])?$/u, 'has only letters, digits and _ . / + - between them')

/** `version` grows by one with each change; an edit names the one it started from. */
const kept = {
  id,
  version: z.int().positive(),
  updatedAt: z.iso.datetime(),
  /** The staff id of who changed it last; null: a pack or an import without a person. */
  updatedBy: z.string().nullable(),
}
const fromVersion = { version: z.int32().positive() }

const intent = {
  name: TaughtName,
  title: BothLanguages.default({ zh: '', en: '' }),
  /** When it is meant, and which neighbour it is not: for people who label. */
  description: BothLanguages.default({ zh: '', en: '' }),
}
export const IntentDraft = z.strictObject(intent).meta({ id: 'IntentDraft' })
export type IntentDraft = z.infer<typeof IntentDraft>
export const IntentChange = z
  .strictObject({ ...intent, ...fromVersion, archived: z.boolean().default(false) })
  .meta({ id: 'IntentChange' })
export type IntentChange = z.infer<typeof IntentChange>
/** An archived intent is neither learnt nor offered; its examples stay. `examples` counts by language. */
export const Intent = z
  .strictObject({
    ...intent,
    ...kept,
    archived: z.boolean(),
    examples: z.strictObject({ zh: z.int(), en: z.int() }),
  })
  .meta({ id: 'Intent' })
export type Intent = z.infer<typeof Intent>

/** Words of an example that name something; UTF-16 offsets, half open. `value`: what they stand for, where that is other than the words. */
export const Annotation = z
  .strictObject({
    start: z.int32().nonnegative(),
    end: z.int32().positive(),
    type: TaughtName,
    value: z.string().max(200).nullable().default(null),
    /** What it is to the whole, such as the `from` of a journey. */
    role: z.string().max(80).nullable().default(null),
  })
  .meta({ id: 'Annotation' })
export type Annotation = z.infer<typeof Annotation>

export const exampleSources = ['written', 'imported', 'labelled', 'pack'] as const
export const ExampleSource = z.enum(exampleSources).meta({ id: 'ExampleSource' })
export type ExampleSource = z.infer<typeof ExampleSource>

const example = {
  text: z.string().trim().min(1).max(longestExample),
  language: Language,
  /** Null: it says nothing of intents (only of entities or mood), or it is out of scope. */
  intentId: id.nullable().default(null),
  /** Shows what the company is not there for. */
  outOfScope: z.boolean().default(false),
  entities: z.array(Annotation).max(50).default([]),
  sentiment: z.enum(sentiments).nullable().default(null),
  emotion: z.enum(emotions).nullable().default(null),
}
type Drafted = { text: string; intentId: string | null; outOfScope: boolean; entities: Annotation[] }
const oneOfBoth = ({ intentId, outOfScope }: Drafted) => !(intentId && outOfScope)
const inOrder = ({ text, entities }: Drafted) => {
  const sorted = entities.toSorted((a, b) => a.start - b.start)
  return sorted.every(({ start, end }, at) => start < end && end <= text.length && (sorted[at - 1]?.end ?? 0) <= start)
}
const bothWrong = { path: ['outOfScope'], message: 'either of an intent or out of scope' }
const placesWrong = { path: ['entities'], message: 'lie within the text and do not overlap' }

export const ExampleDraft = z
  .strictObject(example)
  .refine(oneOfBoth, bothWrong)
  .refine(inOrder, placesWrong)
  .meta({ id: 'ExampleDraft' })
export type ExampleDraft = z.infer<typeof ExampleDraft>
export const ExampleChange = z
  .strictObject({ ...example, ...fromVersion })
  .refine(oneOfBoth, bothWrong)
  .refine(inOrder, placesWrong)
  .meta({ id: 'ExampleChange' })
export type ExampleChange = z.infer<typeof ExampleChange>
export const Example = z.strictObject({ ...example, ...kept, source: ExampleSource }).meta({ id: 'Example' })
export type Example = z.infer<typeof Example>

/** What is done to many examples at once. `unannotate` takes the annotations of one type away. */
export const ExamplesChange = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('move'), intentId: id }),
    z.strictObject({ kind: z.literal('out-of-scope') }),
    z.strictObject({ kind: z.literal('language'), language: Language }),
    z.strictObject({ kind: z.literal('unannotate'), type: TaughtName }),
    z.strictObject({ kind: z.literal('delete') }),
  ])
  .meta({ id: 'ExamplesChange' })
export type ExamplesChange = z.infer<typeof ExamplesChange>

/** The name of an entity type stays, since annotations, flows and files refer to it. */
const entityType = {
  name: TaughtName,
  title: BothLanguages.default({ zh: '', en: '' }),
  description: BothLanguages.default({ zh: '', en: '' }),
}
export const EntityTypeDraft = z.strictObject(entityType).meta({ id: 'EntityTypeDraft' })
export type EntityTypeDraft = z.infer<typeof EntityTypeDraft>
export const EntityTypeChange = z
  .strictObject({ title: entityType.title, description: entityType.description, ...fromVersion })
  .meta({ id: 'EntityTypeChange' })
export type EntityTypeChange = z.infer<typeof EntityTypeChange>
/** `annotated`: examples that show it; `words`: entries of its dictionary. */
export const EntityType = z
  .strictObject({ ...entityType, ...kept, annotated: z.int(), words: z.int(), patterns: z.int() })
  .meta({ id: 'EntityType' })
export type EntityType = z.infer<typeof EntityType>

/** One thing of a dictionary: what it is called in the company, and the other words for it. */
const entry = {
  type: TaughtName,
  value: z.string().trim().min(1).max(200),
  words: z.array(z.string().trim().min(1).max(200)).max(100).default([]),
  /** Of which messages it is true; null: of all. */
  language: Language.nullable().default(null),
}
export const DictionaryDraft = z.strictObject(entry).meta({ id: 'DictionaryDraft' })
export type DictionaryDraft = z.infer<typeof DictionaryDraft>
export const DictionaryChange = z.strictObject({ ...entry, ...fromVersion }).meta({ id: 'DictionaryChange' })
export type DictionaryChange = z.infer<typeof DictionaryChange>
export const DictionaryEntry = z.strictObject({ ...entry, ...kept }).meta({ id: 'DictionaryEntry' })
export type DictionaryEntry = z.infer<typeof DictionaryEntry>

/** A regular expression of the syntax of RE2, letters in either case. What it does not know, looking around and referring back, is refused. */
const pattern = {
  type: TaughtName,
  expression: z.string().min(1).max(300),
  note: z.string().trim().max(200).default(''),
}
export const PatternDraft = z.strictObject(pattern).meta({ id: 'PatternDraft' })
export type PatternDraft = z.infer<typeof PatternDraft>
export const PatternChange = z.strictObject({ ...pattern, ...fromVersion }).meta({ id: 'PatternChange' })
export type PatternChange = z.infer<typeof PatternChange>
export const Pattern = z.strictObject({ ...pattern, ...kept }).meta({ id: 'Pattern' })
export type Pattern = z.infer<typeof Pattern>

export const lessonFindingKinds = [
  'duplicate',
  'two-intents',
  'few-examples',
  'near-twins',
  'malformed',
  'unknown-type',
  'too-long',
] as const
/**
 * What is doubtful about what is taught or is to be imported. `duplicate`: the same text again under the same intent; `two-intents`: under
 * two; `few-examples`: too few to learn from; `near-twins`: all but the same text under two intents; `malformed`: cannot be read.
 */
export const LessonFinding = z
  .strictObject({
    kind: z.enum(lessonFindingKinds),
    /** In the file, from 1; null where it is not of a line. */
    line: z.int().positive().nullable(),
    /** Names; `""` stands for out of scope. */
    intents: z.array(z.string()),
    texts: z.array(z.string()),
    /** Of what is kept already. */
    exampleIds: z.array(z.string()),
    /** How many examples there are (few-examples), or how alike two texts are, 0–1 (near-twins). */
    number: z.number().nullable(),
    /** For `malformed`: what is wrong, in English. */
    reason: z.string().nullable(),
  })
  .meta({ id: 'LessonFinding' })
export type LessonFinding = z.infer<typeof LessonFinding>

export const lessonFormats = ['rasa', 'jsonl', 'csv'] as const
export const LessonFormat = z.enum(lessonFormats).meta({ id: 'LessonFormat' })
export type LessonFormat = z.infer<typeof LessonFormat>

const counts = { intents: z.int(), examples: z.int(), entityTypes: z.int(), dictionary: z.int(), patterns: z.int() }
/** What a file holds and what its commit would do. Nothing is changed until it is committed; it is forgotten after a day. */
export const LessonImport = z
  .strictObject({
    id,
    name: z.string(),
    format: LessonFormat,
    state: z.enum(['preview', 'committed']),
    /** What the file holds. */
    holds: z.strictObject(counts),
    /** What of it is new. */
    adds: z.strictObject(counts),
    /** Names of intents that are not there yet. */
    newIntents: z.array(z.string()),
    /** The first 500; `found` counts them all by kind. */
    findings: z.array(LessonFinding),
    found: z.record(z.string(), z.int()),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'LessonImport' })
export type LessonImport = z.infer<typeof LessonImport>

/** A set of intents, examples and dictionaries that comes with the product. */
export const StarterPack = z
  .strictObject({
    name: z.string(),
    title: BothLanguages,
    version: z.string(),
    languages: z.array(Language),
    ...counts,
    /** When it was last taken over, and how many of its intents are there now. */
    takenAt: z.iso.datetime().nullable(),
    intentsTaken: z.int(),
    /** Its intents. `isThere`: one of that name is there already; `entityTypes`: what its examples name. */
    contents: z.array(
      z.strictObject({
        name: z.string(),
        title: BothLanguages,
        isThere: z.boolean(),
        entityTypes: z.array(z.string()),
      }),
    ),
    /** What messages of it name, with how many words its dictionaries have for it. */
    entities: z.array(z.strictObject({ name: z.string(), title: BothLanguages, words: z.int() })),
  })
  .meta({ id: 'StarterPack' })
export type StarterPack = z.infer<typeof StarterPack>

export const LessonCounts = z.strictObject(counts).meta({ id: 'LessonCounts' })
export type LessonCounts = z.infer<typeof LessonCounts>
