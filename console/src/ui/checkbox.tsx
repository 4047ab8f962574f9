import { Checkbox as BaseCheckbox } from '@base-ui/react/checkbox'
import { Check, Minus } from 'lucide-react'

type CheckboxProps = {
  label: string
  checked: boolean
  /** Some of what it stands for, and not all. */
  some?: boolean
  onChange: (checked: boolean) => void
}

/** A box without words beside it; its label is read out. */
export function Checkbox({ label, checked, some = false, onChange }: CheckboxProps) {
  return (
    <BaseCheckbox.Root
      aria-label={label}
      checked={checked}
      indeterminate={some}
      onCheckedChange={onChange}
      className="grid size-5 place-items-center rounded-md border border-line-strong bg-surface text-accent-ink after:absolute after:-inset-2 data-checked:border-accent data-checked:bg-accent data-indeterminate:border-accent data-indeterminate:bg-accent relative"
    >
      <BaseCheckbox.Indicator className="grid place-items-center data-unchecked:hidden [&_svg]:size-3.5">
        {some ? <Minus strokeWidth={3} /> : <Check strokeWidth={3} />}
      </BaseCheckbox.Indicator>
    </BaseCheckbox.Root>
  )
}
