import { useTranslation } from 'react-i18next'
import { useComparison } from '../api/training-queries.ts'
import { Failed, SkeletonRows } from '../ui/states.tsx'
import { finePercent } from '../ui/fine-percent.ts'
import { useReadNames } from './use-read-names.ts'

/** Below this a difference is hardly by chance. */
const telling = 0.05
const mostShown = 8

/** This version beside the one that reads now, on the messages that both were judged on. */
export function Comparison({ versionId, withId }: { versionId: string; withId: string }) {
  const { t } = useTranslation()
  const nameOf = useReadNames()
  const { data, error, refetch } = useComparison(versionId, withId)
  if (!data) return error ? <Failed error={error} onRetry={() => void refetch()} /> : <SkeletonRows count={1} />
  const { examples, accuracy, withAccuracy, chance, intents, mended, broken, changed } = data
  const verdict = chance >= telling ? 'byChance' : accuracy > withAccuracy ? 'better' : 'worse'
  return (
    <section aria-label={t('training.comparison')} className="rounded-xl bg-hover p-4">
      <h4 className="font-semibold">{t('training.comparison')}</h4>
      {examples === 0 ? (
        <p className="mt-1 text-ink-soft">{t('training.nothingShared')}</p>
      ) : (
        <>
          <p className="mt-1">
            {t('training.accuracies', {
              own: finePercent(accuracy),
              other: finePercent(withAccuracy),
              count: examples,
            })}{' '}
            <strong>{t(`training.verdicts.${verdict}`, { chance: finePercent(chance) })}</strong>
          </p>
          <p className="mt-1 text-sm text-ink-soft">{t('training.mendedBroken', { mended, broken })}</p>
          <div className="mt-3 grid gap-6 lg:grid-cols-2">
            <div>
              <h5 className="mb-2 text-sm font-medium">{t('training.recognised')}</h5>
              <ul className="flex flex-col gap-1 text-sm">
                {intents.slice(0, mostShown).map(({ name, recall, withRecall }) => (
                  <li key={name} className="flex gap-3">
                    <span className="min-w-0 flex-1 truncate">{nameOf(name)}</span>
                    <span className="tabular-nums">{`${finePercent(withRecall)} → ${finePercent(recall)}`}</span>
                  </li>
                ))}
              </ul>
            </div>
            {changed.length > 0 && (
              <div>
                <h5 className="mb-2 text-sm font-medium">{t('training.readOtherwise')}</h5>
                <ul className="flex flex-col gap-2 text-sm">
                  {changed.slice(0, mostShown).map(({ text, taught, read, withRead }) => (
                    <li key={`${text}\n${taught}`}>
                      <p className="break-words">{text}</p>
                      <p className="text-xs text-ink-faint">
                        {t('training.changedFrom', {
                          from: nameOf(withRead),
                          to: nameOf(read),
                          taught: nameOf(taught),
                        })}
                      </p>
                    </li>
                  ))}
                </ul>
              </div>
            )}
          </div>
        </>
      )}
    </section>
  )
}
