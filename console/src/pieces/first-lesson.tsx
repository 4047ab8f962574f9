import { GraduationCap } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useFirstLesson } from '../api/training-queries.ts'
import { classNames } from '../ui/class-names.ts'

/** Until the first version is learnt no message has an intent: whoever reads along is told why. */
export function FirstLesson({ className }: { className?: string }) {
  const { t } = useTranslation()
  const done = useFirstLesson()
  if (done === undefined) return null
  return (
    <output
      className={classNames('flex items-start gap-2 rounded-lg bg-note px-3 py-2 text-xs text-note-ink', className)}
    >
      <GraduationCap aria-hidden className="mt-0.5 size-3.5 shrink-0" />
      {t('training.firstLesson', { percent: Math.round(done * 100) })}
    </output>
  )
}
