/** The models of sentiment and emotion that come with the product, learnt from its own examples; judged by cross-validation. */
import { readFileSync, writeFileSync } from 'node:fs'
import { learnLessons } from '../../server/src/capabilities/understanding/learning/learn.ts'
import { shippedMoods } from '../../server/src/capabilities/understanding/moods/shipped-moods.ts'
import { readMoodLessons } from '../../server/src/capabilities/understanding/moods/shipped-lessons.ts'

const seed = 1

/** `write` keeps what was learnt where the product reads it. */
export function learnMoods({ write }: { write: boolean }) {
  const lessons = { examples: readMoodLessons(), dictionary: [], patterns: [] }
  const learnt = learnLessons(lessons, { seed, reading: () => performance.now() })
  if (learnt.outcome !== 'learnt') throw new Error(`Nothing was learnt: ${learnt.outcome}`)
  if (write) writeFileSync(shippedMoods, learnt.artefact)
  const isKept = Buffer.compare(readFileSync(shippedMoods), learnt.artefact) === 0
  const { sentimentAccuracy, emotionMacroF1 } = learnt.evaluation.figures
  return {
    examples: lessons.examples.length,
    sentimentAccuracy,
    emotionMacroF1,
    modelKb: Math.round(learnt.artefact.length / 1000),
    isKept,
  }
}
