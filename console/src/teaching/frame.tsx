import { Link, Outlet } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Page } from '../ui/page.tsx'

const look =
  'relative flex h-10 items-center px-1 text-ink-soft hover:text-ink after:absolute after:inset-x-0 after:-bottom-px after:h-0.5 after:rounded-full'
const active = { className: 'font-medium text-ink after:bg-accent' }
const sections = ['intents', 'entities', 'messages', 'training', 'try'] as const

/** The frame of every screen of understanding: its heading and its sections. */
export function Frame() {
  const { t } = useTranslation()
  return (
    <Page
      title={t('understanding.heading')}
      lead={t('understanding.lead')}
      below={
        <nav
          aria-label={t('understanding.sectionsLabel')}
          className="flex gap-x-4 overflow-x-auto sm:gap-x-6 whitespace-nowrap"
        >
          {sections.map((section) => (
            <Link key={section} to={`/understanding/${section}`} className={look} activeProps={active}>
              {t(`understanding.sections.${section}`)}
            </Link>
          ))}
        </nav>
      }
    >
      <Outlet />
    </Page>
  )
}
