import { Link } from '@tanstack/react-router'
import { BookOpenText, ChevronLeft, ChevronRight, FileUp, Plus, SearchX } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type ArticleFilters, articlesOnPage, useArticles } from '../api/knowledge-queries.ts'
import { useMay } from '../api/use-session.ts'
import { buttonClass, IconButton } from '../ui/button.tsx'
import { Page } from '../ui/page.tsx'
import { Empty, Failed, SkeletonRows } from '../ui/states.tsx'
import { ArticleTable } from './article-table.tsx'
import { Filters } from './filters.tsx'
import { Sections } from './sections.tsx'

type Chosen = Omit<ArticleFilters, 'offset'>

export function Articles() {
  const { t } = useTranslation()
  const mayEdit = useMay('supervisor')
  const [chosen, setChosen] = useState<Chosen>({})
  const [offset, setOffset] = useState(0)
  const q = useDeferredValue(chosen.q?.trim() || undefined)
  const query = useArticles({ ...chosen, q, offset })
  const choose = (next: Chosen) => {
    setChosen(next)
    setOffset(0)
  }
  return (
    <Page title={t('knowledge.heading')} actions={mayEdit && <AddLink />} below={<Sections />}>
      <Filters chosen={chosen} tags={query.data?.tags ?? []} onChange={choose} />
      <div className="mt-4 overflow-hidden rounded-2xl border border-line bg-surface">
        <Found query={query} narrowed={Object.values(chosen).some(Boolean)} />
      </div>
      {query.data && query.data.total > 0 && <Pages offset={offset} total={query.data.total} onChange={setOffset} />}
    </Page>
  )
}

function AddLink() {
  const { t } = useTranslation()
  return (
    <Link to="/knowledge/new" className={buttonClass('primary')}>
      <Plus />
      {t('knowledge.add')}
    </Link>
  )
}

function Found({ query, narrowed }: { query: ReturnType<typeof useArticles>; narrowed: boolean }) {
  const { t } = useTranslation()
  const { data, error, refetch } = query
  if (data && data.articles.length > 0) return <ArticleTable articles={data.articles} />
  if (data && narrowed) {
    return <Empty icon={<SearchX />} title={t('knowledge.emptyFiltered')} text={t('knowledge.emptyFilteredText')} />
  }
  if (data) return <NoArticles />
  return error ? <Failed error={error} onRetry={() => void refetch()} /> : <SkeletonRows count={8} className="h-12" />
}

function NoArticles() {
  const { t } = useTranslation()
  const mayEdit = useMay('supervisor')
  return (
    <Empty icon={<BookOpenText />} title={t('knowledge.empty')} text={t('knowledge.emptyText')}>
      {mayEdit && (
        <>
          <AddLink />
          <Link to="/knowledge/import" className={buttonClass()}>
            <FileUp />
            {t('knowledge.sections.import')}
          </Link>
        </>
      )}
    </Empty>
  )
}

function Pages({ offset, total, onChange }: { offset: number; total: number; onChange: (offset: number) => void }) {
  const { t } = useTranslation()
  const to = Math.min(total, offset + articlesOnPage)
  return (
    <nav aria-label={t('knowledge.pages')} className="mt-3 flex items-center justify-end gap-2 text-sm text-ink-soft">
      <span className="tabular-nums" aria-live="polite">
        {total > articlesOnPage
          ? t('knowledge.range', { from: offset + 1, to, total })
          : t('knowledge.total', { count: total })}
      </span>
      {total > articlesOnPage && (
        <>
          <IconButton
            label={t('app.actions.previous')}
            look="outline"
            disabled={offset === 0}
            onClick={() => onChange(Math.max(0, offset - articlesOnPage))}
          >
            <ChevronLeft />
          </IconButton>
          <IconButton label={t('app.actions.next')} look="outline" disabled={to >= total} onClick={() => onChange(to)}>
            <ChevronRight />
          </IconButton>
        </>
      )}
    </nav>
  )
}
