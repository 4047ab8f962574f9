import type { ReleaseReplay } from '@lingxi/contract/release-replays'
import { History } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useReplay, useStartReplay } from '../../api/replay-queries.ts'
import { useMay } from '../../api/use-session.ts'
import { Button } from '../../ui/button.tsx'
import { Failed, Refused, Skeleton } from '../../ui/states.tsx'
import { ReplayFrame } from './replay-frame.tsx'
import { Report } from './report.tsx'

/**
 * What the draft of the flows, or a learnt version, would decide otherwise in conversations that took place. What is worse keeps
 * it from customers. Nothing where nothing stands in its way.
 */
export function Replay({ what }: { what: string }) {
  const { t } = useTranslation()
  const { data, error, refetch } = useReplay(what)
  if (!data) return error ? <Failed error={error} onRetry={() => void refetch()} /> : <Skeleton className="h-12" />
  const { needs, replay } = data
  if (replay?.report) return <Report replay={replay} report={replay.report} />
  if (needs === 'none') return null
  if (replay?.state === 'running')
    return (
      <ReplayFrame look="calm">
        <output>{t('replay.running')}</output>
      </ReplayFrame>
    )
  return <Needed what={what} before={replay?.state} />
}

/** `before`: how the last one ended, without a report. */
function Needed({ what, before }: { what: string; before: ReleaseReplay['state'] | undefined }) {
  const { t } = useTranslation()
  const mayStart = useMay('supervisor')
  const start = useStartReplay(what)
  return (
    <ReplayFrame look="warning">
      <p>{t(before === undefined ? 'replay.needed' : before === 'failed' ? 'replay.failed' : 'replay.lost')}</p>
      <Refused error={start.error} />
      {mayStart ? (
        <Button size="small" className="w-fit" disabled={start.isPending} onClick={() => start.mutate(undefined)}>
          <History />
          {t(before === undefined ? 'replay.start' : 'replay.tryAgain')}
        </Button>
      ) : (
        <p>{t('replay.forSupervisors')}</p>
      )}
    </ReplayFrame>
  )
}
