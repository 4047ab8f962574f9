import { Link } from '@tanstack/react-router'
import { RefreshCw } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLookNow } from '../api/learning-queries.ts'
import { useMay } from '../api/use-session.ts'
import { Button } from '../ui/button.tsx'
import { Page } from '../ui/page.tsx'
import { Refused } from '../ui/states.tsx'

const look =
  'relative flex h-10 items-center px-1 text-ink-soft hover:text-ink after:absolute after:inset-x-0 after:-bottom-px after:h-0.5 after:rounded-full'
const active = { className: 'font-medium text-ink after:bg-accent' }

/** The frame of every screen of learning: its heading, its sections, and looking now. */
export function LearningPage({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  const mayDecide = useMay('supervisor')
  const lookNow = useLookNow()
  return (
    <Page
      title={t('learning.heading')}
      lead={t('learning.lead')}
      actions={
        mayDecide && (
          <Button disabled={lookNow.isPending} onClick={() => lookNow.mutate(undefined)}>
            <RefreshCw />
            {t(lookNow.isPending ? 'learning.looking' : 'learning.lookNow')}
          </Button>
        )
      }
      below={
        <nav aria-label={t('learning.sectionsLabel')} className="flex gap-x-6 overflow-x-auto whitespace-nowrap">
          <Link to="/learning/gaps" className={look} activeProps={active}>
            {t('learning.sections.gaps')}
          </Link>
          {mayDecide && (
            <>
              <Link to="/learning/conflicts" className={look} activeProps={active}>
                {t('learning.sections.conflicts')}
              </Link>
              <Link to="/learning/health" className={look} activeProps={active}>
                {t('learning.sections.health')}
              </Link>
            </>
          )}
          <Link to="/learning/contributors" className={look} activeProps={active}>
            {t('learning.sections.contributors')}
          </Link>
          <Link to="/learning/ways" className={look} activeProps={active}>
            {t('choosing.section')}
          </Link>
        </nav>
      }
    >
      <Refused error={lookNow.error} />
      {children}
    </Page>
  )
}
