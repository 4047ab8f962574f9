import { Link, useParams } from '@tanstack/react-router'
import { ArrowLeft, LibraryBig } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isProblem } from '../../api/session.ts'
import { useSource } from '../../api/source-queries.ts'
import { useMay } from '../../api/use-session.ts'
import { buttonClass } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { Empty, Failed, SkeletonRows } from '../../ui/states.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { RunProgressBar } from './run-progress.tsx'
import { SourceActions } from './source-actions.tsx'
import { SourceFacts } from './source-facts.tsx'
import { kindOf } from './source-form.ts'
import { SourceItems } from './source-items.tsx'
import { SourceRuns } from './source-runs.tsx'
import { goesOn } from './source-state.tsx'
import { TrustPanel } from './trust-panel.tsx'
import { UploadPanel } from './upload-panel.tsx'
import { WebhookPanel } from './webhook-panel.tsx'

export function SourcePage() {
  const { t } = useTranslation()
  const { sourceId } = useParams({ from: '/knowledge/sources/$sourceId' })
  const mayEdit = useMay('supervisor')
  const [tab, setTab] = useState<'documents' | 'runs'>('documents')
  const { data: source, error, refetch } = useSource(sourceId)
  if (!source) {
    return (
      <Page title={t('sources.heading')} before={<BackToSources />}>
        {isProblem(error, 'not-found') ? (
          <Empty icon={<LibraryBig />} title={t('sources.gone')}>
            <Link to="/knowledge/sources" className={buttonClass()}>
              {t('sources.backToSources')}
            </Link>
          </Empty>
        ) : error ? (
          <Failed error={error} onRetry={() => void refetch()} />
        ) : (
          <SkeletonRows count={4} />
        )}
      </Page>
    )
  }
  return (
    <Page
      title={source.name}
      lead={t(`sources.kinds.${kindOf(source)}`)}
      before={<BackToSources />}
      actions={mayEdit && <SourceActions source={source} />}
    >
      <div className="flex flex-col gap-5">
        {goesOn(source.lastRun) && <RunProgressBar run={source.lastRun} />}
        <SourceFacts source={source} />
        {mayEdit && <TrustPanel source={source} />}
        {source.place.kind === 'webhook' && <WebhookPanel sourceId={source.id} />}
        {source.place.kind === 'upload' && mayEdit && <UploadPanel source={source} />}
        <Tabs
          value={tab}
          onChange={setTab}
          tabs={(['documents', 'runs'] as const).map((value) => ({ value, label: t(`sources.tabs.${value}`) }))}
        >
          {tab === 'documents' ? <SourceItems source={source} /> : <SourceRuns source={source} />}
        </Tabs>
      </div>
    </Page>
  )
}

function BackToSources() {
  const { t } = useTranslation()
  return (
    <Link
      to="/knowledge/sources"
      aria-label={t('sources.backToSources')}
      className="grid size-8.5 place-items-center rounded-lg text-ink-soft hover:bg-hover"
    >
      <ArrowLeft className="size-5" />
    </Link>
  )
}
