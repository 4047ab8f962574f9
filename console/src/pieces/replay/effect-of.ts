import type { ReplayGroup } from '@lingxi/contract/replay'
import { useTranslation } from 'react-i18next'

/** What a kind of change means for customers, and in how many turns, in the reader's language. */
export function useEffectOf() {
  const { t } = useTranslation()
  const nothing = t('replay.nothing')
  return ({ kind, turns, before, after }: ReplayGroup): string => {
    const effect = t(`replay.effects.${kind === 'flow' ? flowEffect(before, after) : kind}`, {
      before: before ?? nothing,
      after: after ?? nothing,
      interpolation: { escapeValue: false },
    })
    return `${t('replay.turns', { count: turns })} ${effect}`
  }
}

function flowEffect(before: string | null, after: string | null): 'flow' | 'flowGained' | 'flowLost' {
  if (after === null) return 'flowLost'
  return before === null ? 'flowGained' : 'flow'
}
