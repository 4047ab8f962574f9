import type { ErrorComponentProps } from '@tanstack/react-router'
import { Bug } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button.tsx'
import { Empty } from '../ui/states.tsx'

export function Crashed({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation()
  return (
    <div role="alert" className="grid h-full place-items-center">
      <Empty whole icon={<Bug />} title={t('app.states.crashed')} text={t('app.states.crashedText')}>
        <Button look="primary" onClick={reset}>
          {t('app.actions.retry')}
        </Button>
        <Button onClick={() => location.reload()}>{t('app.states.reload')}</Button>
        <p className="mt-2 w-full font-mono text-xs text-ink-faint">{String(error)}</p>
      </Empty>
    </div>
  )
}
