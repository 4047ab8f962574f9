import { useTranslation } from 'react-i18next'

export function Loading() {
  const { t } = useTranslation()
  return (
    <output className="grid h-full min-h-40 place-items-center">
      <span className="sr-only">{t('app.states.loading')}</span>
      <Dots />
    </output>
  )
}

/** Three dots that breathe: something is coming. */
export function Dots() {
  return (
    <span aria-hidden className="inline-flex gap-1">
      {[0, 160, 320].map((delay) => (
        <span
          key={delay}
          style={{ animationDelay: `${delay}ms` }}
          className="size-1.5 animate-[blink_1.2s_infinite] rounded-full bg-ink-faint"
        />
      ))}
    </span>
  )
}
