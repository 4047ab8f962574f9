import type { GraphEntityView } from '@lingxi/contract/graph'
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCurate } from '../api/graph-queries.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field, TextInput } from '../ui/field.tsx'
import { Refused } from '../ui/states.tsx'
import { useToast } from '../ui/toast.tsx'

export function AddEdge({ entity, onClose }: { entity: GraphEntityView; onClose: () => void }) {
  const { t } = useTranslation()
  const { tell } = useToast()
  const { add } = useCurate()
  const form = useId()
  const [relation, setRelation] = useState('')
  const [object, setObject] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const subject = { id: entity.id, name: entity.name.slice(0, 200) }
    const done = () => {
      tell(t('graph.add.done'))
      onClose()
    }
    add.mutate({ subject, relation: relation.trim(), object: { name: object.trim() } }, { onSuccess: done })
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('graph.add.heading', { name: entity.name })}
      footer={
        <>
          <Button onClick={onClose}>{t('graph.cancel')}</Button>
          <Button
            type="submit"
            form={form}
            look="primary"
            disabled={add.isPending || !relation.trim() || !object.trim()}
          >
            {t('graph.add.save')}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="flex flex-col gap-4">
        <Field label={t('graph.add.relation')} hint={t('graph.add.relationHint')}>
          {(names) => (
            <TextInput
              {...names}
              value={relation}
              maxLength={80}
              onChange={({ target }) => setRelation(target.value)}
            />
          )}
        </Field>
        <Field label={t('graph.add.object')}>
          {(names) => (
            <TextInput {...names} value={object} maxLength={200} onChange={({ target }) => setObject(target.value)} />
          )}
        </Field>
        <Refused error={add.error} />
      </form>
    </Dialog>
  )
}
