import type { GraphNeighbourhood } from '@lingxi/contract/graph'
import { useTranslation } from 'react-i18next'
import { useCurate } from '../api/graph-queries.ts'
import { Button } from '../ui/button.tsx'
import { useToast } from '../ui/toast.tsx'

/** What was put together; what a person merged can be parted again. */
export function Members({ around: { entity, members } }: { around: GraphNeighbourhood }) {
  const { t } = useTranslation()
  const { warn } = useToast()
  const { part } = useCurate()
  return (
    <div className="flex w-full flex-wrap items-center gap-2 text-sm text-ink-soft">
      {t('graph.merge.members')}
      {members
        .filter((id) => id !== entity.id)
        .map((id) => (
          <Button
            key={id}
            size="small"
            look="quiet"
            aria-label={t('graph.merge.part', { name: plainName(id) })}
            onClick={() => part.mutate(id, { onError: warn })}
          >
            {plainName(id)} ✕
          </Button>
        ))}
    </div>
  )
}

/** `name:云 杉` → 云杉 */
export const plainName = (id: string) =>
  id.slice(id.indexOf(':') + 1).replaceAll(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
