/** What was learnt about each way to go on: a linear model of its reward over what holds for a message. */
export const arms = ['answer', 'offer', 'clarify', 'begin', 'hand-over'] as const
/** Answer straight, answer and offer a person, ask which is meant, begin the flow, give it to a person. */
export type Arm = (typeof arms)[number]

/** Each 0–1. */
export const featureNames = [
  'bias',
  'knowledge',
  'clarification',
  'flow',
  'guess',
  'unknowns',
  'anger',
  'pressing',
  'length',
  'chinese',
  'strange',
  'repeated',
] as const
export type FeatureName = (typeof featureNames)[number]
export type Features = Record<FeatureName, number>

/** Of a linear model: the sum of x·xᵀ (a row each) and of x times reward, the prior's in both. */
export type ArmModel = { precision: number[][]; weighted: number[] }
/** `version` 0 is what the product comes with. `spread`: how wide rewards scatter, in units of reward. */
export type Learnt = { version: number; spread: number; arms: Record<Arm, ArmModel> }

/** One turn whose outcome is known. `propensity`: how probable the choice was when it was made. */
export type Sample = {
  features: Features
  arms: Arm[]
  chosen: Arm
  propensity: number
  /** 0–1. */
  reward: number
}

export const vectorOf = (features: Partial<Features>): number[] => featureNames.map((name) => features[name] ?? 0)

/** As sure of the prior as if it had seen so many messages. */
const priorStrength = 20
/** What each way is expected to bring: before anything is learnt, the way that was weighed highest is best. */
const priorMeans: Record<Arm, Partial<Features>> = {
  answer: { knowledge: 1, unknowns: -0.2, repeated: -0.05 },
  offer: { bias: -0.08, knowledge: 1, unknowns: -0.05, repeated: 0.05 },
  clarify: { clarification: 1 },
  begin: { flow: 1 },
  'hand-over': { bias: 0.2, unknowns: 0.3, repeated: 0.1 },
}

/** What the product comes with. */
export function shippedLearnt(): Learnt {
  const modelOf = (arm: Arm): ArmModel => ({
    precision: featureNames.map((_, row) => featureNames.map((__, column) => (row === column ? priorStrength : 0))),
    weighted: vectorOf(priorMeans[arm]).map((mean) => mean * priorStrength),
  })
  return {
    version: 0,
    spread: 0.4,
    arms: Object.fromEntries(arms.map((arm) => [arm, modelOf(arm)])) as Learnt['arms'],
  }
}

/** What is known after these outcomes, in whatever order they come. */
export function learn(prior: Learnt, samples: readonly Sample[]): Learnt {
  const posterior = structuredClone({ ...prior, version: prior.version + 1 })
  for (const { features, chosen, reward } of samples) {
    const { precision, weighted } = posterior.arms[chosen]
    const x = vectorOf(features)
    for (const [row, one] of x.entries()) {
      weighted[row]! += reward * one
      for (const [column, other] of x.entries()) precision[row]![column]! += one * other
    }
  }
  return posterior
}
