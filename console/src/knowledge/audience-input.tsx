import type { Audience } from '@lingxi/contract/audience'
import { useTranslation } from 'react-i18next'
import { Field } from '../ui/field.tsx'
import { NamesInput } from '../ui/names-input.tsx'
import { Select } from '../ui/select.tsx'

const kinds = ['public', 'customers', 'tiers', 'staff'] as const
type AudienceInputProps = { audience: Audience; error?: string | undefined; onChange: (audience: Audience) => void }

const startOf = (kind: Audience['kind']): Audience => {
  if (kind === 'tiers') return { kind, tiers: [] }
  return kind === 'staff' ? { kind, groups: [] } : { kind }
}

/** For whom it is: everybody, or fewer. */
export function AudienceInput({ audience, error, onChange }: AudienceInputProps) {
  const { t } = useTranslation()
  const removeLabel = (name: string) => t('keeping.audience.removeName', { name })
  return (
    <div className="flex flex-col gap-3">
      <Field label={t('keeping.audience.label')}>
        {({ id }) => (
          <Select
            id={id}
            label={t('keeping.audience.label')}
            value={audience.kind}
            options={kinds.map((value) => ({ value, label: t(`keeping.audiences.${value}`) }))}
            onChange={(kind) => onChange(startOf(kind))}
          />
        )}
      </Field>
      {audience.kind === 'tiers' && (
        <NamesInput
          label={t('keeping.audience.tiers')}
          hint={t('keeping.audience.tiersHint')}
          error={error}
          names={audience.tiers}
          removeLabel={removeLabel}
          onChange={(tiers) => onChange({ kind: 'tiers', tiers })}
        />
      )}
      {audience.kind === 'staff' && (
        <NamesInput
          label={t('keeping.audience.groups')}
          hint={t('keeping.audience.groupsHint')}
          names={audience.groups}
          removeLabel={removeLabel}
          onChange={(groups) => onChange({ kind: 'staff', groups })}
        />
      )}
    </div>
  )
}
