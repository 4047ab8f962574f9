/** Examples become a model in bytes: held-out judgements first, for how sure and what is out of scope, then all examples. */
import { fitCalibration, probabilitiesOf } from './calibration.ts'
import { createChance } from './chance.ts'
import { type HeldOut, judgeHeldOut } from './cross-validation.ts'
import type { LabelledFeatures } from './dictionary.ts'
import { learnFamiliarity } from './familiarity.ts'
import { learnMembers } from './learn-members.ts'
import type { Calibration, ClassifierModel, ScopeModel } from './model.ts'
import { packModel } from './pack-model.ts'
import { passes, passesOf, recipeFor } from './recipe.ts'
import {
  fewestLessons,
  fitScope,
  fitScopeOfTaken,
  guessOutShare,
  type ScopeLessons,
  signCount,
  signsOf,
} from './scope.ts'
import type { Scored } from './score-text.ts'
import { featuresOf } from './text-features.ts'

export type Example = { text: string; label: string }
export type TrainingOptions = {
  /** The same examples in the same order and the same seed give the same bytes. */
  seed: number
  /** More examples; what is learnt from them counts as much. */
  development?: readonly Example[] | undefined
  /** The label of texts that are about none of the others. */
  outOfScopeLabel?: string | undefined
  /**
   * Texts that are probably about none of the labels, from anywhere: what is out of scope is learnt from them, too, where
   * fewer than 20 are known to be so. Of those that look like a label's the learner makes up its own mind.
   */
  strangers?: readonly string[] | undefined
  /** How many of the texts to come are out of scope, 0–1: moves where `inScope` is a half. */
  outOfScopeShare?: number | undefined
  /** How much of the work is done, 0–1. */
  onProgress?: ((done: number) => void) | undefined
  /** Asked between passes: whether to stop. */
  shouldStop?: (() => boolean) | undefined
}
export type Trained = { outcome: 'trained'; model: Uint8Array; labels: string[] }
export type TrainingResult = Trained | { outcome: 'stopped' } | { outcome: 'nothing-to-learn' }

/** Unwinds the learners; never leaves `trainClassifier`. */
class Stopped extends Error {}

export function trainClassifier(given: readonly Example[], options: TrainingOptions): TrainingResult {
  const examples = [...given, ...(options.development ?? [])].map(({ text, label }) => ({
    features: featuresOf(text),
    label,
  }))
  const within = examples.filter(({ label }) => label !== options.outOfScopeLabel)
  const outside = examples.filter(({ label }) => label === options.outOfScopeLabel)
  if (within.length === 0) return { outcome: 'nothing-to-learn' }
  try {
    const strangers = (options.strangers ?? []).map((text) => ({ features: featuresOf(text), label: '' }))
    const model = learn({ within, outside, strangers }, options)
    return { outcome: 'trained', model: packModel(model), labels: model.labels }
  } catch (error) {
    if (error instanceof Stopped) return { outcome: 'stopped' }
    throw error
  }
}

type Sides = { within: LabelledFeatures[]; outside: LabelledFeatures[]; strangers: LabelledFeatures[] }

function learn(sides: Sides, options: TrainingOptions): ClassifierModel {
  const { within } = sides
  const { folds, judged: counted } = foldsFor(within.length)
  const hiding = hidingFor(sides, folds)
  const strange = strangeOf(sides)
  const recipe = recipeFor(new Set(within.map(({ label }) => label)).size)
  const ofFamiliarity = strange.length > 0 ? (2 * (hiding || counted) + 1) * passes.linear : 0
  const between = counting(options, (counted + hiding + 1) * passesOf(recipe) + ofFamiliarity)
  const plan = { recipe, chance: createChance(options.seed), between }
  const once = { ...plan, folds, judged: counted, hiddenShare: 0 }
  const judged = judgeHeldOut(within, { ...once, outOfScope: hiding > 0 ? [] : strange })
  const calibration = fitCalibration(judged.within, recipe)
  const blind =
    hiding > 0 ? judgeHeldOut(within, { ...once, judged: hiding, hiddenShare, outOfScope: strange }) : judged
  const scope = decideScope(scopeLessons(blind, calibration), sides, options)
  const learnt = learnMembers(within, plan)
  const isFamiliar = scope.centres.length > signCount
  const familiarity = isFamiliar ? learnFamiliarity({ within, outside: strange }, between) : undefined
  options.onProgress?.(1)
  return { ...learnt, calibration, scope, familiarity }
}

/** Of the labels, this share is not told to a model that shall show how strange texts look. */
const hiddenShare = 0.25
const enoughOutside = 20

/** What is known to be out of scope, or else what else there is; none where that is too little. */
function strangeOf({ outside, strangers }: Sides): LabelledFeatures[] {
  const strange = outside.length >= enoughOutside ? outside : [...outside, ...strangers]
  return strange.length < fewestLessons ? [] : strange
}

/** So many strange texts are expected at least, and so many at most: who teaches many gets many, most teach fewer than they get. */
const usualShare = 0.035
const largestShare = 0.1
const seldomTaught = 2
/** Fewer where texts are only taken to be strange. */
const takenShare = 0.02

function decideScope(lessons: ScopeLessons, { within, outside }: Sides, options: TrainingOptions): ScopeModel {
  if (outside.length >= enoughOutside || lessons.hidden.length === 0) {
    const taught = seldomTaught * (outside.length / (outside.length + within.length))
    const share = options.outOfScopeShare ?? Math.min(largestShare, Math.max(usualShare, taught))
    return fitScope(lessons, { outside: share, hidden: 0 })
  }
  const hidden = options.outOfScopeShare ?? guessOutShare(within.map(({ features }) => features))
  if (lessons.outside.length === 0) return fitScope(lessons, { outside: 0, hidden })
  return fitScopeOfTaken(lessons, { outside: (1 - hidden) * takenShare, hidden })
}

/** Into how many folds examples are dealt, and how many of those are judged: of many examples a part says enough. */
function foldsFor(examples: number): { folds: number; judged: number } {
  if (examples < 2) return { folds: 0, judged: 0 }
  const folds = Math.min(5, examples)
  if (examples < 2_000) return { folds, judged: folds }
  return { folds, judged: examples < 6_000 ? 2 : 1 }
}

/** How many models are not told of some labels: none where strange texts are known, or where there is nothing to hide. */
function hidingFor({ within, outside }: Sides, folds: number): number {
  const labels = new Set(within.map(({ label }) => label)).size
  if (outside.length >= enoughOutside || labels < 4) return 0
  return within.length < 2_000 ? folds : 1
}

function scopeLessons({ within, outside, hidden }: HeldOut, calibration: Calibration): ScopeLessons {
  const signs = (scored: Scored) => signsOf(scored, probabilitiesOf(scored, calibration))
  return {
    within: within.map(({ scored }) => signs(scored)),
    outside: outside.map(signs),
    hidden: hidden.map(signs),
  }
}

function counting({ onProgress, shouldStop }: TrainingOptions, passes: number): () => void {
  let begun = 0
  return () => {
    if (shouldStop?.()) throw new Stopped('Training was stopped')
    onProgress?.(Math.min(1, begun++ / passes))
  }
}
