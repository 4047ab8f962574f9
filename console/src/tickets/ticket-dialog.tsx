import { type Ticket, ticketStatuses } from '@lingxi/contract/ticket'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStaff } from '../api/staff-queries.ts'
import { useChangeTicket } from '../api/ticket-queries.ts'
import { useWhen } from '../i18n/when.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Segments } from '../ui/segments.tsx'
import { Refused } from '../ui/states.tsx'
import { useToast } from '../ui/toast.tsx'
import { TicketFields } from './ticket-fields.tsx'

/** One ticket, read and changed. */
export function TicketDialog({ ticket, onClose }: { ticket: Ticket; onClose: () => void }) {
  const { t } = useTranslation()
  const formId = useId()
  const { full } = useWhen()
  const { tell } = useToast()
  const { data } = useStaff()
  const [value, setValue] = useState(ticket)
  const { mutate, error, isPending } = useChangeTicket(ticket.id)
  const opener = data?.staff.find(({ id }) => id === ticket.openedBy)?.name
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const { subject, text, priority, status, assigneeId } = value
    mutate(
      { subject, text, priority, status, assigneeId, version: ticket.version },
      {
        onSuccess: () => {
          tell(t('tickets.saved'))
          onClose()
        },
      },
    )
  }
  const by = ticket.openedBy === null ? t('tickets.byBot') : t('tickets.by', { name: opener ?? '…' })
  return (
    <Dialog
      open
      onClose={onClose}
      place="side"
      title={`${ticket.number} ${ticket.subject}`}
      about={[t('tickets.opened', { date: full(ticket.openedAt) }), by].join(' · ')}
      footer={
        <>
          <Button onClick={onClose}>{t('app.actions.cancel')}</Button>
          <Button type="submit" form={formId} look="primary" disabled={isPending}>
            {t('tickets.save')}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-4">
        <Refused error={error} />
        <Segments
          label={t('tickets.statusLabel')}
          value={value.status}
          options={ticketStatuses.map((each) => ({ value: each, label: t(`tickets.statuses.${each}`) }))}
          onChange={(status) => setValue({ ...value, status })}
        />
        <TicketFields value={value} onChange={(fields) => setValue({ ...value, ...fields })} />
        {ticket.customerName && (
          <p className="text-sm text-ink-soft">
            {t('tickets.customer', { name: ticket.customerName })}
            {ticket.conversationId && (
              <Link
                to="/inbox/$view/$conversationId"
                params={{ view: 'open', conversationId: ticket.conversationId }}
                className="ms-3 text-accent-strong underline"
              >
                {t('tickets.conversation')}
              </Link>
            )}
          </p>
        )}
      </form>
    </Dialog>
  )
}
