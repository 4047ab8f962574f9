/** How what is taught is learnt: trainings, versions with their figures, and what a version gets right and wrong. */
import { z } from 'zod'

const id = z.string().max(80)
const share = z.number().min(0).max(1)
/** Null where nothing of the kind was taught. */
const figure = share.nullable()

export const trainingSteps = ['waiting', 'reading', 'judging', 'learning', 'keeping'] as const
export const trainingStates = ['running', 'done', 'failed', 'cancelled'] as const
/** `interrupted`: its process ended and another took it up again. */
export const trainingFailures = ['nothing-taught', 'one-intent', 'too-large', 'interrupted', 'broken'] as const

/** `done` is the share of the whole, 0–1. */
export const Training = z
  .strictObject({
    id,
    state: z.enum(trainingStates),
    step: z.enum(trainingSteps),
    done: share,
    /** Why it failed. */
    failure: z.enum(trainingFailures).nullable(),
    /** The version it made. */
    versionId: id.nullable(),
    startedBy: z.string().nullable(),
    startedAt: z.iso.datetime(),
    endedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Training' })
export type Training = z.infer<typeof Training>

/**
 * From cross-validation: each example was read by a model that had not seen it. `accuracy` counts out of scope as an intent;
 * `calibrationError` is the expected calibration error (Guo et al. 2017), lower is better. Null: nothing of the kind is taught,
 * or it has not been judged yet.
 */
export const VersionFigures = z
  .strictObject({
    accuracy: figure,
    macroF1: figure,
    inScopeAccuracy: figure,
    outOfScopeRecall: figure,
    calibrationError: figure,
    entityF1: figure,
    sentimentAccuracy: figure,
    emotionMacroF1: figure,
  })
  .meta({ id: 'VersionFigures' })
export type VersionFigures = z.infer<typeof VersionFigures>

export const LearntVersion = z
  .strictObject({
    id,
    /** Counts from 1. */
    number: z.int().positive(),
    /** Whether it reads messages now. */
    running: z.boolean(),
    note: z.string().max(500),
    taught: z.strictObject({ intents: z.int(), examples: z.int(), entityTypes: z.int() }),
    figures: VersionFigures,
    bytes: z.int(),
    /** How long it was learnt, without the evaluation. */
    seconds: z.number(),
    createdAt: z.iso.datetime(),
    createdBy: z.string().nullable(),
    releasedAt: z.iso.datetime().nullable(),
    releasedBy: z.string().nullable(),
  })
  .meta({ id: 'LearntVersion' })
export type LearntVersion = z.infer<typeof LearntVersion>

/** `name` is "" for out of scope, of messages that were taught as such. */
export const ClassFigures = z
  .strictObject({ name: z.string(), precision: share, recall: share, f1: share, count: z.int() })
  .meta({ id: 'ClassFigures' })
export type ClassFigures = z.infer<typeof ClassFigures>

/** How often what was taught as `taught` was read as `read`; "" is out of scope. Pairs that never met are left out. */
export const Confusion = z
  .strictObject({ taught: z.string(), read: z.string(), count: z.int().positive() })
  .meta({ id: 'Confusion' })
export type Confusion = z.infer<typeof Confusion>

/** Of the messages whose probability lay in `from`–`to`: how sure it was on average, and how often it was right. */
export const CalibrationBin = z
  .strictObject({ from: share, to: share, count: z.int(), confidence: share, accuracy: share })
  .meta({ id: 'CalibrationBin' })
export type CalibrationBin = z.infer<typeof CalibrationBin>

/** What comes of calling out of scope whatever is at least so probable to be. */
export const OutOfScopePoint = z
  .strictObject({ threshold: share, inScopeAccuracy: share, outOfScopeRecall: figure, wronglyRefused: share })
  .meta({ id: 'OutOfScopePoint' })
export type OutOfScopePoint = z.infer<typeof OutOfScopePoint>

export const VersionEvaluation = z
  .strictObject({
    versionId: id,
    /** 0: it has not been judged yet. */
    folds: z.int(),
    /** How many examples were read. */
    examples: z.int(),
    figures: VersionFigures,
    intents: z.array(ClassFigures),
    confusions: z.array(Confusion),
    calibration: z.array(CalibrationBin),
    outOfScope: z.array(OutOfScopePoint),
    /** The threshold at work. */
    threshold: share,
    entities: z.array(ClassFigures),
    sentiments: z.array(ClassFigures),
    emotions: z.array(ClassFigures),
  })
  .meta({ id: 'VersionEvaluation' })
export type VersionEvaluation = z.infer<typeof VersionEvaluation>

/** How one example was read by a model that had not seen it. */
export const JudgedExample = z
  .strictObject({
    /** Of an example that may be changed or gone since. */
    exampleId: z.string(),
    text: z.string(),
    taught: z.string(),
    read: z.string(),
    probability: share,
    outOfScope: share,
  })
  .meta({ id: 'JudgedExample' })
export type JudgedExample = z.infer<typeof JudgedExample>

/** One version beside another, on the examples that both were judged on. */
export const Comparison = z
  .strictObject({
    versionId: id,
    withVersionId: id,
    examples: z.int(),
    accuracy: share,
    withAccuracy: share,
    /** McNemar's exact test, two-sided (McNemar 1947): how probable so uneven a difference is by chance. */
    chance: share,
    /** The largest changes first. */
    intents: z.array(z.strictObject({ name: z.string(), recall: share, withRecall: share, count: z.int() })),
    mended: z.int(),
    broken: z.int(),
    /** At most 200 that only one of them reads right. */
    changed: z.array(z.strictObject({ text: z.string(), taught: z.string(), read: z.string(), withRead: z.string() })),
  })
  .meta({ id: 'Comparison' })
export type Comparison = z.infer<typeof Comparison>
