/** How often each way was taken and how it ended, told for all messages and for those of which something holds. */
import {
  type ChoiceContext,
  choiceContexts,
  type ChoicesTold,
  endings,
  type WayTold,
  ways,
} from '@lingxi/contract/choosing'
import type { ChoiceGroup } from './choices-store.ts'

const belongs: Record<ChoiceContext, (group: ChoiceGroup) => boolean> = {
  all: () => true,
  zh: ({ chinese }) => chinese,
  en: ({ chinese }) => !chinese,
  again: ({ again }) => again,
  close: ({ close }) => close,
  strange: ({ strange }) => strange,
}

export const tellChoices = (groups: readonly ChoiceGroup[]): ChoicesTold => ({
  contexts: choiceContexts.map((context) => {
    const here = groups.filter(belongs[context])
    return {
      context,
      ways: ways.map((way) =>
        tell(
          way,
          here.filter(({ chosen }) => chosen === way),
        ),
      ),
    }
  }),
})

function tell(way: WayTold['way'], groups: readonly ChoiceGroup[]): WayTold {
  const settled = groups.filter((group) => group.settled)
  const known = counted(settled)
  const reward = settled.reduce((sum, each) => sum + each.reward, 0)
  const endingOf = (ending: (typeof endings)[number]) => counted(groups.filter((group) => group.ending === ending))
  return {
    way,
    taken: counted(groups),
    known,
    // A sum of many fractions may come out a hair beyond.
    reward: known === 0 ? null : Math.min(1, Math.max(0, reward / known)),
    endings: Object.fromEntries(endings.map((ending) => [ending, endingOf(ending)])) as WayTold['endings'],
    back: counted(groups.filter(({ back }) => back)),
  }
}

const counted = (groups: readonly ChoiceGroup[]) => groups.reduce((sum, { count }) => sum + count, 0)
