import { conversationViews } from '@lingxi/contract/conversation'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useCounts } from '../api/conversation-queries.ts'
import { classNames } from '../ui/class-names.ts'

export function ViewTabs() {
  const { t } = useTranslation()
  const counts = useCounts()
  return (
    <nav aria-label={t('inbox.viewsLabel')} className="-mx-1 mt-2 flex overflow-x-auto border-b border-line">
      {conversationViews.map((view) => {
        const count = view === 'resolved' ? undefined : counts?.[view]
        return (
          <Link
            key={view}
            to="/inbox/$view"
            params={{ view }}
            activeProps={{ className: 'text-ink font-medium after:bg-accent' }}
            inactiveProps={{ className: 'text-ink-soft hover:text-ink' }}
            className="relative flex h-10 flex-auto items-center justify-center gap-1.5 px-1.5 text-sm whitespace-nowrap after:absolute after:inset-x-2 after:-bottom-px after:h-0.5 after:rounded-full"
          >
            {t(`inbox.views.${view}`)}
            {count !== undefined && count > 0 && (
              <span
                className={classNames(
                  'rounded-full px-1.5 text-[0.6875rem] leading-4.5 font-semibold tabular-nums',
                  view === 'waiting' ? 'bg-danger-soft text-danger' : 'bg-hover text-ink-soft',
                )}
              >
                {count}
              </span>
            )}
          </Link>
        )
      })}
      <Link
        to="/tickets"
        className="flex h-10 items-center px-1.5 text-sm whitespace-nowrap text-ink-soft hover:text-ink md:hidden"
      >
        {t('tickets.heading')}
      </Link>
    </nav>
  )
}
