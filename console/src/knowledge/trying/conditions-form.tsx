import { languages } from '@lingxi/contract/message'
import { useTranslation } from 'react-i18next'
import { Field, TextInput } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { Toggle } from '../../ui/toggle.tsx'
import { askers, channels, type Conditions } from './conditions.ts'

type ConditionsFormProps = { title: string; value: Conditions; onChange: (value: Conditions) => void }

/** By whom, where and when a question is asked. */
export function ConditionsForm({ title, value, onChange }: ConditionsFormProps) {
  const { t } = useTranslation()
  const change = (part: Partial<Conditions>) => onChange({ ...value, ...part })
  const text = (name: 'tier' | 'region' | 'groups', hint?: string) => (
    <Field label={t(`trying.${name}`)} hint={hint}>
      {(names) => (
        <TextInput
          {...names}
          maxLength={60}
          value={value[name]}
          onChange={(event) => change({ [name]: event.target.value })}
        />
      )}
    </Field>
  )
  return (
    <fieldset className="rounded-2xl border border-line bg-surface p-4">
      <legend className="px-1.5 text-sm font-medium text-ink-soft">{title}</legend>
      <div className="grid items-start gap-x-4 gap-y-3 sm:grid-cols-2 lg:grid-cols-[repeat(auto-fit,minmax(11rem,1fr))]">
        <Field label={t('trying.asWhom')}>
          {({ id }) => (
            <Select
              id={id}
              value={value.asker}
              options={askers.map((each) => ({ value: each, label: t(`trying.askers.${each}`) }))}
              onChange={(asker) => change({ asker })}
            />
          )}
        </Field>
        {value.asker === 'customer' && text('tier')}
        {value.asker === 'staff' ? text('groups', t('trying.groupsHint')) : text('region')}
        <Field label={t('trying.channel')}>
          {({ id }) => (
            <Select
              id={id}
              value={value.channel}
              options={channels.map((each) => ({ value: each, label: t(`trying.channels.${each}`) }))}
              onChange={(channel) => change({ channel })}
            />
          )}
        </Field>
        <Field label={t('knowledge.editor.language')}>
          {({ id }) => (
            <Select
              id={id}
              value={value.language}
              options={[
                { value: 'auto', label: t('knowledge.try.auto') },
                ...languages.map((each) => ({ value: each, label: t(`app.languages.${each}`) })),
              ]}
              onChange={(language) => change({ language })}
            />
          )}
        </Field>
        <Field label={t('trying.at')} hint={t('trying.atHint')}>
          {(names) => (
            <TextInput
              {...names}
              type="datetime-local"
              value={value.at}
              onChange={(event) => change({ at: event.target.value })}
            />
          )}
        </Field>
      </div>
      <div className="mt-3 w-fit">
        <Toggle label={t('trying.learnt')} checked={value.learnt} onChange={(learnt) => change({ learnt })} />
      </div>
    </fieldset>
  )
}
