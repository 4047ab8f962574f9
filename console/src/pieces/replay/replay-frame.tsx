import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

const looks = {
  calm: 'border-line bg-sunken text-ink-soft',
  warning: 'border-note-line bg-note text-note-ink',
}

export function ReplayFrame({ look, children }: { look: keyof typeof looks; children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <section
      aria-label={t('replay.heading')}
      className={`flex flex-col gap-2 rounded-lg border px-3 py-2 text-sm ${looks[look]}`}
    >
      {children}
    </section>
  )
}
