/** The desk: which conversations there are, beside the one that is open. */
import type { ConversationView } from '@lingxi/contract/conversation'
import { Outlet, useParams } from '@tanstack/react-router'
import { Keyboard } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useConversations } from '../api/conversation-queries.ts'
import { FirstLesson } from '../pieces/first-lesson.tsx'
import { IconButton } from '../ui/button.tsx'
import { classNames } from '../ui/class-names.ts'
import { SearchInput } from '../ui/search-input.tsx'
import { useShortcuts } from '../ui/shortcuts.ts'
import { Failed, SkeletonRows } from '../ui/states.tsx'
import { ConversationList } from './conversation-list.tsx'
import { EmptyView } from './empty-view.tsx'
import { findRows } from './find-rows.ts'
import { ShortcutsHelp } from './shortcuts-help.tsx'
import { ViewTabs } from './view-tabs.tsx'

export function Inbox() {
  const { t } = useTranslation()
  const params = useParams({ strict: false })
  const view = params.view as ConversationView
  const [helping, setHelping] = useState(false)
  const [search, setSearch] = useState('')
  const searchInput = useRef<HTMLInputElement>(null)
  useShortcuts({ '?': () => setHelping(true), '/': () => searchInput.current?.focus() })
  return (
    <div className="flex h-full min-h-0">
      <section
        aria-label={t('inbox.list')}
        className={classNames(
          'flex min-h-0 w-full flex-col border-e border-line bg-surface md:w-76 md:shrink-0 wide:w-86',
          params.conversationId !== undefined && 'max-md:hidden',
        )}
      >
        <header className="px-4 pt-4">
          <div className="flex items-center justify-between">
            <h1 className="text-xl font-semibold">{t('inbox.heading')}</h1>
            <IconButton label={t('inbox.shortcuts.button')} onClick={() => setHelping(true)} className="max-md:hidden">
              <Keyboard />
            </IconButton>
          </div>
          <SearchInput
            ref={searchInput}
            label={t('inbox.searchHint')}
            placeholder={t('inbox.search')}
            value={search}
            onChange={setSearch}
            className="mt-2.5"
          />
          <FirstLesson className="mt-2.5" />
          <ViewTabs />
        </header>
        <Rows key={view} view={view} search={search} chosen={params.conversationId} />
      </section>
      <div className={classNames('min-h-0 min-w-0 flex-1', params.conversationId === undefined && 'max-md:hidden')}>
        <Outlet />
      </div>
      <ShortcutsHelp open={helping} onClose={() => setHelping(false)} />
    </div>
  )
}

function Rows({ view, search, chosen }: { view: ConversationView; search: string; chosen: string | undefined }) {
  const { rows, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useConversations(view)
  const found = findRows(rows, search)
  if (isPending) return <SkeletonRows count={7} className="h-19" />
  if (error && rows.length === 0) return <Failed error={error} onRetry={() => void refetch()} />
  if (found.length === 0 && !hasNextPage) return <EmptyView view={view} search={rows.length > 0 ? search : ''} />
  return (
    <ConversationList
      rows={found}
      view={view}
      chosen={chosen}
      reading={isFetchingNextPage}
      onEnd={() => {
        if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
      }}
    />
  )
}
