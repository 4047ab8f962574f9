import { useId } from 'react'
import { Select } from '../../ui/select.tsx'

export type Named = { value: string; label: string; about?: string }
type NameSelectProps = {
  label: string
  hint?: string
  names: Named[]
  value: string
  onChange: (value: string) => void
}

/** One of what there is. What is named and not there stays to be seen, until another is chosen. */
export function NameSelect({ label, hint, names, value, onChange }: NameSelectProps) {
  const id = useId()
  const isThere = names.some((each) => each.value === value)
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <label htmlFor={id} className="text-sm font-medium text-ink-soft">
        {label}
      </label>
      <Select
        id={id}
        className="w-full min-w-0"
        options={isThere ? names : [{ value, label: value || '—' }, ...names]}
        value={value}
        onChange={onChange}
      />
      {hint && <p className="text-xs text-ink-faint">{hint}</p>}
    </div>
  )
}
