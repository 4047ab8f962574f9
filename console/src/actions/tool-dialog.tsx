import type { HttpTool } from '@lingxi/contract/http-tool'
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRemoveHttpTool, useSaveHttpTool } from '../api/action-queries.ts'
import { Button } from '../ui/button.tsx'
import { Confirm } from '../ui/confirm.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Refused } from '../ui/states.tsx'
import { useToast } from '../ui/toast.tsx'
import { draftOf, formOf, type ToolForm } from './tool-form.ts'
import { AnswerFields, AuthenticationFields, LimitFields, NameFields, RequestFields } from './tool-fields.tsx'
import { TryTool } from './try-tool.tsx'

/** A tool is described, tried and saved. */
export function ToolDialog({ tool, onClose }: { tool: HttpTool | undefined; onClose: () => void }) {
  const { t } = useTranslation()
  const formId = useId()
  const { tell, warn } = useToast()
  const [form, setForm] = useState(() => formOf(tool))
  const [wrong, setWrong] = useState<string>()
  const [removing, setRemoving] = useState(false)
  const save = useSaveHttpTool(tool)
  const remove = useRemoveHttpTool()
  const set = (more: Partial<ToolForm>) => {
    setForm({ ...form, ...more })
    save.reset()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const made = draftOf(form)
    setWrong('wrong' in made ? made.wrong : undefined)
    if ('wrong' in made) return
    save.mutate(made.draft, {
      onSuccess: () => {
        tell(t('actions.form.saved'))
        onClose()
      },
    })
  }
  const confirmed = () =>
    tool &&
    remove.mutate(tool.id, {
      onSuccess: () => {
        tell(t('actions.form.removed'))
        onClose()
      },
      onError: warn,
    })
  return (
    <Dialog
      open
      onClose={onClose}
      place="side"
      title={tool ? t('actions.form.change', { name: tool.name }) : t('actions.form.new')}
      about={tool?.operation ?? undefined}
      footer={
        <>
          {tool && (
            <Button className="me-auto" onClick={() => setRemoving(true)}>
              {t('actions.form.remove')}
            </Button>
          )}
          <Button onClick={onClose}>{t('app.actions.cancel')}</Button>
          <Button type="submit" form={formId} look="primary" disabled={save.isPending}>
            {t('actions.form.save')}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-4">
        <NameFields form={form} set={set} />
        <RequestFields form={form} set={set} />
        <AnswerFields form={form} set={set} />
        <AuthenticationFields form={form} set={set} hasSecret={tool?.hasSecret ?? false} />
        <LimitFields form={form} set={set} />
        <Wrong text={wrong} />
        <Refused error={save.error} />
      </form>
      <TryTool form={form} id={tool?.id ?? null} onWrong={setWrong} />
      <Confirm
        dangerous
        open={removing}
        title={t('actions.form.removeTitle', { name: tool?.name ?? '' })}
        text={t('actions.form.removeText')}
        action={t('actions.form.remove')}
        onConfirm={confirmed}
        onClose={() => setRemoving(false)}
      />
    </Dialog>
  )
}

/** What of the form cannot be read at all. */
function Wrong({ text }: { text: string | undefined }) {
  const { t } = useTranslation()
  if (!text) return null
  const isJson = text === 'input' || text === 'output'
  return (
    <p
      role="alert"
      className="rounded-lg border border-danger-line bg-danger-soft px-3 py-2 text-sm whitespace-pre-line text-danger"
    >
      {isJson ? `${t(`actions.form.${text}`)}: ${t('actions.form.notJson')}` : text}
    </p>
  )
}
