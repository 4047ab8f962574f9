/** An invented world: what each way brings for a message is known, so that what is learnt can be held against it. */
import { createChance, normal } from './chance.ts'
import { type Candidate } from './off-policy.ts'
import { choose, probabilitiesOf } from './choose.ts'
import { type Arm, type Features, featureNames, type Sample } from './learnt.ts'

export const offered: Arm[] = ['answer', 'offer', 'clarify']

/** The expected reward, 0–1. Clarifying is worth it where the flows are close and knowledge is thin. */
export function worthOf(arm: Arm, { knowledge, clarification, unknowns }: Features): number {
  if (arm === 'clarify') return 0.25 + 0.6 * clarification * (1 - knowledge)
  if (arm === 'offer') return 0.2 + 0.3 * knowledge + 0.35 * unknowns
  return 0.1 + 0.7 * knowledge - 0.2 * unknowns
}

export function messageOf(chance: () => number): Features {
  const none = Object.fromEntries(featureNames.map((name) => [name, 0])) as Features
  return { ...none, bias: 1, knowledge: chance(), clarification: chance(), unknowns: chance() < 0.3 ? 0.33 : 0 }
}

export const best = (features: Features) => Math.max(...offered.map((arm) => worthOf(arm, features)))

/** What came of a way, around what it is worth. */
export const rewardIn = (arm: Arm, features: Features, chance: () => number) =>
  Math.min(1, Math.max(0, worthOf(arm, features) + 0.15 * normal(chance)))

/** The log of a policy that ran for so many messages. */
export function logOf(running: Candidate, messages: number, seed: string): Sample[] {
  const chance = createChance(seed)
  return Array.from({ length: messages }, (_, at) => {
    const features = messageOf(chance)
    const { chosen, propensity } = choose(running, { arms: offered, features, seed: `${seed}:${at}` })
    const arm = chosen as Arm
    return { features, arms: offered, chosen: arm, propensity, reward: rewardIn(arm, features, chance) }
  })
}

/** What a policy brings in truth, over many messages that no log holds. */
export function truthOf(candidate: Candidate, messages = 20_000): number {
  const chance = createChance('truth')
  let sum = 0
  for (let at = 0; at < messages; at += 1) {
    const features = messageOf(chance)
    const probabilities = probabilitiesOf(candidate, { arms: offered, features })
    for (const [place, arm] of offered.entries()) sum += probabilities[place]! * worthOf(arm, features)
  }
  return sum / messages
}
