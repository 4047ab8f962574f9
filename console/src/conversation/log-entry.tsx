import type { Conversation } from '@lingxi/contract/conversation'
import { StickyNote } from 'lucide-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../api/use-session.ts'
import { useWhen } from '../i18n/when.ts'
import { Markdown } from '../ui/markdown.tsx'
import { Bubble } from './bubble.tsx'
import { Attachments } from './attachments.tsx'
import { Citations } from './citations.tsx'
import { Delivery } from './delivery.tsx'
import type { LogItem } from './read-log.ts'
import { SystemLine } from './system-line.tsx'
import { Decided, WhyThis } from './why.tsx'

type EntryProps = { item: LogItem; conversation: Conversation }

export const LogEntry = memo(
  function LogEntry({ item, conversation }: EntryProps) {
    const { day } = useWhen()
    if (item.kind === 'day') {
      return (
        <div className="flex items-center gap-3 text-xs text-ink-faint before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
          {day(item.at)}
        </div>
      )
    }
    if (item.kind === 'line') return <SystemLine event={item.event} />
    if (item.kind === 'decided') return <Decided event={item.event} />
    if (item.kind === 'note') return <Note item={item} />
    if (item.kind === 'sent') return <Sent item={item} />
    return (
      <Bubble side="start" look="customer" name={conversation.customerName} at={item.event.at}>
        <p className="whitespace-pre-wrap">{item.event.text}</p>
      </Bubble>
    )
  },
  (before, after) => before.item.seq === after.item.seq && sameDelivery(before.item, after.item),
)

const sameDelivery = (one: LogItem, other: LogItem) =>
  one.kind !== 'sent' || other.kind !== 'sent' || (one.delivery === other.delivery && one.why === other.why)

function Note({ item }: { item: Extract<LogItem, { kind: 'note' }> }) {
  const { t } = useTranslation()
  const label = (
    <span className="inline-flex items-center gap-1 font-medium">
      <StickyNote className="size-3.5" />
      {t('conversation.note')}
    </span>
  )
  return (
    <Bubble side="end" look="note" name={item.event.name} at={item.event.at} label={label}>
      <p className="whitespace-pre-wrap">{item.event.text}</p>
    </Bubble>
  )
}

function Sent({ item }: { item: Extract<LogItem, { kind: 'sent' }> }) {
  const { t } = useTranslation()
  const me = useMe()
  const { speaker, at, text, citations, quickReplies, attachments = [], related = [], kind } = item.event
  const offered = [...quickReplies.map(({ label }) => label), ...related]
  const look = speaker.kind === 'bot' ? 'bot' : speaker.staffId === me.id ? 'mine' : 'staff'
  return (
    <Bubble
      side="end"
      look={look}
      name={speaker.name}
      at={at}
      label={kind === 'survey' && t('conversation.survey')}
      after={<Delivery outcome={item.delivery} />}
      below={item.why && <WhyThis event={item.why} />}
    >
      <Markdown text={text} className="chat" />
      {attachments.length > 0 && <Attachments attachments={attachments} />}
      {citations.length > 0 && <Citations citations={citations} />}
      {offered.length > 0 && (
        <ul aria-label={t('conversation.quickReplies')} className="mt-2.5 flex flex-wrap gap-1.5">
          {offered.map((label) => (
            <li key={label} className="rounded-full border border-accent-line px-2.5 py-0.5 text-xs text-ink-soft">
              {label}
            </li>
          ))}
        </ul>
      )}
    </Bubble>
  )
}
