import type { Flow, Trigger } from '@lingxi/contract/flow'
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { Field, TextArea, TextInput } from '../../ui/field.tsx'
import { SuggestInput } from '../../ui/suggest-input.tsx'
import { replaced, withAt } from '../edits/at-place.ts'
import type { Finding } from '../editor/live-findings.ts'
import { FindingList } from '../editor/finding-list.tsx'
import { ExpressionField } from './expression-field.tsx'
import { ListField, orNothing } from './list-field.tsx'
import { LocalTextField } from './local-text-field.tsx'
import { useNameable } from './nameable.ts'

type FlowFormProps = { flow: Flow; findings: Finding[]; onChange: (flow: Flow, about: string | null) => void }

/** What a flow is called, what begins it, and for whom it is. */
export function FlowForm({ flow, findings, onChange }: FlowFormProps) {
  const { t } = useTranslation()
  const set = (at: string, value: unknown) => onChange(withAt(flow, at, value), `flow ${at}`)
  const triggers = flow.triggers ?? []
  return (
    <div className="flex flex-col gap-4">
      <h2 className="font-semibold">{t('flowForms.aboutFlow')}</h2>
      <FindingList findings={findings} />
      <LocalTextField
        label={t('flowForms.name')}
        longest={60}
        value={flow.name}
        onChange={(name) => set('name', name ?? {})}
      />
      <ListField
        label={t('flowForms.triggers')}
        hint={t('flowForms.triggersHint')}
        items={triggers}
        most={30}
        addLabel={t('flowForms.addTrigger')}
        fresh={(): Trigger => ({ intent: '' })}
        onChange={(next) => set('triggers', orNothing(next))}
      >
        {(trigger, place) => (
          <TriggerFields trigger={trigger} onChange={(next) => set('triggers', replaced(triggers, place, next))} />
        )}
      </ListField>
      <ExpressionField
        label={t('flowForms.guard')}
        hint={t('flowForms.guardHint')}
        value={flow.if}
        onChange={(text) => set('if', text)}
      />
      <LocalTextField
        label={t('flowForms.cancelled')}
        hint={t('flowForms.cancelledHint')}
        withValues
        value={flow.cancelled}
        onChange={(text) => set('cancelled', text)}
      />
      <Field label={t('flowForms.description')}>
        {(names) => (
          <TextArea
            {...names}
            rows={2}
            maxLength={2000}
            className="field-sizing-content resize-none"
            value={flow.description ?? ''}
            onChange={({ target }) => set('description', target.value || undefined)}
          />
        )}
      </Field>
    </div>
  )
}

const plain = ['intent', 'entity', 'event', 'page', 'schedule'] as const

/** All that is named must hold; what is not named may be anything. */
function TriggerFields({ trigger, onChange }: { trigger: Trigger; onChange: (trigger: Trigger) => void }) {
  const { t } = useTranslation()
  const { intents, entities } = useNameable()
  const offered: Partial<Record<string, string[]>> = { intent: intents, entity: entities }
  const missing = [...plain, 'if' as const].filter((key) => trigger[key] === undefined)
  const take = (key: string, value: string) => {
    const isLast = plain.filter((each) => trigger[each] !== undefined).length === 1 && key !== 'if'
    onChange(withAt(trigger, key, value === '' && !isLast ? undefined : value))
  }
  return (
    <>
      {plain.map(
        (key) =>
          trigger[key] !== undefined && (
            <Field key={key} label={t(`flowForms.trigger.${key}`)} hint={t(`flowForms.triggerHint.${key}`)}>
              {(names) => (
                <SuggestInput
                  names={names}
                  value={trigger[key] ?? ''}
                  suggestions={offered[key] ?? []}
                  maxLength={80}
                  onChange={(text) => take(key, text)}
                />
              )}
            </Field>
          ),
      )}
      {trigger.intent !== undefined && (
        <Field label={t('flowForms.trigger.at_least')}>
          {(names) => (
            <TextInput
              {...names}
              type="number"
              min={0}
              max={1}
              step={0.05}
              placeholder="0.5"
              value={trigger.at_least ?? ''}
              onChange={({ target }) =>
                onChange(withAt(trigger, 'at_least', target.value === '' ? undefined : Number(target.value)))
              }
            />
          )}
        </Field>
      )}
      {trigger.if !== undefined && (
        <ExpressionField
          label={t('flowForms.trigger.if')}
          value={trigger.if}
          onChange={(text) => onChange(withAt(trigger, 'if', text))}
        />
      )}
      <span className="flex flex-wrap gap-1">
        {missing.map((key) => (
          <Button
            key={key}
            size="small"
            look="quiet"
            onClick={() => onChange(withAt(trigger, key, key === 'if' ? 'true' : ''))}
          >
            <Plus />
            {t(`flowForms.trigger.${key}`)}
          </Button>
        ))}
      </span>
    </>
  )
}
