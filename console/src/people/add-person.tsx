import type { Role } from '@lingxi/contract/staff'
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAddStaff } from '../api/staff-queries.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field, TextInput } from '../ui/field.tsx'
import { Refused } from '../ui/states.tsx'
import type { MadePassword } from './people.tsx'
import { RoleSelect } from './role-select.tsx'

type AddPersonProps = { open: boolean; onClose: () => void; onAdded: (made: MadePassword) => void }

export function AddPerson({ open, onClose, onAdded }: AddPersonProps) {
  const { t } = useTranslation()
  const formId = useId()
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<Role>('staff')
  const add = useAddStaff()
  const close = () => {
    add.reset()
    onClose()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    add.mutate(
      { name: name.trim(), email: email.trim(), role },
      {
        onSuccess: ({ staff, password }) => {
          setName('')
          setEmail('')
          setRole('staff')
          onAdded({ name: staff.name, password })
        },
      },
    )
  }
  return (
    <Dialog
      open={open}
      onClose={close}
      title={t('people.addTitle')}
      about={t('people.addText')}
      footer={
        <>
          <Button onClick={close}>{t('app.actions.cancel')}</Button>
          <Button type="submit" form={formId} look="primary" disabled={add.isPending}>
            {t(add.isPending ? 'app.actions.saving' : 'app.actions.add')}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-4">
        <Refused error={add.error} />
        <Field label={t('people.name')} hint={t('people.nameHint')}>
          {(names) => (
            <TextInput
              {...names}
              required
              maxLength={60}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <Field label={t('people.email')}>
          {(names) => (
            <TextInput
              {...names}
              required
              type="email"
              maxLength={200}
              value={email}
              onChange={(event) => setEmail(event.target.value)}
            />
          )}
        </Field>
        <Field label={t('people.role')} hint={t(`people.roleHints.${role}`)}>
          {({ id }) => <RoleSelect id={id} value={role} onChange={setRole} />}
        </Field>
      </form>
    </Dialog>
  )
}
