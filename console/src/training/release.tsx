import type { LearntVersion } from '@lingxi/contract/training'
import { useTranslation } from 'react-i18next'
import { useReplay } from '../api/replay-queries.ts'
import { useReleaseVersion } from '../api/training-queries.ts'
import { Replay } from '../pieces/replay/replay.tsx'
import { Button } from '../ui/button.tsx'
import { Confirm } from '../ui/confirm.tsx'
import { Failed, Skeleton } from '../ui/states.tsx'
import { useToast } from '../ui/toast.tsx'

type ReleaseProps = { version: Pick<LearntVersion, 'id' | 'number'>; onClose: () => void }

/** Where nothing stands in its way one word is enough; else what it would do otherwise has to be looked at first. */
export function Release({ version: { id, number }, onClose }: ReleaseProps) {
  const { t } = useTranslation()
  const { tell, warn } = useToast()
  const release = useReleaseVersion()
  const { data, error, refetch } = useReplay(id)
  if (!data)
    return error ? <Failed error={error} onRetry={() => void refetch()} /> : <Skeleton className="mt-4 h-12 w-full" />
  const submit = () => release.mutate(id, { onSuccess: () => tell(t('training.released', { number })), onError: warn })
  const isFree = data.needs === 'none'
  if (isFree && data.replay === null)
    return (
      <Confirm
        open
        title={t('training.releaseTitle', { number })}
        text={t('training.releaseText')}
        action={t('training.release')}
        onConfirm={submit}
        onClose={onClose}
      />
    )
  return (
    <section aria-label={t('training.releaseTitle', { number })} className="mt-4 flex flex-col gap-3">
      <Replay what={id} />
      <div className="flex flex-wrap items-center justify-end gap-2">
        <p className="w-full text-sm text-ink-soft sm:w-auto sm:flex-1">{t('training.releaseText')}</p>
        <Button onClick={onClose}>{t('app.actions.cancel')}</Button>
        <Button look="primary" disabled={!isFree || release.isPending} onClick={submit}>
          {t('training.release')}
        </Button>
      </div>
    </section>
  )
}
