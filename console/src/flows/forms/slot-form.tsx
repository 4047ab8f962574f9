import { type FlowSlot, type SlotChoice, slotTypes } from '@lingxi/contract/flow'
import { useTranslation } from 'react-i18next'
import { Choices } from '../../ui/choices.tsx'
import { Field, TextInput } from '../../ui/field.tsx'
import { NamesInput } from '../../ui/names-input.tsx'
import { Toggle } from '../../ui/toggle.tsx'
import { replaced, withAt } from '../edits/at-place.ts'
import { freeId } from '../edits/flow-edits.ts'
import type { Finding } from '../editor/live-findings.ts'
import { FindingList } from '../editor/finding-list.tsx'
import { ExpressionField } from './expression-field.tsx'
import { ListField, orNothing } from './list-field.tsx'
import { LocalTextField } from './local-text-field.tsx'
import { useNameable } from './nameable.ts'

type SlotFormProps = { slot: FlowSlot; findings: Finding[]; onChange: (slot: FlowSlot, about: string | null) => void }

/** What a slot is, how it is asked for in both languages, and what counts as an answer. */
export function SlotForm({ slot, findings, onChange }: SlotFormProps) {
  const { t } = useTranslation()
  const { entities } = useNameable()
  const set = (at: string, value: unknown) => onChange(withAt(slot, at, value), at)
  return (
    <div className="flex flex-col gap-5">
      <FindingList findings={findings} />
      <LocalTextField
        label={t('flowForms.label')}
        longest={60}
        value={slot.label}
        onChange={(text) => set('label', text ?? {})}
      />
      <div className="flex flex-col gap-1.5">
        <span className="text-sm font-medium text-ink-soft">{t('flowForms.slotType')}</span>
        <Choices
          label={t('flowForms.slotType')}
          value={slot.type}
          choices={slotTypes.map((value) => ({ value, text: t(`flowForms.slotTypes.${value}`) }))}
          onChange={(type) => set('type', type)}
        />
      </div>
      <LocalTextField
        label={t('flowForms.ask')}
        rows={2}
        withValues
        value={slot.ask}
        onChange={(text) => set('ask', text ?? {})}
      />
      <LocalTextField
        label={t('flowForms.again')}
        hint={t('flowForms.againHint')}
        rows={2}
        withValues
        value={slot.again}
        onChange={(text) => set('again', text)}
      />
      <LocalTextField
        label={t('flowForms.help')}
        hint={t('flowForms.helpHint')}
        rows={2}
        withValues
        value={slot.help}
        onChange={(text) => set('help', text)}
      />
      {(slot.type === 'choice' || slot.choices !== undefined) && (
        <ChoiceList choices={slot.choices ?? []} onChange={(choices) => set('choices', orNothing(choices))} />
      )}
      {slot.type === 'choice' && (
        <ExpressionField
          label={t('flowForms.choicesFrom')}
          hint={t('flowForms.choicesFromHint')}
          value={slot.choices_from}
          onChange={(text) => set('choices_from', text)}
        />
      )}
      {(slot.type === 'number' || slot.unit !== undefined) && (
        <Field label={t('flowForms.slotUnit')}>
          {(names) => (
            <TextInput
              {...names}
              className="w-40!"
              maxLength={20}
              value={slot.unit ?? ''}
              onChange={({ target }) => set('unit', target.value || undefined)}
            />
          )}
        </Field>
      )}
      <NamesInput
        label={t('flowForms.entities')}
        hint={t('flowForms.entitiesHint', { names: entities.slice(0, 8).join(', ') || '—' })}
        names={slot.entities ?? []}
        most={10}
        removeLabel={(name) => t('flowForms.removeWord', { name })}
        onChange={(names) => set('entities', orNothing(names))}
      />
      <ListField
        label={t('flowForms.valid')}
        hint={t('flowForms.validHint')}
        items={slot.valid ?? []}
        most={10}
        addLabel={t('flowForms.addValid')}
        fresh={() => ({ if: 'size(value) > 0', say: {} })}
        onChange={(valid) => set('valid', orNothing(valid))}
      >
        {(valid, place) => (
          <>
            <ExpressionField
              label={t('flowForms.validIf')}
              value={valid.if}
              onChange={(text) => set('valid', replaced(slot.valid ?? [], place, { ...valid, if: text ?? '' }))}
            />
            <LocalTextField
              label={t('flowForms.validSay')}
              withValues
              value={valid.say}
              onChange={(say) => set('valid', replaced(slot.valid ?? [], place, { ...valid, say: say ?? {} }))}
            />
          </>
        )}
      </ListField>
      <ExpressionField
        label={t('flowForms.initial')}
        hint={t('flowForms.initialHint')}
        placeholder="customer.name"
        value={slot.initial}
        onChange={(text) => set('initial', text)}
      />
      <Toggle
        label={t('flowForms.keep')}
        hint={t('flowForms.keepHint')}
        checked={slot.keep === 'conversation'}
        onChange={(keeps) => set('keep', keeps ? 'conversation' : undefined)}
      />
    </div>
  )
}

function ChoiceList({ choices, onChange }: { choices: SlotChoice[]; onChange: (choices: SlotChoice[]) => void }) {
  const { t } = useTranslation()
  return (
    <ListField
      label={t('flowForms.choices')}
      items={choices}
      most={30}
      addLabel={t('flowForms.addChoice')}
      fresh={(): SlotChoice => ({
        value: freeId(
          choices.map(({ value }) => value),
          'choice',
        ),
        label: {},
      })}
      onChange={onChange}
    >
      {(choice, place) => {
        const set = (at: string, value: unknown) => onChange(replaced(choices, place, withAt(choice, at, value)))
        return (
          <>
            <LocalTextField
              label={t('flowForms.choiceLabel')}
              longest={60}
              value={choice.label}
              onChange={(label) => set('label', label ?? {})}
            />
            <Field label={t('flowForms.choiceValue')} hint={t('flowForms.choiceValueHint')}>
              {(names) => (
                <TextInput
                  {...names}
                  className="font-mono text-sm"
                  maxLength={60}
                  value={choice.value}
                  onChange={({ target }) => set('value', target.value)}
                />
              )}
            </Field>
            <NamesInput
              label={t('flowForms.alsoSaid')}
              names={choice.words ?? []}
              removeLabel={(name) => t('flowForms.removeWord', { name })}
              onChange={(words) => set('words', orNothing(words))}
            />
          </>
        )
      }}
    </ListField>
  )
}
