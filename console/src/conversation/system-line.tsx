import {
  BellRing,
  Bot,
  CircleCheck,
  Hand,
  type LucideIcon,
  MessageCirclePlus,
  ShieldCheck,
  Star,
  Undo2,
  UserRoundSearch,
  Zap,
} from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { knownWord } from '../i18n/known-word.ts'
import { useWhen } from '../i18n/when.ts'
import { classNames } from '../ui/class-names.ts'
import type { LineEvent } from './read-log.ts'

const icons: Record<LineEvent['type'], LucideIcon> = {
  'conversation-opened': MessageCirclePlus,
  'hand-off-requested': UserRoundSearch,
  'hand-off-withdrawn': Undo2,
  'conversation-claimed': Hand,
  'conversation-handed-back': Bot,
  'conversation-resolved': CircleCheck,
  'conversation-rated': Star,
  'action-performed': Zap,
  'action-judged': ShieldCheck,
  'event-received': BellRing,
}

export function SystemLine({ event }: { event: LineEvent }) {
  const { clock, full } = useWhen()
  const text = useLineText(event)
  const Icon = icons[event.type]
  const urgent = event.type === 'hand-off-requested'
  return (
    <div
      className={classNames(
        'flex items-start justify-center gap-1.5 px-4 text-center text-xs',
        urgent ? 'text-note-ink' : 'text-ink-faint',
      )}
    >
      <Icon className="mt-0.5 size-3.5 shrink-0" />
      <span>
        {text}
        {event.type === 'conversation-rated' && event.stars !== undefined && <Stars count={event.stars} />}
        {event.type === 'conversation-rated' && event.comment && (
          <q className="mt-0.5 block text-ink-soft">{event.comment}</q>
        )}
      </span>
      <time dateTime={event.at} title={full(event.at)} className="shrink-0 tabular-nums">
        {clock(event.at)}
      </time>
    </div>
  )
}

function useLineText(event: LineEvent): string {
  const { t, i18n } = useTranslation()
  switch (event.type) {
    case 'conversation-opened':
      return t('conversation.lines.opened', {
        channel: knownWord(i18n, 'channel', event.channel),
        language: t(`app.languages.${event.language}`),
      })
    case 'hand-off-requested':
      return t('conversation.lines.handOff', { reason: knownWord(i18n, 'reason', event.reason) })
    case 'hand-off-withdrawn':
      return t('conversation.lines.withdrawn')
    case 'conversation-claimed':
      return t('conversation.lines.claimed', { name: event.name })
    case 'conversation-handed-back':
      return t('conversation.lines.handedBack', { name: event.name })
    case 'conversation-resolved':
      return t('conversation.lines.resolved', { name: event.name })
    case 'conversation-rated':
      return t(event.solved ? 'conversation.lines.ratedSolved' : 'conversation.lines.ratedUnsolved')
    case 'action-performed':
      return t(`conversation.lines.performed.${event.outcome.kind}`, { action: event.action })
    case 'action-judged':
      return t(event.allowed ? 'conversation.lines.allowed' : 'conversation.lines.notAllowed', { name: event.name })
    case 'event-received':
      return t('conversation.lines.event', { name: event.name })
  }
}

function Stars({ count }: { count: number }) {
  const { t } = useTranslation()
  return (
    <span className="ms-1.5 inline-flex translate-y-0.5 text-note-ink">
      <span className="sr-only">{t('inbox.stars', { count })}</span>
      {[1, 2, 3, 4, 5].map((star) => (
        <Star
          key={star}
          aria-hidden
          className={classNames('size-3.5', star <= count ? 'fill-current' : 'opacity-40')}
        />
      ))}
    </span>
  )
}
