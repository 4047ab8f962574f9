import type { EvaluationFigures, Verdict } from '@lingxi/contract/evaluation'
import { useTranslation } from 'react-i18next'
import type { Tone } from '../../ui/badge.tsx'

export const verdictTones: Record<Verdict, Tone> = {
  correct: 'accent',
  declined: 'accent',
  missed: 'warm',
  wrong: 'danger',
}
export const isGood = (verdict: Verdict) => verdict === 'correct' || verdict === 'declined'
export const percent = (share: number | null) => (share === null ? '–' : `${Math.round(share * 100)}%`)

export function FiguresShown({ figures }: { figures: EvaluationFigures }) {
  const { t } = useTranslation()
  const shown = [
    [t('evaluation.precision'), percent(figures.precision)],
    [t('evaluation.coverage'), percent(figures.coverage)],
    ...(['correct', 'declined', 'missed', 'wrong'] as const).map((verdict) => [
      t(`evaluation.verdicts.${verdict}`),
      String(figures[verdict]),
    ]),
  ]
  return (
    <dl className="flex flex-wrap gap-x-6 gap-y-2">
      {shown.map(([name, value]) => (
        <div key={name}>
          <dt className="text-xs text-ink-faint">{name}</dt>
          <dd className="font-medium tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
