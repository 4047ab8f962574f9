import { z } from 'zod'
import { Language } from './message.ts'
import { route } from './route.ts'
import { LessonCounts, LessonFormat, LessonImport, StarterPack } from './teaching.ts'
import { Comparison, JudgedExample, LearntVersion, Training, VersionEvaluation } from './training.ts'

const id = z.string().max(80)
const byId = z.strictObject({ id })
const at = '/api/v1/teaching'

/** What is taught is learnt by a training, which makes a version; a person releases one. Ask again to follow a training. */
export const trainingRoutes = {
  getTeaching: route({
    method: 'GET',
    path: `${at}`,
    area: 'Teaching',
    access: 'staff',
    summary: 'How things stand: what is taught, what is learnt of it, what waits for people',
    ok: z.strictObject({
      taught: LessonCounts,
      outOfScopeExamples: z.int(),
      /** Examples that say how they feel. */
      moodExamples: z.int(),
      running: LearntVersion.nullable(),
      /** What goes on, or the last that was. */
      training: Training.nullable(),
      /** Examples, dictionaries or patterns were changed since the running version learnt them; true without one. */
      changedSince: z.boolean(),
      openMessages: z.int(),
    }),
  }),
  startTraining: route({
    method: 'POST',
    path: `${at}/trainings`,
    area: 'Teaching',
    access: 'supervisor',
    summary: 'Learn what is taught, in the background. One training at a time: a running one is answered as it is',
    body: z.strictObject({ note: z.string().trim().max(500).default('') }),
    ok: Training,
    status: 202,
  }),
  listTrainings: route({
    method: 'GET',
    path: `${at}/trainings`,
    area: 'Teaching',
    access: 'staff',
    summary: 'The last 50 trainings, newest first',
    ok: z.strictObject({ trainings: z.array(Training) }),
  }),
  getTraining: route({
    method: 'GET',
    path: `${at}/trainings/:id`,
    area: 'Teaching',
    access: 'staff',
    summary: 'A training; ask again to follow it',
    params: byId,
    ok: Training,
  }),
  cancelTraining: route({
    method: 'POST',
    path: `${at}/trainings/:id/cancel`,
    area: 'Teaching',
    access: 'supervisor',
    summary: 'Stop a training; what runs stays as it is. One that is over is answered as it is',
    params: byId,
    ok: Training,
  }),
  listLearntVersions: route({
    method: 'GET',
    path: `${at}/versions`,
    area: 'Teaching',
    access: 'staff',
    summary: 'The versions with their figures, newest first',
    ok: z.strictObject({ versions: z.array(LearntVersion) }),
  }),
  releaseVersion: route({
    method: 'POST',
    path: `${at}/versions/:id/release`,
    area: 'Teaching',
    access: 'supervisor',
    summary:
      'Let a version read messages from now on, in every process. 409 where it has to be replayed first, or nobody accepted what that found: see `/api/v1/replays/{what}`; what read before may do so again at once',
    params: byId,
    ok: LearntVersion,
  }),
  rollBackVersion: route({
    method: 'POST',
    path: `${at}/versions/roll-back`,
    area: 'Teaching',
    access: 'supervisor',
    summary: 'Let the version that was released before the running one read again; without one, none does',
    ok: z.strictObject({ running: LearntVersion.nullable() }),
  }),
  removeVersion: route({
    method: 'DELETE',
    path: `${at}/versions/:id`,
    area: 'Teaching',
    access: 'supervisor',
    summary: 'Remove a version that does not run',
    params: byId,
    ok: z.null(),
    status: 204,
  }),
  getVersionEvaluation: route({
    method: 'GET',
    path: `${at}/versions/:id/evaluation`,
    area: 'Teaching',
    access: 'staff',
    summary: 'What a version gets right and wrong, by cross-validation',
    params: byId,
    ok: VersionEvaluation,
  }),
  listJudgedExamples: route({
    method: 'GET',
    path: `${at}/versions/:id/judged`,
    area: 'Teaching',
    access: 'staff',
    summary: 'The examples of one cell of the confusion matrix, or all that were read wrongly, the surest first',
    params: byId,
    query: z.strictObject({
      /** The name of an intent; an empty one: out of scope. */
      taught: z.string().max(80).optional(),
      read: z.string().max(80).optional(),
      wrong: z.stringbool().optional(),
      limit: z.coerce.number().int().min(1).max(500).default(100),
      offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
    }),
    ok: z.strictObject({ examples: z.array(JudgedExample), total: z.int() }),
  }),
  compareVersions: route({
    method: 'GET',
    path: `${at}/versions/:id/comparison`,
    area: 'Teaching',
    access: 'staff',
    summary: 'A version beside another, the running one unless said otherwise',
    params: byId,
    query: z.strictObject({ with: id.optional() }),
    ok: Comparison,
  }),
}

/** What is taught comes from files and from packs, and goes into files. */
export const lessonFileRoutes = {
  previewLessons: route({
    method: 'POST',
    path: `${at}/imports`,
    area: 'Teaching',
    access: 'supervisor',
    summary:
      'Look at a file before it is taken in, sent as the body: Rasa NLU YAML (rasa), JSON Lines (jsonl) or CSV, at most 50 MB. Nothing is changed',
    query: z.strictObject({
      name: z.string().trim().min(1).max(300),
      format: LessonFormat,
      language: Language.optional(),
    }),
    body: 'stream',
    ok: LessonImport,
    status: 201,
  }),
  getLessonImport: route({
    method: 'GET',
    path: `${at}/imports/:id`,
    area: 'Teaching',
    access: 'staff',
    summary: 'A file that was looked at',
    params: byId,
    ok: LessonImport,
  }),
  commitLessons: route({
    method: 'POST',
    path: `${at}/imports/:id/commit`,
    area: 'Teaching',
    access: 'supervisor',
    summary: 'Take in what was looked at; a second time changes nothing',
    params: byId,
    ok: LessonImport,
  }),
  discardLessons: route({
    method: 'DELETE',
    path: `${at}/imports/:id`,
    area: 'Teaching',
    access: 'supervisor',
    summary: 'Forget a file that was looked at',
    params: byId,
    ok: z.null(),
    status: 204,
  }),
  exportLessons: route({
    method: 'GET',
    path: `${at}/export`,
    area: 'Teaching',
    access: 'supervisor',
    summary: 'What is taught as a file; CSV holds the examples alone',
    query: z.strictObject({ format: LessonFormat.default('rasa') }),
    ok: z.unknown(),
    file: true,
  }),
  listPacks: route({
    method: 'GET',
    path: `${at}/packs`,
    area: 'Teaching',
    access: 'staff',
    summary: 'The starter packs, and what of them is taken over',
    ok: z.strictObject({ packs: z.array(StarterPack) }),
  }),
  takePack: route({
    method: 'POST',
    path: `${at}/packs/:name/take`,
    area: 'Teaching',
    access: 'supervisor',
    summary:
      'Take a starter pack over, whole or some intents of it with the dictionaries and patterns of what their examples name; what is there already stays as it is',
    params: z.strictObject({ name: z.string().max(80) }),
    body: z.strictObject({
      languages: z.array(Language).min(1).max(2).default(['zh', 'en']),
      /** Names; absent: all. */
      intents: z.array(z.string().max(80)).max(1000).optional(),
    }),
    ok: LessonCounts,
  }),
}
