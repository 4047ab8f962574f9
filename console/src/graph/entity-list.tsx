import type { GraphEntityView } from '@lingxi/contract/graph'
import { useTranslation } from 'react-i18next'
import { Badge } from '../ui/badge.tsx'
import { classNames } from '../ui/class-names.ts'
import { typeName } from './entity-words.ts'

type Props = { entities: GraphEntityView[]; chosen: string | undefined; onChoose: (id: string) => void }

export function EntityList({ entities, chosen, onChoose }: Props) {
  const { t } = useTranslation()
  return (
    <ul aria-label={t('graph.found')} className="flex flex-col">
      {entities.map(({ id, name, type, edges }) => (
        <li key={id}>
          <button
            type="button"
            aria-pressed={id === chosen}
            onClick={() => onChoose(id)}
            className={classNames(
              'flex w-full items-center gap-2 rounded-lg px-2.5 py-2 text-start hover:bg-hover',
              id === chosen && 'bg-accent-soft text-accent-strong',
            )}
          >
            <span className="min-w-0 flex-1 truncate">{name}</span>
            <Badge>{typeName(t, type)}</Badge>
            <span className="w-7 text-end text-xs text-ink-faint tabular-nums">{edges}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
