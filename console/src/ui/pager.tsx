import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from './button.tsx'

type PagerProps = { label: string; offset: number; size: number; total: number; onChange: (offset: number) => void }

/** Back and forth through a list that is longer than a page. */
export function Pager({ label, offset, size, total, onChange }: PagerProps) {
  const { t } = useTranslation()
  if (total <= size) return null
  const to = Math.min(total, offset + size)
  return (
    <nav aria-label={label} className="mt-3 flex items-center justify-end gap-2 text-sm text-ink-soft">
      <span aria-live="polite" className="tabular-nums">{`${offset + 1}–${to} / ${total}`}</span>
      <IconButton
        label={t('app.actions.previous')}
        look="outline"
        disabled={offset === 0}
        onClick={() => onChange(Math.max(0, offset - size))}
      >
        <ChevronLeft />
      </IconButton>
      <IconButton label={t('app.actions.next')} look="outline" disabled={to >= total} onClick={() => onChange(to)}>
        <ChevronRight />
      </IconButton>
    </nav>
  )
}
