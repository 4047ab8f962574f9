import { Switch } from '@base-ui/react/switch'

type ToggleProps = {
  label: string
  hint?: string
  checked: boolean
  onChange: (checked: boolean) => void
  disabled?: boolean
}

export function Toggle({ label, hint, checked, onChange, disabled = false }: ToggleProps) {
  return (
    <label className="flex items-center justify-between gap-4">
      <span>
        <span className="block">{label}</span>
        {hint && <span className="block text-xs text-ink-faint">{hint}</span>}
      </span>
      <Switch.Root
        checked={checked}
        onCheckedChange={onChange}
        disabled={disabled}
        className="flex h-5.5 w-9.5 shrink-0 rounded-full bg-line-strong p-0.5 transition-colors data-checked:bg-accent data-disabled:cursor-not-allowed data-disabled:opacity-60"
      >
        <Switch.Thumb className="size-4.5 rounded-full bg-white shadow transition-transform data-checked:translate-x-4" />
      </Switch.Root>
    </label>
  )
}
