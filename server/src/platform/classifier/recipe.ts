/**
 * How a model is learnt, by how many labels there are. Many labels are matters: few words tell one from all others, and
 * networks see what they have in common. Few labels are moods: every word tells a little of each, and weighing words by
 * their labels before learning from the same labels only misleads.
 */
export type Recipe = {
  /** What a model is made of, in this order. */
  kinds: readonly ('linear' | 'hidden')[]
  /** Whether features count by what they tell of the labels, or by how rare they are. */
  weighing: 'labels' | 'rarity'
  costs: Costs
}
/**
 * What an error costs beside the length of the weights: at the other labels' texts, and how many times that at the label's
 * own, which are fewer: always `own` times, or by how much fewer they are to the power of `rarity`.
 */
export type Costs = { others: number; own: number; rarity: number }

const fewLabels = 8
const ofMatters: Recipe = {
  kinds: ['linear', 'hidden', 'hidden', 'hidden'],
  weighing: 'labels',
  costs: { others: 0.7, own: 5, rarity: 0 },
}
const ofMoods: Recipe = { kinds: ['linear'], weighing: 'rarity', costs: { others: 0.3, own: 1, rarity: 0.5 } }

export const recipeFor = (labels: number): Recipe => (labels < fewLabels ? ofMoods : ofMatters)

export const passes = { linear: 7, hidden: 12 } as const
export const passesOf = ({ kinds }: Recipe) => kinds.reduce((sum, kind) => sum + passes[kind], 0)
