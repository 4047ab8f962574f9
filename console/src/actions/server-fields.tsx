import type { McpProgram } from '@lingxi/contract/mcp-server'
import { Plus, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { Button, IconButton } from '../ui/button.tsx'
import { Field, PasswordInput, TextInput } from '../ui/field.tsx'
import { Segments } from '../ui/segments.tsx'
import { Select } from '../ui/select.tsx'
import type { Secret, ServerForm } from './server-form.ts'

type Part = { form: ServerForm; set: (more: Partial<ServerForm>) => void }
export type Program = z.infer<typeof McpProgram>

/** An address, or one of the programs that the operator allows. */
export function PlaceFields({ form, set, programs }: Part & { programs: readonly Program[] }) {
  const { t } = useTranslation()
  const kinds = ['http', 'program'] as const
  return (
    <>
      <Segments
        label={t('mcpServers.form.kind')}
        value={form.kind}
        options={kinds.map((value) => ({ value, label: t(`mcpServers.form.kinds.${value}`) }))}
        onChange={(kind) => set({ kind, secrets: [] })}
      />
      {form.kind === 'http' ? (
        <Field label={t('mcpServers.form.url')} hint={t('mcpServers.form.urlHint')}>
          {(names) => (
            <TextInput
              {...names}
              required
              type="url"
              spellCheck={false}
              value={form.url}
              onChange={(event) => set({ url: event.target.value })}
            />
          )}
        </Field>
      ) : (
        <Field
          label={t('mcpServers.form.program')}
          {...(programs.length === 0 && { hint: t('mcpServers.form.noPrograms') })}
        >
          {({ id }) => (
            <Select
              id={id}
              label={t('mcpServers.form.program')}
              value={form.program}
              disabled={programs.length === 0}
              options={[
                { value: '', label: t('mcpServers.form.choose') },
                ...programs.map(({ name }) => ({ value: name, label: name })),
              ]}
              onChange={(program) => set({ program, secrets: [] })}
            />
          )}
        </Field>
      )}
    </>
  )
}

/** Headers of the requests, or variables of the program; values go in and are never shown again. */
export function SecretFields({ form, set, programs }: Part & { programs: readonly Program[] }) {
  const { t } = useTranslation()
  const { kind, secrets } = form
  const variables = programs.find(({ name }) => name === form.program)?.variables ?? []
  const free = variables.filter((name) => !secrets.some((secret) => secret.name === name))
  if (kind === 'program' && variables.length === 0) return null
  const change = (key: number, more: Partial<Secret>) =>
    set({ secrets: secrets.map((each) => (each.key === key ? { ...each, ...more } : each)) })
  const add = () => {
    const key = Math.max(-1, ...secrets.map((each) => each.key)) + 1
    const name = kind === 'program' ? free[0]! : secrets.length === 0 ? 'Authorization' : ''
    set({ secrets: [...secrets, { key, name, value: '', kept: false }] })
  }
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-1 text-sm font-medium text-ink-soft">
        {t(`mcpServers.form.${kind === 'http' ? 'headers' : 'variables'}`)}
      </legend>
      <p className="text-xs text-ink-faint">{t('mcpServers.form.secretsHint')}</p>
      {secrets.map(({ key, name, value, kept }, at) => (
        <div key={key} className="flex items-end gap-2">
          <Field label={t('mcpServers.form.secretName', { count: at + 1 })} className="min-w-0 flex-1">
            {(names) => (
              <TextInput
                {...names}
                required
                spellCheck={false}
                value={name}
                disabled={kind === 'program'}
                onChange={(event) => change(key, { name: event.target.value, kept: false })}
              />
            )}
          </Field>
          <Field label={t('mcpServers.form.secretValue', { count: at + 1 })} className="min-w-0 flex-1">
            {(names) => (
              <PasswordInput
                {...names}
                required={!kept}
                autoComplete="off"
                placeholder={kept ? t('mcpServers.form.kept') : undefined}
                value={value}
                onChange={(event) => change(key, { value: event.target.value })}
              />
            )}
          </Field>
          <IconButton
            label={t('mcpServers.form.removeSecret', { name })}
            onClick={() => set({ secrets: secrets.filter((each) => each.key !== key) })}
          >
            <X />
          </IconButton>
        </div>
      ))}
      <Button size="small" className="self-start" disabled={kind === 'program' && free.length === 0} onClick={add}>
        <Plus />
        {t(`mcpServers.form.${kind === 'http' ? 'addSecret' : 'addVariable'}`)}
      </Button>
    </fieldset>
  )
}
