/** The knowledge graph: find a thing, see what it is related to, and say whether that is right. */
import { Link } from '@tanstack/react-router'
import { ArrowLeft, Download, GraduationCap, History, Share2, Waypoints } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useEntities, useExportGraph, useGraphStatistics, useNeighbourhood } from '../api/graph-queries.ts'
import { useMay } from '../api/use-session.ts'
import { Button, buttonClass } from '../ui/button.tsx'
import { Page } from '../ui/page.tsx'
import { SearchInput } from '../ui/search-input.tsx'
import { Empty, Failed, SkeletonRows } from '../ui/states.tsx'
import { useToast } from '../ui/toast.tsx'
import { AskGraph } from './ask-graph.tsx'
import { EntityList } from './entity-list.tsx'
import { EntityView } from './entity-view.tsx'
import { GraphChanges } from './graph-changes.tsx'
import { GraphLearning } from './graph-learning.tsx'

export function GraphScreen() {
  const { t } = useTranslation()
  const [q, setQ] = useState('')
  const [chosen, setChosen] = useState<string>()
  const found = useEntities(useDeferredValue(q.trim()))
  const { data: statistics } = useGraphStatistics()
  const mayCurate = useMay('supervisor')
  return (
    <Page
      title={t('graph.heading')}
      lead={statistics ? t('graph.statistics', statistics) : t('graph.lead')}
      before={
        <Link to="/knowledge" className={buttonClass('quiet', 'small')} aria-label={t('graph.back')}>
          <ArrowLeft />
        </Link>
      }
      actions={mayCurate && <Acts />}
    >
      <AskGraph onChoose={setChosen} />
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,19rem)_minmax(0,1fr)]">
        <section aria-label={t('graph.search')} className="rounded-2xl border border-line bg-surface p-3">
          <SearchInput label={t('graph.search')} placeholder={t('graph.placeholder')} value={q} onChange={setQ} />
          <div aria-live="polite" className="mt-2 max-h-64 overflow-y-auto lg:max-h-[34rem]">
            {found.isPending && <SkeletonRows count={5} className="h-9" />}
            {found.error && <Failed error={found.error} onRetry={() => void found.refetch()} />}
            {found.data?.entities.length === 0 && (
              <Empty icon={<Share2 />} title={t('graph.none')} text={t('graph.noneText')} />
            )}
            {found.data && found.data.entities.length > 0 && (
              <EntityList entities={found.data.entities} chosen={chosen} onChoose={setChosen} />
            )}
          </div>
        </section>
        <Chosen id={chosen} onChoose={setChosen} />
      </div>
    </Page>
  )
}

function Acts() {
  const { t } = useTranslation()
  const { warn } = useToast()
  const [showsChanges, setShowsChanges] = useState(false)
  const [showsLearning, setShowsLearning] = useState(false)
  const { mutate, isPending } = useExportGraph()
  return (
    <>
      <Button size="small" look="quiet" onClick={() => setShowsChanges(true)}>
        <History />
        {t('graph.changes.action')}
      </Button>
      <Button size="small" look="quiet" onClick={() => setShowsLearning(true)}>
        <GraduationCap />
        {t('graph.learning.action')}
      </Button>
      <Button size="small" disabled={isPending} onClick={() => mutate(undefined, { onError: warn })}>
        <Download />
        {t('graph.export')}
      </Button>
      {showsLearning && <GraphLearning onClose={() => setShowsLearning(false)} />}
      {showsChanges && <GraphChanges onClose={() => setShowsChanges(false)} />}
    </>
  )
}

function Chosen({ id, onChoose }: { id: string | undefined; onChoose: (id: string) => void }) {
  const { t } = useTranslation()
  const { data, error, isPending, refetch } = useNeighbourhood(id)
  if (id === undefined) return <Empty icon={<Waypoints />} title={t('graph.choose')} text={t('graph.chooseText')} />
  if (error) return <Failed error={error} onRetry={() => void refetch()} />
  return (
    <div aria-live="polite" className="min-w-0">
      {isPending ? <SkeletonRows count={4} className="h-20" /> : <EntityView around={data} onChoose={onChoose} />}
    </div>
  )
}
