import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMay } from '../api/use-session.ts'

const look =
  'relative flex h-10 items-center px-1 text-ink-soft hover:text-ink after:absolute after:inset-x-0 after:-bottom-px after:h-0.5 after:rounded-full'
const active = { className: 'font-medium text-ink after:bg-accent' }

export function Sections() {
  const { t } = useTranslation()
  const mayEdit = useMay('supervisor')
  return (
    <nav aria-label={t('knowledge.sectionsLabel')} className="flex gap-x-6 overflow-x-auto whitespace-nowrap">
      <Link to="/knowledge" activeOptions={{ exact: true, includeSearch: false }} className={look} activeProps={active}>
        {t('knowledge.sections.articles')}
      </Link>
      <Link to="/knowledge/sources" className={look} activeProps={active}>
        {t('sources.heading')}
      </Link>
      {mayEdit && (
        <>
          <Link to="/knowledge/reviews" className={look} activeProps={active}>
            {t('review.section')}
          </Link>
          <Link to="/knowledge/due" className={look} activeProps={active}>
            {t('review.sectionDue')}
          </Link>
        </>
      )}
      <Link to="/knowledge/try" className={look} activeProps={active}>
        {t('knowledge.sections.try')}
      </Link>
      <Link to="/knowledge/evaluation" className={look} activeProps={active}>
        {t('evaluation.heading')}
      </Link>
      <Link to="/knowledge/words" className={look} activeProps={active}>
        {t('dictionary.heading')}
      </Link>
      <Link to="/knowledge/relations" className={look} activeProps={active}>
        {t('relations.heading')}
      </Link>
      <Link to="/knowledge/graph" className={look} activeProps={active}>
        {t('graph.heading')}
      </Link>
      {mayEdit && (
        <Link to="/knowledge/import" className={look} activeProps={active}>
          {t('knowledge.sections.import')}
        </Link>
      )}
    </nav>
  )
}
