import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { onePage } from '../api/learning-queries.ts'
import { IconButton } from '../ui/button.tsx'

/** Back and forth through a list that is longer than a page. */
export function More({
  offset,
  total,
  onChange,
}: {
  offset: number
  total: number
  onChange: (offset: number) => void
}) {
  const { t } = useTranslation()
  if (total <= onePage) return null
  return (
    <nav aria-label={t('learning.pages')} className="mt-4 flex items-center justify-end gap-2 text-sm text-ink-soft">
      <span className="tabular-nums">{`${offset + 1}–${Math.min(total, offset + onePage)} / ${total}`}</span>
      <IconButton
        label={t('app.actions.previous')}
        look="outline"
        disabled={offset === 0}
        onClick={() => onChange(offset - onePage)}
      >
        <ChevronLeft />
      </IconButton>
      <IconButton
        label={t('app.actions.next')}
        look="outline"
        disabled={offset + onePage >= total}
        onClick={() => onChange(offset + onePage)}
      >
        <ChevronRight />
      </IconButton>
    </nav>
  )
}
