/**
 * Texts into labels, learnt from examples without a pretrained model. Promises: the same examples and seed give the same
 * model; probabilities are calibrated on examples that were held out and add up to one; whether a text is about any of the
 * labels is an answer of its own; every answer can say which words it rests on. Neither an odd text nor broken bytes throw.
 * Training takes about a second per 1,000 examples and holds the thread, which a server gives it. Classifying takes
 * some tenths of a millisecond; of a text longer than 8,192 UTF-16 code units the beginning is read.
 */
import { becauseOf, type Reason } from './because.ts'
import { probabilitiesOf } from './calibration.ts'
import type { LinearMember } from './model.ts'
import { unpackModel, type Unreadable } from './pack-model.ts'
import { inScopeProbability, signsOf } from './scope.ts'
import { createScorer } from './score-text.ts'

export type { Reason } from './because.ts'
export type { Unreadable } from './pack-model.ts'
export {
  type Example,
  trainClassifier,
  type Trained,
  type TrainingOptions,
  type TrainingResult,
} from './train-classifier.ts'

export type Classified = {
  /** Every label with its probability if the text is about any of them, best first; they add up to one. */
  labels: { label: string; probability: number }[]
  /** How probable it is that the text is about any of the labels. */
  inScope: number
  /** The words and pieces of the text that speak most for a label, the strongest first; none for an unknown label. */
  because(label: string): Reason[]
}
export type Classifier = { labels: readonly string[]; classify(text: string): Classified }
export type Opened = { outcome: 'opened'; classifier: Classifier } | Unreadable

/** Reads what `trainClassifier` gave. The bytes are kept and must not be changed. */
export function openClassifier(bytes: Uint8Array): Opened {
  const unpacked = unpackModel(bytes)
  if (unpacked.outcome !== 'opened') return unpacked
  const { model } = unpacked
  const scorer = createScorer(model)
  const linear = model.members[0] as LinearMember
  const classify = (text: string): Classified => {
    const read = scorer.read(text)
    const scored = scorer.score(read, model.familiarity)
    const probabilities = probabilitiesOf(scored, model.calibration)
    const labels = model.labels.map((label, number) => ({ label, probability: probabilities[number]! }))
    labels.sort((one, other) => other.probability - one.probability)
    return {
      labels,
      inScope: inScopeProbability(signsOf(scored, probabilities), model.scope),
      because(label) {
        const number = model.labels.indexOf(label)
        return becauseOf(linear, { text, ...read, find: scorer.find, label: number })
      },
    }
  }
  return { outcome: 'opened', classifier: { labels: model.labels, classify } }
}
