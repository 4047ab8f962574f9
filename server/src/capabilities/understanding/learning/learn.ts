/** Lessons become an artefact and a judgement of it. Synchronous, and so for a thread; the same lessons and seed give the same. */
import { trainClassifier } from '#platform/classifier'
import { trainTagger } from '#platform/tagger'
import { type ModelName, packArtefact } from './artefact.ts'
import { type Judgement, judgeLessons, LearningStopped } from './judge.ts'
import { type LabelledLesson, type LessonSets, lessonSets, outOfScopeLabel } from './lesson-sets.ts'
import type { Lessons } from './lessons.ts'

export type LearningStep = 'judging' | 'learning'
/** `seconds`: of the learning alone. */
export type LearntModels = { artefact: Uint8Array; seconds: number }
export type LearnOptions = {
  seed: number
  /** What is learnt, before it is judged: judging takes longer than learning. */
  onLearnt?: ((learnt: LearntModels) => void) | undefined
  /** `done`: the share of all of the work, 0–1. */
  onProgress?: ((progress: { step: LearningStep; done: number }) => void) | undefined
  /** Asked every now and then, after some seconds at most. */
  shouldStop?: (() => boolean) | undefined
}
export type LearnOutcome =
  | ({ outcome: 'learnt' } & LearntModels & Judgement)
  | { outcome: 'nothing-taught' | 'one-intent' | 'stopped' }

/** Judging learns again for each fold. */
const shareOfJudging = 0.8

/** `reading`: milliseconds, for durations. */
export function learnLessons(lessons: Lessons, options: LearnOptions & { reading: () => number }): LearnOutcome {
  try {
    return learnAndJudge(lessons, options)
  } catch (error) {
    if (error instanceof LearningStopped) return { outcome: 'stopped' }
    throw error
  }
}

function learnAndJudge(lessons: Lessons, options: LearnOptions & { reading: () => number }): LearnOutcome {
  const { seed, onProgress, onLearnt, shouldStop = () => false, reading } = options
  const sets = lessonSets(lessons, seed)
  const wrong = tooLittle(lessons, sets)
  if (wrong) return { outcome: wrong }
  const begun = reading()
  const models = learnModels(sets, {
    seed,
    shouldStop,
    onProgress: (done) => onProgress?.({ step: 'learning', done: done * (1 - shareOfJudging) }),
  })
  const { dictionary, patterns } = lessons
  const artefact = packArtefact({ models, dictionary, patterns, shown: sets.shown })
  const learnt = { artefact, seconds: (reading() - begun) / 1000 }
  onLearnt?.(learnt)
  const judging = (done: number) => onProgress?.({ step: 'judging', done: 1 - shareOfJudging * (1 - done) })
  return { outcome: 'learnt', ...learnt, ...judgeLessons(sets, { seed, shouldStop, onProgress: judging }) }
}

/** One intent alone cannot be told from anything. */
function tooLittle({ dictionary, patterns }: Lessons, { intents, entities, sentiment, emotion }: LessonSets) {
  const labels = new Set(intents.map(({ label }) => label))
  if (labels.size === 1) return 'one-intent'
  const others = entities.length + sentiment.length + emotion.length + dictionary.length + patterns.length
  return labels.size + others === 0 ? 'nothing-taught' : undefined
}

type ModelOptions = { seed: number; onProgress: (done: number) => void; shouldStop: () => boolean }

function learnModels(
  sets: LessonSets,
  { seed, onProgress, shouldStop }: ModelOptions,
): Partial<Record<ModelName, Uint8Array>> {
  const models: Partial<Record<ModelName, Uint8Array>> = {}
  const classifiers = ['intents', 'sentiment', 'emotion'] as const
  const whole = sets.intents.length + sets.sentiment.length + sets.emotion.length + sets.entities.length * 4 || 1
  let before = 0
  const told = (weight: number) => {
    const from = before
    before += weight
    return (done: number) => onProgress((from + done * weight) / whole)
  }
  for (const name of classifiers) {
    const lessons: LabelledLesson[] = sets[name]
    const outside = name === 'intents' ? { outOfScopeLabel, strangers: sets.strangers } : {}
    const trained = trainClassifier(lessons, { seed, onProgress: told(lessons.length), shouldStop, ...outside })
    if (trained.outcome === 'stopped') throw new LearningStopped()
    if (trained.outcome === 'trained') models[name] = trained.model
  }
  if (sets.entities.length === 0) return models
  const tagger = trainTagger(sets.entities, { seed, onProgress: told(sets.entities.length * 4), isStopped: shouldStop })
  if (tagger.outcome === 'stopped') throw new LearningStopped()
  if (tagger.outcome === 'trained') models.entities = tagger.bytes
  return models
}
