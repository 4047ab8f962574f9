import type { Conversation } from '@lingxi/contract/conversation'
import { ArrowDown } from 'lucide-react'
import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLive } from '../api/live.ts'
import { Dots } from '../ui/loading.tsx'
import type { Outgoing } from './drafts.ts'
import { LogEntry } from './log-entry.tsx'
import { OutgoingBubble } from './outgoing-bubble.tsx'
import { readLog } from './read-log.ts'
import type { Send } from './use-send.ts'

type LogProps = {
  conversation: Conversation
  outgoing: Outgoing[]
  onSendAgain: Send
  onTakeBack: (outgoing: Outgoing) => void
}
/** So near the end, the reader follows what comes. */
const near = 120

export function Log({ conversation, outgoing, onSendAgain, onTakeBack }: LogProps) {
  const { t } = useTranslation()
  const items = useMemo(() => readLog(conversation.events), [conversation.events])
  const typing = useLive().typing[conversation.id]
  const scroller = useRef<HTMLDivElement>(null)
  const toEnd = () => scroller.current?.scrollTo({ top: scroller.current.scrollHeight })
  const end = `${items.at(-1)?.seq} ${outgoing.length} ${typing ?? ''}`
  const [following, setFollowing] = useState(true)
  const [seen, setSeen] = useState(end)
  const sending = outgoing.some(({ state }) => state === 'sending')
  useLayoutEffect(() => {
    if (end && (following || sending)) scroller.current?.scrollTo({ top: scroller.current.scrollHeight })
  }, [end, following, sending])
  const onScroll = () => {
    const { scrollTop, scrollHeight, clientHeight } = scroller.current ?? document.body
    setFollowing(scrollHeight - scrollTop - clientHeight < near)
    setSeen(end)
  }
  return (
    <div className="relative min-h-0 flex-1">
      <div
        ref={scroller}
        role="log"
        aria-label={t('conversation.log')}
        // The log scrolls; without focus the keyboard could not.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        onScroll={onScroll}
        className="h-full overflow-y-auto overscroll-contain px-3 py-5 focus-visible:-outline-offset-2 sm:px-6"
      >
        <div className="mx-auto flex max-w-3xl flex-col gap-3.5">
          {items.map((item) => (
            <LogEntry key={`${item.kind}${item.seq}`} item={item} conversation={conversation} />
          ))}
          {outgoing.map((each) => (
            <OutgoingBubble
              key={each.id}
              outgoing={each}
              onSendAgain={() => void onSendAgain(each)}
              onTakeBack={() => onTakeBack(each)}
            />
          ))}
          {typing !== undefined && (
            <p className="flex items-center gap-2 text-sm text-ink-faint">
              <Dots />
              {t('conversation.typing', { name: typing })}
            </p>
          )}
        </div>
      </div>
      {!following && seen !== end && (
        <button
          type="button"
          onClick={toEnd}
          className="absolute bottom-3 left-1/2 flex -translate-x-1/2 items-center gap-1.5 rounded-full bg-ink px-3.5 py-1.5 text-sm text-canvas shadow-lift"
        >
          <ArrowDown className="size-4" />
          {t('conversation.newMessages')}
        </button>
      )}
    </div>
  )
}
