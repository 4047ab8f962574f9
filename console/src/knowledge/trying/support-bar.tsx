import { useTranslation } from 'react-i18next'
import { classNames } from '../../ui/class-names.ts'

const percent = (share: number) => `${Math.round(share * 100)}%`

/** How far the evidence goes, against the line from which on it is answered. */
export function SupportBar({ support, needed }: { support: number; needed: number }) {
  const { t } = useTranslation()
  const enough = support >= needed
  return (
    <div>
      <p className="flex items-baseline justify-between gap-3 text-sm">
        <span className="font-medium text-ink-soft">{t('knowledge.try.support')}</span>
        <span className="tabular-nums">
          <strong className={enough ? 'text-accent-strong' : 'text-note-ink'}>{percent(support)}</strong>
          <span className="text-ink-faint"> · {t('knowledge.try.needed', { percent: percent(needed) })}</span>
        </span>
      </p>
      <div aria-hidden className="relative mt-2 h-2 rounded-full bg-line">
        <div
          className={classNames('h-full rounded-full', enough ? 'bg-accent' : 'bg-note-ink/70')}
          style={{ width: percent(Math.min(1, support)) }}
        />
        <div
          aria-hidden
          className="absolute -inset-y-1 w-0.5 rounded-full bg-ink"
          style={{ left: percent(Math.min(1, needed)) }}
        />
      </div>
    </div>
  )
}
