import type { LocalText } from '@lingxi/contract/flow'
import type { FlowPartKind } from '@lingxi/contract/flow-finding'
import type { FlowPartContent } from '@lingxi/contract/flow-versions'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFlowDraft, useSaveFlowPart } from '../../api/flow-queries.ts'
import { Field, TextInput } from '../../ui/field.tsx'
import { freeId } from '../edits/flow-edits.ts'
import { NameDialog } from './name-dialog.tsx'

type NewPartProps = { kind: FlowPartKind; taken: string[]; onClose: () => void }

/** A new flow, slot or table with the least that it can be, opened once it is there. */
export function NewPart({ kind, taken, onClose }: NewPartProps) {
  const { t, i18n } = useTranslation()
  const navigate = useNavigate()
  const save = useSaveFlowPart()
  const { data: draft } = useFlowDraft()
  const [title, setTitle] = useState('')
  const language = i18n.language === 'zh' ? 'zh' : 'en'
  const submit = (name: string) => {
    const text: LocalText = { [language]: title.trim() || name }
    const input = Object.keys(draft?.set.slots ?? {})[0] ?? 'slot'
    const contents = {
      flow: { name: text, steps: [{ id: 'say', say: { [language]: t('flowEditor.newTexts.say') } }] },
      slot: { type: 'text', label: text, ask: { [language]: t('flowEditor.newTexts.ask') } },
      table: { name: text, inputs: [input], rows: [{ when: {} }] },
    }
    const part = { kind, name, content: contents[kind] } as FlowPartContent
    save.mutate(
      { ...part, version: null },
      { onSuccess: () => void navigate({ to: '/flows/edit/$kind/$name', params: { kind, name } }) },
    )
  }
  return (
    <NameDialog
      title={t(`flows.add.${kind}`)}
      name={freeId(taken, kind)}
      saving={save}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field label={t('flows.title')}>
        {(names) => (
          <TextInput {...names} maxLength={60} value={title} onChange={({ target }) => setTitle(target.value)} />
        )}
      </Field>
    </NameDialog>
  )
}
