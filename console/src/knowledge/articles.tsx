import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { BookOpenText, FileUp, Plus, SearchX } from 'lucide-react'
import { useDeferredValue, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { articlesOnPage, useArticles } from '../api/knowledge-queries.ts'
import { useMay } from '../api/use-session.ts'
import { buttonClass } from '../ui/button.tsx'
import { Page } from '../ui/page.tsx'
import { Empty, Failed, SkeletonRows } from '../ui/states.tsx'
import { type ArticleSearch, isNarrowed, lastSearch } from './article-search.ts'
import { ArticleTable, type Choosing } from './article-table.tsx'
import { BulkBar } from './bulk-bar.tsx'
import { Categories, CategorySelect } from './categories.tsx'
import { Filters } from './filters.tsx'
import { Pages } from './pages.tsx'
import { Sections } from './sections.tsx'

const here = getRouteApi('/knowledge/')

/** What the address asks for, and what is there. */
function useList() {
  const search = here.useSearch()
  const navigate = useNavigate()
  const { page = 1, time, q, ...marks } = search
  const wanted = useDeferredValue(q?.trim() || undefined)
  const offset = (page - 1) * articlesOnPage
  const query = useArticles({ ...marks, q: wanted, ...(time && { [time]: 'true' }), offset })
  useEffect(() => lastSearch.write(search), [search])
  return {
    search,
    page,
    query,
    categories: query.data?.categories ?? [],
    /** Whatever is asked for anew begins on the first page. */
    show: (next: ArticleSearch) => void navigate({ to: '/knowledge', search: next, replace: true }),
  }
}

export function Articles() {
  const { t } = useTranslation()
  const mayEdit = useMay('supervisor')
  const { search, page, query, categories, show } = useList()
  const toCategory = (category: string | undefined) => show({ ...search, category, page: undefined })
  return (
    <Page title={t('knowledge.heading')} actions={mayEdit && <AddLink />} below={<Sections />}>
      <div className={categories.length > 0 ? 'grid gap-6 lg:grid-cols-[11rem_1fr]' : ''}>
        <Categories paths={categories} chosen={search.category} onChoose={toCategory} />
        <div className="min-w-0">
          <Filters
            chosen={search}
            tags={query.data?.tags ?? []}
            counts={query.data?.counts}
            onChange={(next) => show({ ...next, page: undefined })}
          />
          <CategorySelect paths={categories} chosen={search.category} onChoose={toCategory} />
          <Listed query={query} categories={categories} narrowed={isNarrowed(search)} />
          {query.data && query.data.total > 0 && (
            <Pages
              page={page}
              size={articlesOnPage}
              total={query.data.total}
              onChange={(next) => show({ ...search, page: next })}
            />
          )}
        </div>
      </div>
    </Page>
  )
}

type ListedProps = { query: ReturnType<typeof useArticles>; categories: string[]; narrowed: boolean }

/** The articles; what is chosen stays so from page to page. */
function Listed({ query, categories, narrowed }: ListedProps) {
  const mayEdit = useMay('supervisor')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const choose: Choosing['onChoose'] = (ids, isChosen) =>
    setChosen(isChosen ? new Set([...chosen, ...ids]) : new Set([...chosen].filter((id) => !ids.includes(id))))
  return (
    <>
      <div className="mt-4 overflow-hidden rounded-2xl border border-line bg-surface">
        <Found query={query} narrowed={narrowed} choosing={mayEdit ? { chosen, onChoose: choose } : undefined} />
      </div>
      {chosen.size > 0 && <BulkBar ids={[...chosen]} categories={categories} onClear={() => setChosen(new Set())} />}
    </>
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

type FoundProps = {
  query: ReturnType<typeof useArticles>
  narrowed: boolean
  choosing: Choosing | undefined
}

function Found({ query, narrowed, choosing }: FoundProps) {
  const { t } = useTranslation()
  const { data, error, refetch } = query
  if (data && data.articles.length > 0) return <ArticleTable articles={data.articles} choosing={choosing} />
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
