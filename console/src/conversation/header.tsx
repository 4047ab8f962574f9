import type { Conversation } from '@lingxi/contract/conversation'
import { Link, useParams } from '@tanstack/react-router'
import { ArrowLeft, Bot, Check, CircleCheck, Hand, PanelRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../ui/avatar.tsx'
import { Badge, type Tone } from '../ui/badge.tsx'
import { Button, IconButton } from '../ui/button.tsx'
import { useWide } from '../ui/use-wide.ts'
import type { DeskActions } from './use-desk-actions.ts'

type HeaderProps = { conversation: Conversation; desk: DeskActions; onDetails: (() => void) | undefined }

export function Header({ conversation, desk, onDetails }: HeaderProps) {
  const { t } = useTranslation()
  const { view = 'open' } = useParams({ strict: false })
  // On a phone nothing else is on the page.
  const Name = useWide(768) ? 'h2' : 'h1'
  return (
    <header className="flex min-h-16 flex-wrap items-center gap-x-3 gap-y-2 border-b border-line bg-surface px-3 py-2.5 sm:px-5">
      <Link
        to="/inbox/$view"
        params={{ view }}
        aria-label={t('conversation.back')}
        className="grid size-8.5 place-items-center rounded-lg text-ink-soft hover:bg-hover md:hidden"
      >
        <ArrowLeft className="size-5" />
      </Link>
      <Avatar name={conversation.customerName} />
      <div className="min-w-0 flex-1">
        <Name className="truncate text-lg font-semibold">{conversation.customerName}</Name>
        <OwnerBadge conversation={conversation} mine={desk.mine} />
      </div>
      <div className="flex items-center gap-1.5">
        {desk.may.handBack && (
          <IconButton
            label={t('conversation.handBack')}
            look="outline"
            disabled={desk.busy}
            onClick={() => desk.ask('handBack')}
          >
            <Bot />
          </IconButton>
        )}
        {desk.may.resolve && (
          <Button disabled={desk.busy} onClick={() => desk.ask('resolve')}>
            <Check />
            <span className="max-sm:sr-only">{t('conversation.resolve')}</span>
          </Button>
        )}
        {desk.may.claim && (
          // On a phone the way to it stands where the reply would be.
          <Button look="primary" disabled={desk.busy} onClick={() => desk.ask('claim')} className="max-sm:hidden">
            <Hand />
            {t(desk.colleague ? 'conversation.takeOver' : 'conversation.claim')}
          </Button>
        )}
        {onDetails && (
          <IconButton label={t('conversation.details')} onClick={onDetails}>
            <PanelRight />
          </IconButton>
        )}
      </div>
    </header>
  )
}

function OwnerBadge({ conversation: { status, owner }, mine }: { conversation: Conversation; mine: boolean }) {
  const { t } = useTranslation()
  if (status === 'resolved') {
    return (
      <Badge>
        <CircleCheck />
        {t('conversation.resolved')}
      </Badge>
    )
  }
  const tones: Record<typeof owner.kind, Tone> = { bot: 'info', queue: 'warm', staff: mine ? 'accent' : 'plain' }
  const name = owner.kind === 'staff' ? owner.name : ''
  return <Badge tone={tones[owner.kind]}>{t(`conversation.owner.${mine ? 'me' : owner.kind}`, { name })}</Badge>
}
