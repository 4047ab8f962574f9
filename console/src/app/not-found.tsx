import { Link } from '@tanstack/react-router'
import { Compass } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { buttonClass } from '../ui/button.tsx'
import { Empty } from '../ui/states.tsx'

export function NotFound() {
  const { t } = useTranslation()
  return (
    <div className="grid h-full place-items-center">
      <Empty whole icon={<Compass />} title={t('app.states.notFound')} text={t('app.states.notFoundText')}>
        <Link to="/inbox/$view" params={{ view: 'waiting' }} className={buttonClass('primary')}>
          {t('app.states.home')}
        </Link>
      </Empty>
    </div>
  )
}
