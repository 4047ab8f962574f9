import type { GraphEdgeView, GraphNeighbourhood } from '@lingxi/contract/graph'
import { Quote } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Badge } from '../ui/badge.tsx'
import { IconButton } from '../ui/button.tsx'
import { classNames } from '../ui/class-names.ts'

type Props = {
  around: GraphNeighbourhood
  onChoose: (id: string) => void
  onInspect: (edge: GraphEdgeView) => void
}

export function EdgeList({ around: { entity, edges }, onChoose, onInspect }: Props) {
  const { t } = useTranslation()
  return (
    <ul className="divide-y divide-line px-4 pb-2">
      {edges.map((edge) => (
        <li
          key={edge.id}
          className={classNames('flex items-center gap-2 py-2', edge.verdict === 'rejected' && 'opacity-60')}
        >
          <span className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-2 gap-y-0.5">
            <End end={edge.subject} self={entity.id} onChoose={onChoose} />
            <span className="text-sm text-ink-faint">→ {edge.relation} →</span>
            <End end={edge.object} self={entity.id} onChoose={onChoose} />
          </span>
          {edge.verdict && (
            <Badge tone={edge.verdict === 'confirmed' ? 'accent' : 'danger'}>
              {t(`graph.verdicts.${edge.verdict}`)}
            </Badge>
          )}
          <IconButton label={t('graph.inspect', { edge: tellEdge(edge) })} onClick={() => onInspect(edge)}>
            <Quote />
          </IconButton>
        </li>
      ))}
    </ul>
  )
}

export const tellEdge = ({ subject, relation, object }: GraphEdgeView) =>
  `${subject.name} → ${relation} → ${object.name}`

type EndProps = { end: { id: string; name: string }; self: string; onChoose: (id: string) => void }

function End({ end, self, onChoose }: EndProps) {
  const { t } = useTranslation()
  if (end.id === self || end.id.startsWith('text:')) return <span className="break-words">{end.name}</span>
  return (
    <button
      type="button"
      aria-label={t('graph.expand', { name: end.name })}
      onClick={() => onChoose(end.id)}
      className="rounded text-start break-words text-accent-strong underline decoration-accent-line underline-offset-3 hover:decoration-accent"
    >
      {end.name}
    </button>
  )
}
