/** Steps that do something: through an action, by a person, or by waiting. */
import { useTranslation } from 'react-i18next'
import { Badge } from '../../ui/badge.tsx'
import { Field, TextInput } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { SuggestInput } from '../../ui/suggest-input.tsx'
import { said } from '../said.ts'
import { IntoField, ReadingField } from './deciding-bodies.tsx'
import { durationUnits, readDuration, writeDuration } from './duration.ts'
import { ExpressionField } from './expression-field.tsx'
import { LocalTextField } from './local-text-field.tsx'
import { NameSelect } from './name-select.tsx'
import { type KnownAction, useNameable } from './nameable.ts'
import type { BodyProps } from './step-body.ts'

export function ActionBody({ step, set }: BodyProps<'action'>) {
  const { t, i18n } = useTranslation()
  const { actions } = useNameable()
  const action = actions.find(({ name }) => name === step.action)
  const input = step.input ?? {}
  const inputs = action ? inputsOf(action) : []
  const further = Object.fromEntries(
    Object.entries(input).filter(([name]) => !inputs.some((each) => each.name === name)),
  )
  const write = (next: Record<string, string>) => set('input', Object.keys(next).length === 0 ? undefined : next)
  return (
    <>
      {actions.length > 0 ? (
        <NameSelect
          label={t('flowForms.action')}
          names={actions.map(({ name, title }) => ({ value: name, label: said(title, i18n.language), about: name }))}
          value={step.action}
          onChange={(name) => set('action', name)}
        />
      ) : (
        <Field label={t('flowForms.action')}>
          {(names) => (
            <TextInput
              {...names}
              value={step.action}
              maxLength={80}
              onChange={({ target }) => set('action', target.value)}
            />
          )}
        </Field>
      )}
      {action && (
        <p className="-mt-1 flex flex-wrap items-center gap-1.5 text-xs text-ink-faint">
          <Badge tone={action.effect === 'act' ? 'warm' : 'info'}>{t(`flowForms.effects.${action.effect}`)}</Badge>
          {action.care !== 'none' && <Badge tone="danger">{t(`flowForms.cares.${action.care}`)}</Badge>}
          {action.description}
        </p>
      )}
      {inputs.map(({ name, about, isRequired }) => (
        <ExpressionField
          key={name}
          label={isRequired ? `${name} *` : name}
          hint={about}
          value={input[name]}
          onChange={(text) => {
            const { [name]: _before, ...rest } = input
            write(text === undefined ? rest : { ...input, [name]: text })
          }}
        />
      ))}
      {(!action || Object.keys(further).length > 0) && (
        <ReadingField
          label={t('flowForms.inputs')}
          reading={further}
          onChange={(next) =>
            write({ ...Object.fromEntries(Object.entries(input).filter(([name]) => !(name in further))), ...next })
          }
        />
      )}
      <IntoField value={step.into} onChange={(name) => set('into', name)} />
    </>
  )
}

/** What the JSON Schema of an action asks for. */
function inputsOf({ input }: KnownAction): { name: string; about: string; isRequired: boolean }[] {
  const properties = input['properties']
  if (typeof properties !== 'object' || properties === null || Array.isArray(properties)) return []
  const required = Array.isArray(input['required']) ? input['required'] : []
  return Object.entries(properties).map(([name, schema]) => {
    const told = (typeof schema === 'object' && schema !== null && !Array.isArray(schema) ? schema : {}) as Record<
      string,
      unknown
    >
    const about = [told['title'], told['description'], told['type']].filter((each) => typeof each === 'string')
    return { name, about: about.join(' · '), isRequired: required.includes(name) }
  })
}

export function HandOverBody({ step, set }: BodyProps<'hand_over'>) {
  const { t } = useTranslation()
  return (
    <>
      <Field label={t('flowForms.reason')} hint={t('flowForms.reasonHint')}>
        {(names) => (
          <TextInput
            {...names}
            value={step.hand_over.reason}
            maxLength={60}
            onChange={({ target }) => set('hand_over.reason', target.value)}
          />
        )}
      </Field>
      <LocalTextField
        label={t('flowForms.sayBefore')}
        rows={2}
        withValues
        value={step.hand_over.say}
        onChange={(text) => set('hand_over.say', text)}
      />
    </>
  )
}

const priorities = ['low', 'normal', 'high', 'urgent'] as const

export function TicketBody({ step, set }: BodyProps<'open_ticket'>) {
  const { t } = useTranslation()
  const { subject, text, priority } = step.open_ticket
  return (
    <>
      <LocalTextField
        label={t('flowForms.subject')}
        withValues
        value={subject}
        onChange={(next) => set('open_ticket.subject', next ?? {})}
      />
      <LocalTextField
        label={t('flowForms.ticketText')}
        rows={3}
        withValues
        value={text}
        onChange={(next) => set('open_ticket.text', next ?? {})}
      />
      <Field label={t('flowForms.priority')}>
        {({ id }) => (
          <Select
            id={id}
            value={priority ?? 'normal'}
            options={priorities.map((each) => ({ value: each, label: t(`flowForms.priorities.${each}`) }))}
            onChange={(next) => set('open_ticket.priority', next)}
          />
        )}
      </Field>
      <IntoField value={step.into} onChange={(name) => set('into', name)} />
    </>
  )
}

export function WaitBody({ step, set }: BodyProps<'wait'>) {
  const { t } = useTranslation()
  const { event, within } = step.wait
  const span = within === undefined ? undefined : readDuration(within)
  return (
    <>
      <Field label={t('flowForms.event')} hint={t('flowForms.eventHint')}>
        {(names) => (
          <SuggestInput
            names={names}
            value={event ?? ''}
            suggestions={[]}
            maxLength={60}
            onChange={(text) => set('wait.event', text === '' ? undefined : text)}
          />
        )}
      </Field>
      <fieldset>
        <legend className="mb-1.5 text-sm font-medium text-ink-soft">{t('flowForms.within')}</legend>
        {within !== undefined && !span ? (
          <TextInput
            aria-label={t('flowForms.within')}
            value={within}
            onChange={({ target }) => set('wait.within', target.value === '' ? undefined : target.value)}
          />
        ) : (
          <div className="flex gap-2">
            <TextInput
              type="number"
              min={1}
              max={999}
              className="w-24!"
              aria-label={t('flowForms.amount')}
              value={span?.amount ?? ''}
              onChange={({ target }) => {
                const amount = Math.round(Number(target.value))
                set('wait.within', amount > 0 ? writeDuration({ amount, unit: span?.unit ?? 'hours' }) : undefined)
              }}
            />
            <Select
              label={t('flowForms.unit')}
              value={span?.unit ?? 'hours'}
              options={durationUnits.map((unit) => ({ value: unit, label: t(`flowForms.durations.${unit}`) }))}
              onChange={(unit) => set('wait.within', writeDuration({ amount: span?.amount ?? 1, unit }))}
            />
          </div>
        )}
      </fieldset>
    </>
  )
}
