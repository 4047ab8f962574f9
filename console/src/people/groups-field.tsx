import type { Staff } from '@lingxi/contract/staff'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextInput } from '../ui/field.tsx'

type GroupsFieldProps = { person: Staff; disabled: boolean; onChange: (groups: string[]) => void }

/** The groups whose knowledge somebody may read, as words with commas; kept when the field is left. */
export function GroupsField({ person, disabled, onChange }: GroupsFieldProps) {
  const { t } = useTranslation()
  const kept = person.groups.join(', ')
  const [text, setText] = useState(kept)
  const leave = () => {
    const groups = [...new Set(text.split(/[,，、]/).map((group) => group.trim()))].filter(Boolean)
    if (groups.toSorted().join(', ') !== kept) onChange(groups)
  }
  return (
    <TextInput
      aria-label={t('people.groupsOf', { name: person.name })}
      placeholder={t('people.groups')}
      className="w-44 max-sm:w-full"
      maxLength={600}
      value={text}
      disabled={disabled}
      onChange={(event) => setText(event.target.value)}
      onBlur={leave}
    />
  )
}
