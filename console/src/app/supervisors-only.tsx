import { Outlet } from '@tanstack/react-router'
import { Lock } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../api/use-session.ts'
import { Empty } from '../ui/states.tsx'

export function SupervisorsOnly() {
  const { t } = useTranslation()
  if (useMay('supervisor')) return <Outlet />
  return (
    <div className="grid h-full place-items-center">
      <Empty
        whole
        icon={<Lock />}
        title={t('app.states.forbidden')}
        text={t('app.states.forbiddenText', { role: t('app.roles.supervisor') })}
      />
    </div>
  )
}
