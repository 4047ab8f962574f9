/** Which lessons each learner is given: bounded, so that a large set is learnt in bounded time. The same seed, the same choice. */
import type { Example } from '#platform/classifier'
import type { TaggerExample } from '#platform/tagger'
import { readMoodLessons } from '../moods/shipped-lessons.ts'
import { normalise } from '../surface/read-surface.ts'
import { createChance, sampleOf } from './folds.ts'
import type { LessonExample, Lessons } from './lessons.ts'

/** About a second of learning for each thousand. */
export const limits = { learnt: 60_000, judged: 15_000, tagged: 20_000, taggedJudged: 4_000, shown: 20_000 } as const
const mostShownOfIntent = 30

/** The label of what is out of scope; no intent is called so, since a name has no space. */
export const outOfScopeLabel = 'out of scope'

/** In the spelling in which messages are read, see understanding. */
export type LabelledLesson = Example & { id: string; said: string }
export type TaggedLesson = TaggerExample & { id: string }
export type LessonSets = {
  intents: LabelledLesson[]
  entities: TaggedLesson[]
  sentiment: LabelledLesson[]
  emotion: LabelledLesson[]
  strangers: string[]
  shown: { text: string; intent: string }[]
}

export function lessonSets({ examples, strangers = [] }: Lessons, seed: number): LessonSets {
  const labelled = (
    given: readonly LessonExample[],
    labelOf: (example: LessonExample) => string | null,
  ): LabelledLesson[] => {
    const some = given.flatMap((example) => {
      const label = labelOf(example)
      return label === null ? [] : [{ example, label }]
    })
    const chosen = sampleOf(some, ({ label }) => label, { most: limits.learnt, chance: createChance(seed) })
    return chosen.flatMap(({ example: { id, text }, label }) => {
      const { text: spelt } = normalise(text)
      return spelt === '' ? [] : [{ id, said: text, text: spelt, label }]
    })
  }
  /**
   * A company's own labels are learnt beside the product's, and count where both say something of the same text; without any,
   * the models that are shipped stay.
   */
  const withShipped = (labelOf: (example: LessonExample) => string | null): LabelledLesson[] => {
    const own = labelled(examples, labelOf)
    if (own.length === 0) return []
    // A text of both counts as the company has it, and once: learnt from and held out at the same time, it would flatter.
    const texts = new Set(own.map(({ text }) => text))
    return [...own, ...labelled(readMoodLessons(), labelOf).filter(({ text }) => !texts.has(text))]
  }
  const intents = labelled(examples, ({ intent, outOfScope }) => (outOfScope ? outOfScopeLabel : intent))
  // What the company taught itself is no stranger, and is not learnt from while it is held out.
  const own = new Set(intents.map(({ text }) => text))
  return {
    intents,
    entities: taggedLessons(examples, seed),
    sentiment: withShipped(({ sentiment }) => sentiment),
    emotion: withShipped(({ emotion }) => emotion),
    strangers: strangers.map((text) => normalise(text).text).filter((text) => text !== '' && !own.has(text)),
    shown: shownLessons(intents),
  }
}

/** Texts with something marked, and up to twice as many in which nothing is: what is not marked is taken to name nothing. */
function taggedLessons(examples: LessonExample[], seed: number): TaggedLesson[] {
  const all: TaggedLesson[] = examples.map(({ id, text, entities }) => ({ id, text, spans: entities }))
  const marked = all.filter(({ spans }) => spans.length > 0)
  if (marked.length === 0) return []
  const chance = createChance(seed)
  const some = sampleOf(marked, () => '', { most: limits.tagged, chance })
  const bare = all.filter(({ spans }) => spans.length === 0)
  return [...some, ...sampleOf(bare, () => '', { most: some.length * 2, chance })]
}

function shownLessons(intents: LabelledLesson[]) {
  const ofIntents = intents.filter(({ label }) => label !== outOfScopeLabel)
  const some = [...Map.groupBy(ofIntents, ({ label }) => label).values()].flatMap((each) =>
    each.slice(0, mostShownOfIntent),
  )
  return some.slice(0, limits.shown).map(({ said, label }) => ({ text: said, intent: label }))
}
