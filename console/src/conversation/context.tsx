import type { Conversation } from '@lingxi/contract/conversation'
import { Link } from '@tanstack/react-router'
import { ExternalLink, Ticket } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { knownWord } from '../i18n/known-word.ts'
import { useWhen } from '../i18n/when.ts'
import { buttonClass } from '../ui/button.tsx'
import { Avatar } from '../ui/avatar.tsx'
import { Spent } from './assisted.tsx'
import { Earlier } from './earlier.tsx'
import { MoodCurve } from './mood-curve.tsx'
import { lastPage } from './read-log.ts'

/** Who the customer is, how this came about, and what was before. */
export function Context({ conversation }: { conversation: Conversation }) {
  const { t, i18n } = useTranslation()
  const { full } = useWhen()
  const { owner } = conversation
  const page = lastPage(conversation.events)
  return (
    <div>
      <div className="flex flex-col items-center gap-2 border-b border-line px-5 py-6 text-center">
        <Avatar name={conversation.customerName} size="large" />
        <p className="text-lg leading-snug font-semibold">{conversation.customerName}</p>
        <p className="font-mono text-xs break-all text-ink-faint">{conversation.customerId}</p>
        <Link to="/tickets" search={{ conversation: conversation.id }} className={buttonClass('outline', 'small')}>
          <Ticket />
          {t('tickets.heading')}
        </Link>
      </div>
      <dl className="flex flex-col gap-3 border-b border-line px-5 py-5">
        <Item name={t('conversation.context.channel')}>{knownWord(i18n, 'channel', conversation.channel)}</Item>
        <Item name={t('conversation.context.language')}>{t(`app.languages.${conversation.language}`)}</Item>
        <Item name={t('conversation.context.opened')}>{full(conversation.openedAt)}</Item>
        <Item name={t('conversation.context.updated')}>{full(conversation.updatedAt)}</Item>
        <Item name={t('conversation.context.owner')}>
          {owner.kind === 'staff' ? owner.name : t(owner.kind === 'bot' ? 'inbox.ownerBot' : 'inbox.ownerQueue')}
        </Item>
        <Item name={t('conversation.context.turn')}>{conversation.turn}</Item>
        {conversation.handOffReason && (
          <Item name={t('conversation.context.handOffReason')}>
            {knownWord(i18n, 'reason', conversation.handOffReason)}
          </Item>
        )}
        {conversation.rating && (
          <Item name={t('conversation.context.rating')}>
            {t(conversation.rating.solved ? 'inbox.solved' : 'inbox.unsolved')}
            {conversation.rating.stars !== null && ` · ${t('inbox.stars', { count: conversation.rating.stars })}`}
          </Item>
        )}
        {conversation.modelUse.steps > 0 && (
          <Item name={t('assist.spent.conversation')}>
            <Spent use={conversation.modelUse} />
          </Item>
        )}
        {page && (
          <div>
            <dt className="text-xs text-ink-faint">{t('conversation.context.page')}</dt>
            <dd className="mt-0.5 text-sm break-all">
              <PageAddress page={page} />
            </dd>
          </div>
        )}
      </dl>
      <MoodCurve events={conversation.events} falling={conversation.mood?.falling ?? false} />
      <Earlier conversations={conversation.earlier} />
    </div>
  )
}

function Item({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex justify-between gap-4 text-sm">
      <dt className="shrink-0 text-ink-faint">{name}</dt>
      <dd className="min-w-0 text-end">{children}</dd>
    </div>
  )
}

/** A page says where it is itself; only an address of the web becomes a link. */
function PageAddress({ page }: { page: string }) {
  if (!/^https?:\/\//i.test(page)) return page
  return (
    <a href={page} target="_blank" rel="noopener noreferrer" className="text-accent underline underline-offset-2">
      {page}
      <ExternalLink aria-hidden className="ms-1 inline size-3" />
    </a>
  )
}
