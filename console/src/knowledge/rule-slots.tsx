import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button.tsx'
import { Field, TextArea, TextInput } from '../ui/field.tsx'
import { Segments } from '../ui/segments.tsx'
import { emptySlot, type SlotForm } from './guide-form.ts'
import { changed, MoveButtons } from './move-buttons.tsx'

type RuleSlotsProps = { slots: SlotForm[]; onChange: (slots: SlotForm[]) => void }

/** What the bot has to know before the table can answer. */
export function RuleSlots({ slots, onChange }: RuleSlotsProps) {
  const { t } = useTranslation()
  return (
    <section aria-label={t('guides.slots')} className="flex flex-col gap-3">
      <div>
        <h2 className="font-medium">{t('guides.slots')}</h2>
        <p className="text-sm text-ink-faint">{t('guides.slotsHint')}</p>
      </div>
      {slots.map((slot, place) => (
        <fieldset key={slot.id} className="flex flex-col gap-3 rounded-lg border border-line p-3">
          <legend className="sr-only">{t('guides.slot', { number: place + 1 })}</legend>
          <div className="flex flex-wrap items-center justify-between gap-2">
            <Segments
              label={t('guides.type')}
              value={slot.type}
              options={(['choice', 'number', 'yes-no'] as const).map((value) => ({
                value,
                label: t(`guides.types.${value}`),
              }))}
              onChange={(type) => onChange(changed(slots, place, { type }))}
            />
            <MoveButtons items={slots} place={place} onChange={onChange} />
          </div>
          <SlotFields slot={slot} onChange={(part) => onChange(changed(slots, place, part))} />
        </fieldset>
      ))}
      <Button
        className="w-fit"
        size="small"
        disabled={slots.length >= 12}
        onClick={() => onChange([...slots, emptySlot()])}
      >
        <Plus /> {t('guides.addSlot')}
      </Button>
    </section>
  )
}

function SlotFields({ slot, onChange }: { slot: SlotForm; onChange: (part: Partial<SlotForm>) => void }) {
  const { t } = useTranslation()
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Field label={t('guides.label')}>
        {(names) => (
          <TextInput
            {...names}
            maxLength={60}
            value={slot.label}
            onChange={({ target }) => onChange({ label: target.value })}
          />
        )}
      </Field>
      <Field label={t('guides.ask')}>
        {(names) => (
          <TextInput
            {...names}
            maxLength={300}
            value={slot.ask}
            onChange={({ target }) => onChange({ ask: target.value })}
          />
        )}
      </Field>
      {slot.type === 'number' && (
        <Field label={t('guides.unit')}>
          {(names) => (
            <TextInput
              {...names}
              maxLength={20}
              value={slot.unit}
              onChange={({ target }) => onChange({ unit: target.value })}
            />
          )}
        </Field>
      )}
      {slot.type === 'choice' && (
        <Field label={t('guides.choices')} hint={t('guides.choicesHint')} className="sm:col-span-2">
          {(names) => (
            <TextArea
              {...names}
              rows={3}
              value={slot.choices}
              onChange={({ target }) => onChange({ choices: target.value })}
            />
          )}
        </Field>
      )}
    </div>
  )
}
