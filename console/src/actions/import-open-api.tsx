import type { OpenApiOperation } from '@lingxi/contract/http-tool'
import { type ChangeEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useImportOpenApi, usePreviewOpenApi } from '../api/action-queries.ts'
import { Badge } from '../ui/badge.tsx'
import { Button, buttonClass } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { classNames } from '../ui/class-names.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Field, PasswordInput, TextArea, TextInput } from '../ui/field.tsx'
import { Refused } from '../ui/states.tsx'
import { useToast } from '../ui/toast.tsx'

/** A document is looked at before any of it is taken over. */
export function ImportOpenApi({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const { tell } = useToast()
  const [document, writeDocument] = useState('')
  const [server, setServer] = useState('')
  const [token, setToken] = useState('')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const preview = usePreviewOpenApi()
  const taking = useImportOpenApi()
  const look = () =>
    preview.mutate(document, {
      onSuccess: ({ servers, operations }) => {
        setServer(servers[0] ?? '')
        setChosen(new Set(operations.filter(({ there, wrong }) => there === 'changed' && !wrong).map(({ key }) => key)))
      },
    })
  /** What was found in another document is not what this one holds. */
  const setDocument = (text: string) => {
    preview.reset()
    writeDocument(text)
  }
  const pick = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0]
    if (file) setDocument(await file.text())
  }
  const toggle = (key: string, on: boolean) => {
    const next = new Set(chosen)
    if (on) next.add(key)
    else next.delete(key)
    setChosen(next)
  }
  const take = () =>
    taking.mutate(
      {
        document,
        server,
        operations: [...chosen],
        authentication: token === '' ? { kind: 'none' } : { kind: 'bearer', secret: token },
      },
      {
        onSuccess: (count) => {
          tell(t('actions.openApi.done', count))
          onClose()
        },
      },
    )
  return (
    <Dialog
      open
      onClose={onClose}
      place="side"
      title={t('actions.openApi.heading')}
      about={t('actions.openApi.lead')}
      footer={
        <>
          <Button onClick={onClose}>{t('app.actions.cancel')}</Button>
          <Button disabled={document.trim() === '' || preview.isPending} onClick={look}>
            {t('actions.openApi.look')}
          </Button>
          {preview.data && (
            <Button look="primary" disabled={chosen.size === 0 || taking.isPending} onClick={take}>
              {t('actions.openApi.take', { count: chosen.size })}
            </Button>
          )}
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Field label={t('actions.openApi.document')}>
          {(names) => (
            <TextArea
              {...names}
              rows={6}
              spellCheck={false}
              className="font-mono text-xs"
              value={document}
              onChange={(event) => setDocument(event.target.value)}
            />
          )}
        </Field>
        <label className={classNames(buttonClass('outline', 'small'), 'self-start focus-within:outline-2')}>
          {t('actions.openApi.file')}
          <input type="file" accept=".json,.yaml,.yml" className="sr-only" onChange={(event) => void pick(event)} />
        </label>
        <Refused error={preview.error ?? taking.error} />
        {preview.data && (
          <>
            <Field label={t('actions.openApi.server')}>
              {(names) => <TextInput {...names} value={server} onChange={(event) => setServer(event.target.value)} />}
            </Field>
            <Field label={t('actions.openApi.authentication')}>
              {(names) => (
                <PasswordInput
                  {...names}
                  autoComplete="off"
                  value={token}
                  onChange={(event) => setToken(event.target.value)}
                />
              )}
            </Field>
            <ul aria-label={preview.data.title} className="divide-y divide-line rounded-xl border border-line">
              {preview.data.operations.map((operation) => (
                <OperationRow
                  key={operation.key}
                  operation={operation}
                  chosen={chosen.has(operation.key)}
                  onChange={(on) => toggle(operation.key, on)}
                />
              ))}
            </ul>
          </>
        )}
      </div>
    </Dialog>
  )
}

type RowProps = { operation: OpenApiOperation; chosen: boolean; onChange: (on: boolean) => void }

function OperationRow({ operation, chosen, onChange }: RowProps) {
  const { t } = useTranslation()
  const { key, summary, wrong, there } = operation
  return (
    <li className="flex items-start gap-3 px-3 py-2">
      {wrong === null ? <Checkbox label={key} checked={chosen} onChange={onChange} /> : <span className="size-5" />}
      <span className="min-w-0 flex-1">
        <span className="block font-mono text-xs break-all">{key}</span>
        <span className="block text-xs text-ink-faint">{summary}</span>
        {wrong && <span className="block text-xs text-danger">{wrong}</span>}
      </span>
      {!wrong && <Badge tone={there === 'changed' ? 'warm' : 'plain'}>{t(`actions.openApi.there.${there}`)}</Badge>}
    </li>
  )
}
