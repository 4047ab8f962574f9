import { CircleCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { type JudgedFilter, useJudgedExamples } from '../api/training-queries.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Empty, Failed, SkeletonRows } from '../ui/states.tsx'
import { finePercent } from '../ui/fine-percent.ts'
import { useReadNames } from './use-read-names.ts'

type JudgedDialogProps = { versionId: string; filter: JudgedFilter | undefined; onClose: () => void }

/** The messages behind a figure: what they were taught as, what they were read as, how surely. */
export function JudgedDialog({ versionId, filter, onClose }: JudgedDialogProps) {
  const { t } = useTranslation()
  const { data, error, refetch } = useJudgedExamples(versionId, filter)
  const nameOf = useReadNames()
  const title = useTitle(filter)
  return (
    <Dialog open={filter !== undefined} onClose={onClose} title={title} place="side">
      {!data && (error ? <Failed error={error} onRetry={() => void refetch()} /> : <SkeletonRows count={4} />)}
      {data?.examples.length === 0 && <Empty icon={<CircleCheck />} title={t('training.noneWrong')} />}
      <ul className="flex flex-col gap-3">
        {data?.examples.map(({ exampleId, text, taught, read, probability }) => (
          <li key={exampleId} className="border-b border-line pb-3 last:border-0">
            <p className="break-words">{text}</p>
            <p className="mt-0.5 text-xs text-ink-faint">
              {t('training.readAs', {
                taught: nameOf(taught),
                read: nameOf(read),
                sure: finePercent(probability),
              })}
            </p>
          </li>
        ))}
      </ul>
      {data && data.total > data.examples.length && (
        <p className="mt-3 text-sm text-ink-faint">
          {t('training.more', { count: data.total - data.examples.length })}
        </p>
      )}
    </Dialog>
  )
}

function useTitle({ taught = '', read = '', wrong = false }: JudgedFilter = {}): string {
  const { t } = useTranslation()
  const nameOf = useReadNames()
  if (wrong) return t('training.allWrong')
  if (taught === read) return t('training.readRightly', { name: nameOf(taught) })
  return t('training.takenForTitle', { taught: nameOf(taught), read: nameOf(read) })
}
