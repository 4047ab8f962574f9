import { Outlet, useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useCounts } from '../api/conversation-queries.ts'
import { useLive } from '../api/live.ts'
import { classNames } from '../ui/class-names.ts'
import { BottomBar, SideBar } from './navigation.tsx'

export function Shell() {
  const { t } = useTranslation()
  const { line, follow } = useLive()
  const waiting = useCounts()?.waiting ?? 0
  const inConversation = useParams({ strict: false }).conversationId !== undefined
  useEffect(() => follow(), [follow])
  useEffect(() => {
    document.title = waiting > 0 ? `(${waiting}) ${t('app.title')}` : t('app.title')
  }, [waiting, t])
  return (
    <div className="flex h-dvh flex-col md:flex-row">
      <a
        href="#content"
        className="fixed start-3 -top-14 z-50 rounded-lg bg-accent px-4 py-2 text-accent-ink transition-[top] focus:top-3"
      >
        {t('app.navigation.skip')}
      </a>
      <SideBar waiting={waiting} />
      {line === 'reconnecting' && (
        <output className="bg-note px-4 py-1 text-center text-xs text-note-ink md:hidden">
          {t('app.line.reconnecting')}
        </output>
      )}
      <main id="content" tabIndex={-1} className="min-h-0 min-w-0 flex-1 outline-none">
        <Outlet />
      </main>
      <div className={classNames('md:hidden', inConversation && 'hidden')}>
        <BottomBar waiting={waiting} />
      </div>
    </div>
  )
}
