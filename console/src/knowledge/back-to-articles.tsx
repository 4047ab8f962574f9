import { Link } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { lastSearch } from './article-search.ts'

const look = 'grid size-8.5 place-items-center rounded-lg text-ink-soft hover:bg-hover'

/** To the list as it was left. */
export function BackToArticles() {
  const { t } = useTranslation()
  return (
    <Link to="/knowledge" search={lastSearch.read()} aria-label={t('app.actions.back')} className={look}>
      <ArrowLeft className="size-5" />
    </Link>
  )
}

export function BackToArticle({ articleId }: { articleId: string }) {
  const { t } = useTranslation()
  return (
    <Link
      to="/knowledge/articles/$articleId"
      params={{ articleId }}
      aria-label={t('app.actions.back')}
      className={look}
    >
      <ArrowLeft className="size-5" />
    </Link>
  )
}
