import { useTranslation } from 'react-i18next'
import { Mark } from './mark.tsx'

export function Starting() {
  const { t } = useTranslation()
  return (
    <main className="grid h-full place-items-center">
      <output className="flex animate-[pulse-soft_1.8s_ease-in-out_infinite] flex-col items-center gap-4 text-ink-faint">
        <Mark className="size-12" />
        {t('app.signIn.starting')}
      </output>
    </main>
  )
}
