/**
 * What a model says of examples it has not seen: the examples are dealt into folds, label by label, and each fold is
 * judged by a model of the others. What is out of scope shows in texts known or taken to be so, and in the examples of some
 * labels that a model is not told of.
 */
import type { Judged } from './calibration.ts'
import type { Chance } from './chance.ts'
import type { LabelledFeatures } from './dictionary.ts'
import { learnFamiliarity } from './familiarity.ts'
import { learnMembers, type MembersPlan } from './learn-members.ts'
import type { LearntModel } from './model.ts'
import { createScorer, type Scored } from './score-text.ts'

export type HeldOut = {
  within: Judged[]
  /** The texts that are out of scope. */
  outside: Scored[]
  /** Examples of labels that the model which judged them was not told of. */
  hidden: Scored[]
}
export type FoldsPlan = MembersPlan & {
  /** Into how many folds the examples are dealt, and how many of those are judged. */
  folds: number
  judged: number
  /** The share of the labels that each model is not told of. */
  hiddenShare: number
  /** Texts that are out of scope. With some of them, how familiar a text is worded is learnt and judged, too. */
  outOfScope: readonly LabelledFeatures[]
}

export function judgeHeldOut(examples: readonly LabelledFeatures[], plan: FoldsPlan): HeldOut {
  const { chance, folds, outOfScope } = plan
  const dealt = dealInto(folds, examples, chance)
  const labels = [...new Set(examples.map(({ label }) => label))].sort()
  const within: Judged[] = []
  const outside: Scored[] = []
  const hidden: Scored[] = []
  for (let fold = 0; fold < plan.judged; fold++) {
    const untold = someOf(labels, plan)
    const known = examples.filter(({ label }, place) => dealt[place] !== fold && !untold.has(label))
    if (known.length === 0) continue
    const model = learnMembers(known, plan)
    const score = scoring(model, { ...plan, known })
    for (const [place, { features, label }] of examples.entries()) {
      const number = model.labels.indexOf(label)
      if (dealt[place] !== fold) continue
      if (untold.has(label)) hidden.push(score(features, place))
      else if (number >= 0) within.push({ scored: score(features, place), label: number })
    }
    for (const [place, { features }] of outOfScope.entries()) outside.push(score(features, place))
  }
  return { within, outside, hidden }
}

/** A text's place decides which half of those out of scope its familiarity is learnt from: one of them by the other half. */
function scoring(model: LearntModel, { known, outOfScope, between }: FoldsPlan & { known: LabelledFeatures[] }) {
  const scorer = createScorer(model)
  const halves = [0, 1].map((side) => outOfScope.filter((_, place) => place % 2 !== side))
  const familiarities = halves.map((outside) =>
    outside.length > 0 ? learnFamiliarity({ within: known, outside }, between) : undefined,
  )
  return (features: LabelledFeatures['features'], place: number): Scored =>
    scorer.score({ features, vector: scorer.vectorOf(features) }, familiarities[place % 2])
}

/** Of every example its fold; the examples of a label are spread evenly. */
function dealInto(folds: number, examples: readonly LabelledFeatures[], chance: Chance): Int32Array {
  const order = Int32Array.from(examples, (_, place) => place)
  chance.shuffle(order)
  const next = new Map<string, number>()
  const dealt = new Int32Array(examples.length)
  for (const place of order) {
    const { label } = examples[place]!
    const fold = next.get(label) ?? chance.below(folds)
    dealt[place] = fold
    next.set(label, (fold + 1) % folds)
  }
  return dealt
}

function someOf(labels: readonly string[], { chance, hiddenShare }: FoldsPlan): Set<string> {
  const order = Int32Array.from(labels, (_, place) => place)
  chance.shuffle(order)
  return new Set([...order.subarray(0, Math.round(labels.length * hiddenShare))].map((place) => labels[place]!))
}
