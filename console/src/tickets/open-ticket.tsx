import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useOpenTicket } from '../api/ticket-queries.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Refused } from '../ui/states.tsx'
import { useToast } from '../ui/toast.tsx'
import { TicketFields, type TicketFieldsValue } from './ticket-fields.tsx'

type OpenTicketProps = { open: boolean; conversationId: string | null; onClose: () => void }
const empty: TicketFieldsValue = { subject: '', text: '', priority: 'normal', assigneeId: null }

export function OpenTicket({ open, conversationId, onClose }: OpenTicketProps) {
  const { t } = useTranslation()
  const formId = useId()
  const { tell } = useToast()
  const [value, setValue] = useState(empty)
  const { mutate, error, isPending, reset } = useOpenTicket()
  const close = () => {
    onClose()
    setValue(empty)
    reset()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    mutate(
      { ...value, conversationId },
      {
        onSuccess: ({ number }) => {
          tell(t('tickets.made', { number }))
          close()
        },
      },
    )
  }
  return (
    <Dialog
      open={open}
      onClose={close}
      title={t('tickets.open')}
      footer={
        <>
          <Button onClick={close}>{t('app.actions.cancel')}</Button>
          <Button type="submit" form={formId} look="primary" disabled={isPending}>
            {t('tickets.open')}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-4">
        <Refused error={error} />
        <TicketFields value={value} onChange={setValue} />
      </form>
    </Dialog>
  )
}
