import { type Ticket, ticketPriorities, ticketStatuses } from '@lingxi/contract/ticket'
import { Link, useSearch } from '@tanstack/react-router'
import { Plus, Ticket as TicketIcon } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStaff } from '../api/staff-queries.ts'
import { type TicketFilter, ticketsOnPage, useTickets } from '../api/ticket-queries.ts'
import { useMe } from '../api/use-session.ts'
import { useWhen } from '../i18n/when.ts'
import { Badge, type Tone } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { Page } from '../ui/page.tsx'
import { Pager } from '../ui/pager.tsx'
import { SearchInput } from '../ui/search-input.tsx'
import { Select } from '../ui/select.tsx'
import { Empty, Failed, SkeletonRows } from '../ui/states.tsx'
import { OpenTicket } from './open-ticket.tsx'
import { TicketDialog } from './ticket-dialog.tsx'

export const priorityTones: Record<Ticket['priority'], Tone> = {
  low: 'plain',
  normal: 'plain',
  high: 'warm',
  urgent: 'danger',
}

const link = 'text-accent-strong underline'

export function Tickets() {
  const { t } = useTranslation()
  const { conversation } = useSearch({ from: '/tickets' })
  const [filter, setFilter] = useState<TicketFilter>({ status: 'open', offset: 0 })
  const [opening, setOpening] = useState(false)
  const [shown, setShown] = useState<Ticket>()
  const asked = { ...filter, ...(conversation && { conversation }) }
  const narrow = (more: TicketFilter) => setFilter((now) => ({ ...now, ...more, offset: 0 }))
  return (
    <Page
      title={t('tickets.heading')}
      lead={t('tickets.lead')}
      actions={
        <Button look="primary" onClick={() => setOpening(true)}>
          <Plus />
          {t('tickets.open')}
        </Button>
      }
    >
      {conversation && (
        <p className="mb-3 flex flex-wrap gap-3 text-sm text-ink-soft">
          {t('tickets.ofConversation')}
          <Link
            to="/inbox/$view/$conversationId"
            params={{ view: 'open', conversationId: conversation }}
            className={link}
          >
            {t('tickets.conversation')}
          </Link>
          <Link to="/tickets" className={link}>
            {t('tickets.all')}
          </Link>
        </p>
      )}
      <TicketFilters filter={filter} narrow={narrow} />
      <TicketList filter={asked} onOpen={setShown} onPage={(offset) => setFilter({ ...filter, offset })} />
      <OpenTicket open={opening} conversationId={conversation ?? null} onClose={() => setOpening(false)} />
      {shown && (
        <TicketDialog key={`${shown.id} ${shown.version}`} ticket={shown} onClose={() => setShown(undefined)} />
      )}
    </Page>
  )
}

type FiltersProps = { filter: TicketFilter; narrow: (more: TicketFilter) => void }

function TicketFilters({ filter, narrow }: FiltersProps) {
  const { t } = useTranslation()
  const me = useMe()
  const all = { value: 'any', label: t('tickets.any') } as const
  return (
    <div className="mb-4 flex flex-wrap gap-2">
      <SearchInput
        className="min-w-52 flex-1"
        label={t('tickets.search')}
        placeholder={t('tickets.search')}
        value={filter.search ?? ''}
        onChange={(search) => narrow({ search: search === '' ? undefined : search })}
      />
      <Select
        label={t('tickets.statusLabel')}
        value={filter.status ?? 'any'}
        options={[all, ...ticketStatuses.map((value) => ({ value, label: t(`tickets.statuses.${value}`) }))]}
        onChange={(status) => narrow({ status: status === 'any' ? undefined : status })}
      />
      <Select
        label={t('tickets.priorityLabel')}
        value={filter.priority ?? 'any'}
        prefix={t('tickets.priorityLabel')}
        options={[all, ...ticketPriorities.map((value) => ({ value, label: t(`tickets.priorities.${value}`) }))]}
        onChange={(priority) => narrow({ priority: priority === 'any' ? undefined : priority })}
      />
      <Select
        label={t('tickets.assigneeLabel')}
        value={filter.assignee ?? 'any'}
        prefix={t('tickets.assigneeLabel')}
        options={[all, { value: me.id, label: t('tickets.mine') }, { value: 'none', label: t('tickets.nobody') }]}
        onChange={(assignee) => narrow({ assignee: assignee === 'any' ? undefined : assignee })}
      />
    </div>
  )
}

type ListProps = { filter: TicketFilter; onOpen: (ticket: Ticket) => void; onPage: (offset: number) => void }

function TicketList({ filter, onOpen, onPage }: ListProps) {
  const { t } = useTranslation()
  const { data, error, refetch } = useTickets(filter)
  return (
    <>
      {!data && !error && <SkeletonRows count={6} className="h-14" />}
      {!data && error && <Failed error={error} onRetry={() => void refetch()} />}
      {data?.total === 0 && <Empty icon={<TicketIcon />} title={t('tickets.none')} text={t('tickets.noneText')} />}
      {data && data.total > 0 && (
        <ul className="divide-y divide-line overflow-hidden rounded-2xl border border-line bg-surface">
          {data.tickets.map((ticket) => (
            <TicketRow key={ticket.id} ticket={ticket} onOpen={() => onOpen(ticket)} />
          ))}
        </ul>
      )}
      <Pager
        label={t('tickets.pages')}
        offset={filter.offset as number}
        size={ticketsOnPage}
        total={data?.total ?? 0}
        onChange={onPage}
      />
    </>
  )
}

function TicketRow({ ticket, onOpen }: { ticket: Ticket; onOpen: () => void }) {
  const { t } = useTranslation()
  const { short, full } = useWhen()
  const { data } = useStaff()
  const assignee = data?.staff.find(({ id }) => id === ticket.assigneeId)?.name
  return (
    <li>
      <button
        type="button"
        onClick={onOpen}
        className="flex w-full items-center gap-3 px-4 py-3 text-start hover:bg-hover focus-visible:-outline-offset-2"
      >
        <span className="w-14 shrink-0 font-mono text-sm text-ink-soft">{ticket.number}</span>
        <span className="min-w-0 flex-1">
          <span className="block truncate font-medium">{ticket.subject}</span>
          <span className="block truncate text-xs text-ink-faint">
            {[ticket.customerName, assignee ?? t('tickets.nobody')].filter(Boolean).join(' · ')}
          </span>
        </span>
        {ticket.priority !== 'normal' && (
          <Badge tone={priorityTones[ticket.priority]}>{t(`tickets.priorities.${ticket.priority}`)}</Badge>
        )}
        {ticket.status === 'solved' && <Badge tone="accent">{t('tickets.statuses.solved')}</Badge>}
        <time dateTime={ticket.updatedAt} title={full(ticket.updatedAt)} className="shrink-0 text-xs text-ink-faint">
          {short(ticket.updatedAt)}
        </time>
      </button>
    </li>
  )
}
