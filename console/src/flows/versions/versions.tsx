import { flowsDraft } from '@lingxi/contract/release-replays'
import { History } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFlowOverview } from '../../api/flow-queries.ts'
import { useFlowRollout, useFlowVersions, versionsOnPage } from '../../api/flow-version-queries.ts'
import { useMay } from '../../api/use-session.ts'
import { Replay } from '../../pieces/replay/replay.tsx'
import { Pager } from '../../ui/pager.tsx'
import { Empty, Failed, SkeletonRows } from '../../ui/states.tsx'
import { Comparison } from './comparison.tsx'
import { Publish } from './publish.tsx'
import { Rollout } from './rollout.tsx'
import { VersionRow } from './version-row.tsx'

/** What was published, which of it conversations begin with, and what is otherwise between any two. */
export function FlowVersions() {
  const { t } = useTranslation()
  const mayChange = useMay('supervisor')
  const [offset, setOffset] = useState(0)
  const [compared, setCompared] = useState<{ from: number; to: number } | null>(null)
  const overview = useFlowOverview()
  const rollout = useFlowRollout()
  const versions = useFlowVersions(offset)
  const error = overview.error ?? rollout.error ?? versions.error
  if (!overview.data || !rollout.data || !versions.data) {
    const again = () => void Promise.all([overview.refetch(), rollout.refetch(), versions.refetch()])
    return error ? <Failed error={error} onRetry={again} /> : <SkeletonRows count={5} />
  }
  const { versions: listed, total } = versions.data
  return (
    <div className="flex flex-col gap-5">
      {mayChange ? (
        <Publish
          overview={overview.data}
          onCompare={() => setCompared({ from: overview.data.rollout.live ?? 0, to: 0 })}
        />
      ) : (
        <Replay what={flowsDraft} />
      )}
      <Rollout rollout={rollout.data.rollout} releases={rollout.data.releases} mayChange={mayChange} />
      {total === 0 ? (
        <Empty icon={<History />} title={t('flowVersions.none')} text={t('flowVersions.noneText')} />
      ) : (
        <section aria-label={t('flowVersions.heading')}>
          <h2 className="mb-2 font-semibold">{t('flowVersions.heading')}</h2>
          <ul className="overflow-hidden rounded-2xl border border-line bg-surface">
            {listed.map((version) => (
              <VersionRow
                key={version.number}
                version={version}
                overview={overview.data}
                mayChange={mayChange}
                onCompare={setCompared}
              />
            ))}
          </ul>
          <Pager
            label={t('flowVersions.pages')}
            offset={offset}
            size={versionsOnPage}
            total={total}
            onChange={setOffset}
          />
        </section>
      )}
      {compared && <Comparison {...compared} newest={total} onChange={setCompared} onClose={() => setCompared(null)} />}
    </div>
  )
}
