import type { GraphEntityView } from '@lingxi/contract/graph'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCurate, useEntities } from '../api/graph-queries.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { SearchInput } from '../ui/search-input.tsx'
import { Refused } from '../ui/states.tsx'
import { useToast } from '../ui/toast.tsx'
import { EntityList } from './entity-list.tsx'

type Props = { entity: GraphEntityView; onClose: () => void; onDone: (id: string) => void }

export function MergeEntity({ entity, onClose, onDone }: Props) {
  const { t } = useTranslation()
  const { tell } = useToast()
  const { merge } = useCurate()
  const [q, setQ] = useState('')
  const [into, setInto] = useState<string>()
  const { data } = useEntities(useDeferredValue(q.trim()))
  const others = data?.entities.filter(({ id }) => id !== entity.id) ?? []
  const target = others.find(({ id }) => id === into)
  const done = () => {
    tell(t('graph.merge.done'))
    if (target) onDone(target.id)
    onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('graph.merge.heading', { name: entity.name })}
      about={t('graph.merge.about')}
      footer={
        <>
          <Button onClick={onClose}>{t('graph.cancel')}</Button>
          <Button
            look="primary"
            disabled={!target || merge.isPending}
            onClick={() => target && merge.mutate({ id: entity.id, into: target.id }, { onSuccess: done })}
          >
            {target ? t('graph.merge.into', { name: target.name }) : t('graph.merge.action')}
          </Button>
        </>
      }
    >
      <SearchInput label={t('graph.search')} placeholder={t('graph.placeholder')} value={q} onChange={setQ} />
      <div className="mt-2 h-64 overflow-y-auto">
        <EntityList entities={others} chosen={into} onChoose={setInto} />
      </div>
      <Refused error={merge.error} />
    </Dialog>
  )
}
