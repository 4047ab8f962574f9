import type { McpServer } from '@lingxi/contract/mcp-server'
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRemoveMcpServer, useSaveMcpServer } from '../api/mcp-server-queries.ts'
import { Button } from '../ui/button.tsx'
import { Confirm } from '../ui/confirm.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field, TextInput } from '../ui/field.tsx'
import { Refused } from '../ui/states.tsx'
import { useToast } from '../ui/toast.tsx'
import { Toggle } from '../ui/toggle.tsx'
import { PlaceFields, type Program, SecretFields } from './server-fields.tsx'
import { draftOf, formOf, type ServerForm } from './server-form.ts'

type DialogProps = {
  server: McpServer | undefined
  programs: readonly Program[]
  /** What was saved, where something was. */
  onClose: (saved?: McpServer) => void
}

/** Where a server is, and how long it is waited for. */
export function ServerDialog({ server, programs, onClose }: DialogProps) {
  const { t } = useTranslation()
  const formId = useId()
  const { tell, warn } = useToast()
  const [form, setForm] = useState(() => formOf(server))
  const [wrong, setWrong] = useState<string>()
  const [removing, setRemoving] = useState(false)
  const save = useSaveMcpServer(server)
  const remove = useRemoveMcpServer()
  const set = (more: Partial<ServerForm>) => {
    setForm({ ...form, ...more })
    save.reset()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const made = draftOf(form)
    setWrong('wrong' in made ? made.wrong : undefined)
    if ('wrong' in made) return
    save.mutate(made.draft, {
      onSuccess: (saved) => {
        tell(t('mcpServers.form.saved'))
        onClose(saved)
      },
    })
  }
  const confirmed = () =>
    server &&
    remove.mutate(server.id, {
      onSuccess: () => {
        tell(t('mcpServers.form.removed'))
        onClose()
      },
      onError: warn,
    })
  return (
    <Dialog
      open
      onClose={onClose}
      place="side"
      title={server ? t('mcpServers.form.change', { name: server.name }) : t('mcpServers.form.new')}
      about={t('mcpServers.form.lead')}
      footer={
        <>
          {server && (
            <Button className="me-auto" onClick={() => setRemoving(true)}>
              {t('mcpServers.form.remove')}
            </Button>
          )}
          <Button onClick={() => onClose()}>{t('app.actions.cancel')}</Button>
          <Button
            type="submit"
            form={formId}
            look="primary"
            disabled={save.isPending || (form.kind === 'program' && form.program === '')}
          >
            {t('mcpServers.form.save')}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-4">
        <Line form={form} set={set} name="name" hint={t('mcpServers.form.nameHint')} />
        <PlaceFields form={form} set={set} programs={programs} />
        <SecretFields form={form} set={set} programs={programs} />
        <div className="grid gap-4 sm:grid-cols-2">
          <Line form={form} set={set} name="within" />
          <Line form={form} set={set} name="retries" />
        </div>
        <Toggle
          label={t('mcpServers.form.paused')}
          hint={t('mcpServers.form.pausedHint')}
          checked={form.paused}
          onChange={(paused) => set({ paused })}
        />
        {wrong && (
          <p
            role="alert"
            className="rounded-lg border border-danger-line bg-danger-soft px-3 py-2 text-sm whitespace-pre-line text-danger"
          >
            {wrong}
          </p>
        )}
        <Refused error={save.error} />
      </form>
      <Confirm
        dangerous
        open={removing}
        title={t('mcpServers.form.removeTitle', { name: server?.name ?? '' })}
        text={t('mcpServers.form.removeText')}
        action={t('mcpServers.form.remove')}
        onConfirm={confirmed}
        onClose={() => setRemoving(false)}
      />
    </Dialog>
  )
}

type LineProps = {
  form: ServerForm
  set: (more: Partial<ServerForm>) => void
  name: 'name' | 'within' | 'retries'
  hint?: string
}

function Line({ form, set, name, hint }: LineProps) {
  const { t } = useTranslation()
  return (
    <Field label={t(`mcpServers.form.${name}`)} {...(hint && { hint })}>
      {(names) => (
        <TextInput
          {...names}
          required
          spellCheck={false}
          inputMode={name === 'name' ? 'text' : 'numeric'}
          value={form[name]}
          onChange={(event) => set({ [name]: event.target.value })}
        />
      )}
    </Field>
  )
}
