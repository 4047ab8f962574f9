import type { ConversationSummary } from '@lingxi/contract/conversation'
import { ChevronRight } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useConversation } from '../api/conversation-queries.ts'
import { useWhen } from '../i18n/when.ts'
import { Dialog } from '../ui/dialog.tsx'
import { plainText } from '../ui/plain-text.ts'
import { Failed, SkeletonRows } from '../ui/states.tsx'
import { LogEntry } from './log-entry.tsx'
import { readLog } from './read-log.ts'

export function Earlier({ conversations }: { conversations: ConversationSummary[] }) {
  const { t } = useTranslation()
  const { date, full } = useWhen()
  const [opened, setOpened] = useState<ConversationSummary>()
  return (
    <section className="px-5 py-5">
      <h3 className="text-sm font-semibold">{t('conversation.context.earlier')}</h3>
      {conversations.length === 0 && (
        <p className="mt-2 text-sm text-ink-faint">{t('conversation.context.noEarlier')}</p>
      )}
      <ul className="mt-2 -mr-2 -ml-2 flex flex-col">
        {conversations.map((each) => (
          <li key={each.id}>
            <button
              type="button"
              onClick={() => setOpened(each)}
              className="flex w-full items-center gap-2 rounded-lg px-2 py-2 text-start hover:bg-hover"
            >
              <span className="min-w-0 flex-1">
                <span className="block truncate text-sm">{plainText(each.preview) || t('inbox.noPreview')}</span>
                <span className="block text-xs text-ink-faint">
                  {date(each.openedAt)}
                  {each.rating && ` · ${t(each.rating.solved ? 'inbox.solved' : 'inbox.unsolved')}`}
                </span>
              </span>
              <ChevronRight className="size-4 shrink-0 text-ink-faint" />
            </button>
          </li>
        ))}
      </ul>
      <Dialog
        open={opened !== undefined}
        onClose={() => setOpened(undefined)}
        place="side"
        title={opened?.customerName}
        about={opened && t('conversation.context.readOnly', { date: full(opened.openedAt) })}
      >
        {opened && <ReadOnlyLog id={opened.id} />}
      </Dialog>
    </section>
  )
}

function ReadOnlyLog({ id }: { id: string }) {
  const { data, error, refetch } = useConversation(id)
  const items = useMemo(() => readLog(data?.events ?? []), [data])
  if (!data) return error ? <Failed error={error} onRetry={() => void refetch()} /> : <SkeletonRows />
  return (
    <div className="flex flex-col gap-3.5">
      {items.map((item) => (
        <LogEntry key={`${item.kind}${item.seq}`} item={item} conversation={data} />
      ))}
    </div>
  )
}
