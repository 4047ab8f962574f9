import type { ConversationSummary, ConversationView } from '@lingxi/contract/conversation'
import { Link } from '@tanstack/react-router'
import { Bot, Clock3, Star, ThumbsDown, ThumbsUp, TrendingDown, UserRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useLive } from '../api/live.ts'
import { useMe } from '../api/use-session.ts'
import { knownWord } from '../i18n/known-word.ts'
import { useWhen } from '../i18n/when.ts'
import { Badge } from '../ui/badge.tsx'
import { classNames } from '../ui/class-names.ts'
import { plainText } from '../ui/plain-text.ts'

export const rowElementId = (id: string) => `row-${id}`

type RowProps = { row: ConversationSummary; view: ConversationView; chosen: boolean }

export function ConversationRow({ row, view, chosen }: RowProps) {
  const { t, i18n } = useTranslation()
  const { short } = useWhen()
  const typing = useLive().typing[row.id] !== undefined
  return (
    <Link
      id={rowElementId(row.id)}
      to="/inbox/$view/$conversationId"
      params={{ view, conversationId: row.id }}
      preload={false}
      aria-current={chosen ? 'true' : undefined}
      className={classNames(
        'relative flex h-full flex-col justify-center gap-1 border-b border-line px-4 transition-colors focus-visible:-outline-offset-2',
        chosen
          ? 'bg-accent-soft before:absolute before:inset-y-0 before:start-0 before:w-0.75 before:bg-accent'
          : 'hover:bg-hover',
      )}
    >
      <span className="flex items-center gap-2">
        <span className={classNames('truncate', row.unanswered ? 'font-semibold' : 'font-medium')}>
          {row.customerName}
        </span>
        {row.unanswered && (
          <span className="size-2 shrink-0 rounded-full bg-danger">
            <span className="sr-only">{t('inbox.unanswered')}</span>
          </span>
        )}
        <time dateTime={row.updatedAt} className="ms-auto shrink-0 text-xs text-ink-faint tabular-nums">
          {short(row.updatedAt)}
        </time>
      </span>
      <span
        className={classNames(
          'truncate text-sm',
          typing ? 'text-accent-strong' : row.unanswered ? 'text-ink' : 'text-ink-soft',
        )}
      >
        {typing ? t('inbox.typing') : plainText(row.preview) || t('inbox.noPreview')}
      </span>
      <span className="flex min-w-0 items-center gap-2 text-xs text-ink-faint">
        <Standing row={row} />
        <Marks row={row} />
        <span className="ms-auto shrink-0 truncate">
          {knownWord(i18n, 'channel', row.channel)} · {t(`app.languages.${row.language}`)}
        </span>
      </span>
    </Link>
  )
}

/** What somebody should look at. */
function Marks({ row }: { row: ConversationSummary }) {
  const { t } = useTranslation()
  return (
    <>
      {row.approvals > 0 && <Badge tone="warm">{t('actions.approval.count', { count: row.approvals })}</Badge>}
      {row.status === 'open' && row.mood?.falling && (
        <Badge tone="danger">
          <TrendingDown />
          {t('inbox.moodFalling')}
        </Badge>
      )}
    </>
  )
}

/** Who has it, how long it has waited, or how it was rated. */
function Standing({ row }: { row: ConversationSummary }) {
  const { t } = useTranslation()
  const { since } = useWhen()
  const me = useMe()
  if (row.rating) return <Rated rating={row.rating} />
  if (row.owner.kind === 'queue') {
    return (
      <Badge tone="warm">
        <Clock3 />
        {row.waitingSince ? t('inbox.waitingFor', { time: since(row.waitingSince) }) : t('inbox.ownerQueue')}
      </Badge>
    )
  }
  if (row.owner.kind === 'bot') {
    return (
      <span className="flex items-center gap-1">
        <Bot className="size-3.5" />
        {t('inbox.ownerBot')}
      </span>
    )
  }
  const mine = row.owner.staffId === me.id
  return (
    <span className={classNames('flex min-w-0 items-center gap-1', mine && 'font-medium text-accent-strong')}>
      <UserRound className="size-3.5 shrink-0" />
      <span className="truncate">{mine ? t('inbox.ownerMe') : row.owner.name}</span>
    </span>
  )
}

function Rated({ rating }: { rating: { solved: boolean; stars: number | null } }) {
  const { t } = useTranslation()
  return (
    <Badge tone={rating.solved ? 'accent' : 'danger'}>
      {rating.solved ? <ThumbsUp /> : <ThumbsDown />}
      {t(rating.solved ? 'inbox.solved' : 'inbox.unsolved')}
      {rating.stars !== null && (
        <span className="ms-0.5 inline-flex items-center gap-0.5" title={t('inbox.stars', { count: rating.stars })}>
          {rating.stars}
          <Star className="fill-current" />
        </span>
      )}
    </Badge>
  )
}
