import { Link, Outlet } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useFlowOverview } from '../api/flow-queries.ts'
import { Badge } from '../ui/badge.tsx'
import { Page } from '../ui/page.tsx'

const look =
  'relative flex h-10 items-center gap-1.5 px-1 text-ink-soft hover:text-ink after:absolute after:inset-x-0 after:-bottom-px after:h-0.5 after:rounded-full'
const active = { className: 'font-medium text-ink after:bg-accent' }
const sections = ['flows', 'slots', 'tables', 'findings', 'tests', 'versions', 'file'] as const

/** The frame of the lists of flows: its heading, how the draft stands, and its sections. */
export function FlowsFrame() {
  const { t } = useTranslation()
  const { data: overview } = useFlowOverview()
  return (
    <Page
      title={t('flows.heading')}
      lead={t('flows.lead')}
      actions={
        overview && (
          <span className="flex flex-wrap gap-1.5">
            {overview.changed && <Badge tone="warm">{t('flows.draftChanged')}</Badge>}
            <Badge tone={overview.rollout.live === null ? 'plain' : 'accent'}>
              {overview.rollout.live === null
                ? t('flows.nothingLive')
                : t('flows.live', { number: overview.rollout.live })}
            </Badge>
          </span>
        )
      }
      below={
        <nav
          aria-label={t('flows.sectionsLabel')}
          className="flex gap-x-4 overflow-x-auto whitespace-nowrap sm:gap-x-6"
        >
          {sections.map((section) => (
            <Link key={section} to={`/flows/${section}`} className={look} activeProps={active}>
              {t(`flows.sections.${section}`)}
              {section === 'findings' && overview && overview.errors > 0 && (
                <Badge tone="danger">{overview.errors}</Badge>
              )}
            </Link>
          ))}
        </nav>
      }
    >
      <Outlet />
    </Page>
  )
}
