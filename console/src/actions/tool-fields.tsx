import { cares, effects } from '@lingxi/contract/action'
import { methods } from '@lingxi/contract/http-tool'
import { useTranslation } from 'react-i18next'
import { Field, PasswordInput, TextArea, TextInput } from '../ui/field.tsx'
import { Select } from '../ui/select.tsx'
import { Toggle } from '../ui/toggle.tsx'
import type { ToolForm } from './tool-form.ts'

type Part = { form: ToolForm; set: (more: Partial<ToolForm>) => void }
type TextName = { [Name in keyof ToolForm]: ToolForm[Name] extends string ? Name : never }[keyof ToolForm]
type LineProps = Part & { name: TextName; label: string; hint?: string; rows?: number; required?: boolean }
const pair = 'grid gap-4 sm:grid-cols-2'

/** One text of the form: a line, or several. */
function Line({ form, set, name, label, hint, rows, required = false }: LineProps) {
  const shared = { value: form[name] as string, required, spellCheck: false }
  return (
    <Field label={label} {...(hint && { hint })}>
      {(names) =>
        rows === undefined ? (
          <TextInput {...names} {...shared} onChange={(event) => set({ [name]: event.target.value })} />
        ) : (
          <TextArea
            {...names}
            {...shared}
            rows={rows}
            className="font-mono text-xs"
            onChange={(event) => set({ [name]: event.target.value })}
          />
        )
      }
    </Field>
  )
}

type ChoiceProps<T extends string> = {
  label: string
  value: T
  options: { value: T; label: string }[]
  onChange: (value: T) => void
}

function Choice<T extends string>({ label, ...rest }: ChoiceProps<T>) {
  return <Field label={label}>{({ id }) => <Select id={id} label={label} {...rest} />}</Field>
}

export function NameFields({ form, set }: Part) {
  const { t } = useTranslation()
  return (
    <>
      <Line
        form={form}
        set={set}
        required
        name="name"
        label={t('actions.form.name')}
        hint={t('actions.form.nameHint')}
      />
      <div className={pair}>
        <Line form={form} set={set} name="titleZh" label={t('actions.form.titleZh')} />
        <Line form={form} set={set} name="titleEn" label={t('actions.form.titleEn')} />
      </div>
      <Line form={form} set={set} rows={2} name="description" label={t('actions.form.description')} />
      <div className={pair}>
        <Choice
          label={t('actions.form.effect')}
          value={form.effect}
          options={effects.map((value) => ({ value, label: t(`actions.effects.${value}`) }))}
          onChange={(effect) => set({ effect })}
        />
        <Choice
          label={t('actions.form.care')}
          value={form.care}
          options={cares.map((value) => ({ value, label: t(`actions.cares.${value}`) }))}
          onChange={(care) => set({ care })}
        />
      </div>
      <Toggle label={t('actions.form.paused')} checked={form.paused} onChange={(paused) => set({ paused })} />
    </>
  )
}

export function RequestFields({ form, set }: Part) {
  const { t } = useTranslation()
  const bodies = ['none', 'rest', 'form', 'fields'] as const
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-[8rem_1fr]">
        <Choice
          label={t('actions.form.method')}
          value={form.method}
          options={methods.map((value) => ({ value, label: value }))}
          onChange={(method) => set({ method })}
        />
        <Line
          form={form}
          set={set}
          required
          name="url"
          label={t('actions.form.url')}
          hint={t('actions.form.urlHint')}
        />
      </div>
      <Line form={form} set={set} rows={6} name="input" label={t('actions.form.input')} />
      <Line
        form={form}
        set={set}
        rows={2}
        name="query"
        label={t('actions.form.query')}
        hint={t('actions.form.lines')}
      />
      <Line
        form={form}
        set={set}
        rows={2}
        name="headers"
        label={t('actions.form.headers')}
        hint={t('actions.form.lines')}
      />
      <Choice
        label={t('actions.form.body')}
        value={form.body}
        options={bodies.map((value) => ({ value, label: t(`actions.form.bodies.${value}`) }))}
        onChange={(body) => set({ body })}
      />
      {form.body === 'fields' && (
        <Line
          form={form}
          set={set}
          rows={3}
          name="bodyFields"
          label={t('actions.form.bodyFields')}
          hint={t('actions.form.bodyFieldsHint')}
        />
      )}
    </>
  )
}

export function AnswerFields({ form, set }: Part) {
  const { t } = useTranslation()
  const answers = ['whole', 'expression', 'pointers'] as const
  return (
    <>
      <Choice
        label={t('actions.form.answer')}
        value={form.answer}
        options={answers.map((value) => ({ value, label: t(`actions.form.answers.${value}`) }))}
        onChange={(answer) => set({ answer })}
      />
      {form.answer === 'expression' && (
        <Line form={form} set={set} rows={2} name="expression" label={t('actions.form.expression')} />
      )}
      {form.answer === 'pointers' && (
        <Line form={form} set={set} rows={3} name="pointers" label={t('actions.form.pointers')} />
      )}
      <Line form={form} set={set} rows={4} name="output" label={t('actions.form.output')} />
      <div className={pair}>
        <Line form={form} set={set} name="refusals" label={t('actions.form.refusals')} />
        <Line form={form} set={set} name="reason" label={t('actions.form.reason')} />
      </div>
    </>
  )
}

export function AuthenticationFields({ form, set, hasSecret }: Part & { hasSecret: boolean }) {
  const { t } = useTranslation()
  const kinds = ['none', 'bearer', 'basic', 'key', 'hmac'] as const
  const kind = form.authentication
  return (
    <>
      <Choice
        label={t('actions.form.authentication')}
        value={kind}
        options={kinds.map((value) => ({ value, label: t(`actions.form.kinds.${value}`) }))}
        onChange={(authentication) => set({ authentication })}
      />
      {kind === 'basic' && <Line form={form} set={set} required name="user" label={t('actions.form.user')} />}
      {kind === 'key' && (
        <Choice
          label={t('actions.form.keyIn')}
          value={form.keyIn}
          options={(['header', 'query'] as const).map((value) => ({ value, label: t(`actions.form.places.${value}`) }))}
          onChange={(keyIn) => set({ keyIn })}
        />
      )}
      {(kind === 'key' || kind === 'hmac') && (
        <Line form={form} set={set} required name="keyName" label={t('actions.form.keyName')} />
      )}
      {kind !== 'none' && (
        <Field label={t('actions.form.secret')} {...(hasSecret && { hint: t('actions.form.secretKept') })}>
          {(names) => (
            <PasswordInput
              {...names}
              autoComplete="off"
              value={form.secret}
              onChange={(event) => set({ secret: event.target.value })}
            />
          )}
        </Field>
      )}
    </>
  )
}

export function LimitFields({ form, set }: Part) {
  const { t } = useTranslation()
  return (
    <>
      {form.effect === 'act' && (
        <Line
          form={form}
          set={set}
          name="idempotencyHeader"
          label={t('actions.form.idempotency')}
          hint={t('actions.form.idempotencyHint')}
        />
      )}
      <div className="grid gap-4 sm:grid-cols-3">
        <Line form={form} set={set} name="within" label={t('actions.form.within')} />
        <Line form={form} set={set} name="retries" label={t('actions.form.retries')} />
        <Line form={form} set={set} name="cost" label={t('actions.form.cost')} />
      </div>
    </>
  )
}
