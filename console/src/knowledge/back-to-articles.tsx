import { Link } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { lastSearch } from './article-search.ts'

export function BackToArticles() {
  const { t } = useTranslation()
  return (
    <Link
      to="/knowledge"
      search={lastSearch.read()}
      aria-label={t('app.actions.back')}
      className="grid size-8.5 place-items-center rounded-lg text-ink-soft hover:bg-hover"
    >
      <ArrowLeft className="size-5" />
    </Link>
  )
}
