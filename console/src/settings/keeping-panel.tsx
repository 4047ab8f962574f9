/** How knowledge is kept: whether two people see every text, and what the machine may do to articles by itself. */
import { LearningSettings } from '@lingxi/contract/learning'
import type { Settings } from '@lingxi/contract/staff'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChangeLearningSettings, useLearningSettings } from '../api/learning-queries.ts'
import { useChangeSettings } from '../api/staff-queries.ts'
import { Field, TextInput } from '../ui/field.tsx'
import { Panel } from '../ui/page.tsx'
import { Failed, Refused, SkeletonRows } from '../ui/states.tsx'
import { useToast } from '../ui/toast.tsx'
import { Toggle } from '../ui/toggle.tsx'
import { SaveRow } from './save-row.tsx'

export function KeepingPanel({ settings, mayChange }: { settings: Settings; mayChange: boolean }) {
  const { t } = useTranslation()
  const { tell, warn } = useToast()
  const save = useChangeSettings()
  const { data, error, refetch } = useLearningSettings()
  const require = (reviewRequired: boolean) =>
    save.mutate({ reviewRequired }, { onSuccess: () => void tell(t('settings.saved')), onError: warn })
  return (
    <Panel title={t('settings.keeping.heading')} lead={t('settings.keeping.lead')}>
      <div className="flex flex-col gap-5">
        <Toggle
          label={t('settings.keeping.review')}
          hint={t('settings.keeping.reviewHint')}
          checked={settings.reviewRequired}
          disabled={!mayChange || save.isPending}
          onChange={require}
        />
        {!data && !error && <SkeletonRows count={2} className="h-12" />}
        {!data && error && <Failed error={error} onRetry={() => void refetch()} />}
        {data && <LearningForm key={JSON.stringify(data)} start={data} />}
      </div>
    </Panel>
  )
}

function LearningForm({ start }: { start: LearningSettings }) {
  const { t } = useTranslation()
  const { tell } = useToast()
  const [form, setForm] = useState(start)
  const save = useChangeLearningSettings()
  const { weighDown, archive } = form
  const down = (part: Partial<typeof weighDown>) => setForm({ ...form, weighDown: { ...weighDown, ...part } })
  const old = (part: Partial<typeof archive>) => setForm({ ...form, archive: { ...archive, ...part } })
  const changed = JSON.stringify(form) !== JSON.stringify(start)
  const isSound = LearningSettings.safeParse(form).success
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate(form, { onSuccess: () => void tell(t('settings.saved')) })
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-5 border-t border-line pt-5">
      <Refused error={save.error} />
      <Toggle
        label={t('settings.keeping.weighDown')}
        hint={t('settings.keeping.weighDownHint')}
        checked={weighDown.on}
        onChange={(on) => down({ on })}
      />
      {weighDown.on && (
        <div className="grid gap-4 sm:grid-cols-3">
          <NumberField label="below" value={weighDown.below} most={100} onChange={(below) => down({ below })} />
          <NumberField
            label="uses"
            value={weighDown.leastUses}
            most={10_000}
            onChange={(uses) => down({ leastUses: uses })}
          />
          <NumberField
            label="weight"
            value={Math.round(weighDown.weight * 100)}
            least={10}
            most={100}
            onChange={(percent) => down({ weight: percent / 100 })}
          />
        </div>
      )}
      <Toggle
        label={t('settings.keeping.archive')}
        hint={t('settings.keeping.archiveHint')}
        checked={archive.on}
        onChange={(on) => old({ on })}
      />
      {archive.on && (
        <div className="grid gap-4 sm:grid-cols-3">
          <NumberField label="below" value={archive.below} most={100} onChange={(below) => old({ below })} />
          <NumberField
            label="days"
            value={archive.unusedDays}
            most={3650}
            onChange={(days) => old({ unusedDays: days })}
          />
        </div>
      )}
      <div className="sm:w-1/3 sm:pe-3">
        <NumberField
          label="returns"
          value={form.returnDays}
          most={90}
          onChange={(returnDays) => setForm({ ...form, returnDays })}
        />
      </div>
      <SaveRow changed={changed} isSound={isSound} isPending={save.isPending} onDiscard={() => setForm(start)} />
    </form>
  )
}

type NumberFieldProps = {
  label: 'below' | 'uses' | 'weight' | 'days' | 'returns'
  value: number
  least?: number
  most: number
  onChange: (value: number) => void
}

function NumberField({ label, value, least = 1, most, onChange }: NumberFieldProps) {
  const { t } = useTranslation()
  const isSound = value >= least && value <= most
  return (
    <Field
      label={t(`settings.keeping.fields.${label}`)}
      error={isSound ? undefined : t('settings.keeping.range', { least, most })}
    >
      {(names) => (
        <TextInput
          {...names}
          type="number"
          min={least}
          max={most}
          value={Number.isNaN(value) ? '' : value}
          onChange={({ target }) => onChange(target.valueAsNumber)}
        />
      )}
    </Field>
  )
}
