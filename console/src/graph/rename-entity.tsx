import type { GraphEntityView } from '@lingxi/contract/graph'
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCurate } from '../api/graph-queries.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field, TextInput } from '../ui/field.tsx'
import { Refused } from '../ui/states.tsx'
import { useToast } from '../ui/toast.tsx'

export function RenameEntity({ entity, onClose }: { entity: GraphEntityView; onClose: () => void }) {
  const { t } = useTranslation()
  const { tell } = useToast()
  const { rename } = useCurate()
  const form = useId()
  const [name, setName] = useState(entity.name)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const done = () => {
      tell(t('graph.rename.done'))
      onClose()
    }
    rename.mutate({ id: entity.id, name: name.trim() }, { onSuccess: done })
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('graph.rename.heading', { name: entity.name })}
      footer={
        <>
          <Button onClick={onClose}>{t('graph.cancel')}</Button>
          <Button type="submit" form={form} look="primary" disabled={rename.isPending || !name.trim()}>
            {t('graph.rename.save')}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="flex flex-col gap-4">
        <Field label={t('graph.rename.name')}>
          {(names) => (
            <TextInput {...names} value={name} maxLength={200} onChange={({ target }) => setName(target.value)} />
          )}
        </Field>
        <Refused error={rename.error} />
      </form>
    </Dialog>
  )
}
