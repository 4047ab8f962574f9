import { type TicketDraft, ticketPriorities } from '@lingxi/contract/ticket'
import { useTranslation } from 'react-i18next'
import { useStaff } from '../api/staff-queries.ts'
import { Field, TextArea, TextInput } from '../ui/field.tsx'
import { Select } from '../ui/select.tsx'

export type TicketFieldsValue = Pick<TicketDraft, 'subject' | 'text' | 'priority' | 'assigneeId'>
type FieldsProps = { value: TicketFieldsValue; onChange: (value: TicketFieldsValue) => void }

/** What both opening a ticket and changing one ask for. */
export function TicketFields({ value, onChange }: FieldsProps) {
  const { t } = useTranslation()
  const { data } = useStaff()
  const working = (data?.staff ?? []).filter(({ active, id }) => active || id === value.assigneeId)
  return (
    <>
      <Field label={t('tickets.subject')}>
        {(names) => (
          <TextInput
            {...names}
            required
            maxLength={200}
            value={value.subject}
            onChange={(event) => onChange({ ...value, subject: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('tickets.text')}>
        {(names) => (
          <TextArea
            {...names}
            rows={6}
            maxLength={10_000}
            value={value.text}
            onChange={(event) => onChange({ ...value, text: event.target.value })}
          />
        )}
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('tickets.priorityLabel')}>
          {({ id }) => (
            <Select
              id={id}
              label={t('tickets.priorityLabel')}
              value={value.priority}
              options={ticketPriorities.map((each) => ({ value: each, label: t(`tickets.priorities.${each}`) }))}
              onChange={(priority) => onChange({ ...value, priority })}
            />
          )}
        </Field>
        <Field label={t('tickets.assigneeLabel')}>
          {({ id }) => (
            <Select
              id={id}
              label={t('tickets.assigneeLabel')}
              value={value.assigneeId ?? 'none'}
              options={[
                { value: 'none', label: t('tickets.nobody') },
                ...working.map((one) => ({ value: one.id, label: one.name })),
              ]}
              onChange={(assignee) => onChange({ ...value, assigneeId: assignee === 'none' ? null : assignee })}
            />
          )}
        </Field>
      </div>
    </>
  )
}
