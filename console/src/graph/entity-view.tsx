/** One thing: drawn with what is around it, and the same as a list for the keyboard and for small screens. */
import type { GraphEdgeView, GraphNeighbourhood } from '@lingxi/contract/graph'
import { GitMerge, PencilLine, Plus } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../api/use-session.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { Skeleton } from '../ui/states.tsx'
import { AddEdge } from './add-edge.tsx'
import { EdgeDetails } from './edge-details.tsx'
import { EdgeList } from './edge-list.tsx'
import { Members } from './members.tsx'
import { MergeEntity } from './merge-entity.tsx'
import { RenameEntity } from './rename-entity.tsx'
import { typeName } from './entity-words.ts'

const Canvas = lazy(async () => ({ default: (await import('./canvas.tsx')).Canvas }))

type Props = { around: GraphNeighbourhood; onChoose: (id: string) => void }
type Doing = 'add' | 'merge' | 'rename' | undefined

export function EntityView({ around, onChoose }: Props) {
  const { t } = useTranslation()
  const mayCurate = useMay('supervisor')
  const [edge, setEdge] = useState<GraphEdgeView>()
  const [doing, setDoing] = useState<Doing>()
  const { entity, edges, total } = around
  const others = entity.names.filter((name) => name !== entity.name)
  const stop = () => setDoing(undefined)
  return (
    <section className="rounded-2xl border border-line bg-surface">
      <header className="flex flex-wrap items-center gap-2 border-b border-line px-4 py-3">
        <h2 className="text-lg font-semibold break-words">{entity.name}</h2>
        <Badge tone="accent">{typeName(t, entity.type)}</Badge>
        {mayCurate && (
          <div className="ms-auto flex flex-wrap gap-2">
            <Button size="small" onClick={() => setDoing('add')}>
              <Plus />
              {t('graph.add.action')}
            </Button>
            <Button size="small" look="quiet" onClick={() => setDoing('rename')}>
              <PencilLine />
              {t('graph.rename.action')}
            </Button>
            <Button size="small" look="quiet" onClick={() => setDoing('merge')}>
              <GitMerge />
              {t('graph.merge.action')}
            </Button>
          </div>
        )}
        {others.length > 0 && (
          <p className="w-full text-sm text-ink-soft">
            {t('graph.also')} {others.join(' · ')}
          </p>
        )}
        {around.members.length > 1 && mayCurate && <Members around={around} />}
      </header>
      <Suspense fallback={<Skeleton className="h-72 w-full lg:h-96" />}>
        <Canvas around={around} onChoose={onChoose} />
      </Suspense>
      <h3 className="border-t border-line px-4 pt-3 text-sm font-medium text-ink-soft">
        {t('graph.edges', { shown: edges.length, total })}
      </h3>
      {edges.length === 0 && <p className="px-4 py-3 text-ink-soft">{t('graph.isolated')}</p>}
      <EdgeList around={around} onChoose={onChoose} onInspect={setEdge} />
      {edge && <EdgeDetails edge={edge} mayCurate={mayCurate} onClose={() => setEdge(undefined)} />}
      {doing === 'add' && <AddEdge entity={entity} onClose={stop} />}
      {doing === 'merge' && <MergeEntity entity={entity} onClose={stop} onDone={onChoose} />}
      {doing === 'rename' && <RenameEntity entity={entity} onClose={stop} />}
    </section>
  )
}
