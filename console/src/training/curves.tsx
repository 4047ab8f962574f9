import type { VersionEvaluation } from '@lingxi/contract/training'
import { useTranslation } from 'react-i18next'
import { Plot } from './plot.tsx'
import { finePercent } from '../ui/fine-percent.ts'

/** Whether "90 % sure" is right nine times in ten, and what is won and lost by calling more out of scope. */
export function Curves({ evaluation }: { evaluation: VersionEvaluation }) {
  const { t } = useTranslation()
  const { calibration, outOfScope, threshold } = evaluation
  const bins = calibration.filter(({ count }) => count > 0)
  const hasOutside = outOfScope.some(({ outOfScopeRecall }) => outOfScopeRecall !== null)
  return (
    <div className="grid gap-8 lg:grid-cols-2">
      {bins.length > 0 && (
        <Plot
          title={t('training.calibration')}
          text={t('training.calibrationText')}
          axes={{ x: t('training.sureness'), y: t('training.rightness') }}
          diagonal
          lines={[
            {
              name: t('training.rightness'),
              colour: 'var(--accent)',
              points: bins.map(({ confidence, accuracy }) => [confidence, accuracy] as const),
            },
          ]}
          rows={{
            head: [t('training.sureness'), t('training.rightness'), t('training.columns.count')],
            body: bins.map(({ confidence, accuracy, count }) => [
              finePercent(confidence),
              finePercent(accuracy),
              `${count}`,
            ]),
          }}
        />
      )}
      {outOfScope.length > 0 && (
        <Plot
          title={t('training.tradeOff')}
          text={t(hasOutside ? 'training.tradeOffText' : 'training.tradeOffWithout')}
          axes={{ x: t('training.threshold'), y: t('training.share') }}
          mark={{ at: threshold, label: t('training.thresholdAtWork', { threshold: finePercent(threshold) }) }}
          lines={[
            {
              name: t('training.figures.inScopeAccuracy'),
              colour: 'var(--accent)',
              points: outOfScope.map((point) => [point.threshold, point.inScopeAccuracy] as const),
            },
            ...(hasOutside
              ? [
                  {
                    name: t('training.figures.outOfScopeRecall'),
                    colour: 'var(--info-ink)',
                    dashes: '6 4',
                    points: outOfScope.map((point) => [point.threshold, point.outOfScopeRecall ?? 0] as const),
                  },
                ]
              : []),
          ]}
          rows={{
            head: [
              t('training.threshold'),
              t('training.figures.inScopeAccuracy'),
              t('training.figures.outOfScopeRecall'),
              t('training.wronglyRefused'),
            ],
            body: outOfScope.map((point) => [
              finePercent(point.threshold),
              finePercent(point.inScopeAccuracy),
              finePercent(point.outOfScopeRecall),
              finePercent(point.wronglyRefused),
            ]),
          }}
        />
      )}
    </div>
  )
}
