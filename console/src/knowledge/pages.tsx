import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../ui/button.tsx'
import { TextInput } from '../ui/field.tsx'

type PagesProps = { page: number; size: number; total: number; onChange: (page: number) => void }

/** Back and forth, and straight to a page, through a list that may be long. */
export function Pages({ page, size, total, onChange }: PagesProps) {
  const { t } = useTranslation()
  const last = Math.max(1, Math.ceil(total / size))
  const go = (next: number) => onChange(Math.min(last, Math.max(1, next || 1)))
  return (
    <nav
      aria-label={t('knowledge.pages')}
      className="mt-3 flex flex-wrap items-center justify-end gap-2 text-sm text-ink-soft"
    >
      <span className="tabular-nums" aria-live="polite">
        {last === 1
          ? t('knowledge.total', { count: total })
          : t('knowledge.range', { from: (page - 1) * size + 1, to: Math.min(total, page * size), total })}
      </span>
      {last > 1 && (
        <>
          <IconButton
            label={t('app.actions.previous')}
            look="outline"
            disabled={page === 1}
            onClick={() => go(page - 1)}
          >
            <ChevronLeft />
          </IconButton>
          <label className="flex items-center gap-1.5">
            {t('keeping.page')}
            <TextInput
              key={page}
              inputMode="numeric"
              defaultValue={page}
              onBlur={({ target }) => Number(target.value) !== page && go(Math.trunc(Number(target.value)))}
              onKeyDown={(event) => event.key === 'Enter' && go(Math.trunc(Number(event.currentTarget.value)))}
              className="w-14! text-center"
            />
          </label>
          <span>{t('keeping.pageOf', { count: last })}</span>
          <IconButton label={t('app.actions.next')} look="outline" disabled={page >= last} onClick={() => go(page + 1)}>
            <ChevronRight />
          </IconButton>
        </>
      )}
    </nav>
  )
}
