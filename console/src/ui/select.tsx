import { Select as BaseSelect } from '@base-ui/react/select'
import { Check, ChevronsUpDown } from 'lucide-react'
import { classNames } from './class-names.ts'

type Option<T extends string> = { value: T; label: string; about?: string }
type SelectProps<T extends string> = {
  options: Option<T>[]
  value: T
  onChange: (value: T) => void
  label?: string | undefined
  id?: string | undefined
  disabled?: boolean | undefined
  className?: string | undefined
  /** Said before the choice: "Status: Draft". */
  prefix?: string | undefined
}

export function Select<T extends string>({
  options,
  value,
  onChange,
  label,
  prefix,
  className,
  ...rest
}: SelectProps<T>) {
  const chosen = options.find((option) => option.value === value)
  return (
    <BaseSelect.Root
      items={options}
      value={value}
      onValueChange={(next) => next !== null && onChange(next)}
      disabled={rest.disabled ?? false}
    >
      <BaseSelect.Trigger
        id={rest.id}
        aria-label={label && `${label}: ${chosen?.label ?? ''}`}
        className={classNames(
          'flex h-9 items-center justify-between gap-2 rounded-lg border border-line-strong bg-surface ps-3 pe-2 text-ink transition-colors select-none hover:not-data-disabled:bg-hover data-disabled:cursor-not-allowed data-disabled:bg-sunken data-disabled:text-ink-soft',
          className,
        )}
      >
        <span className="truncate">
          {prefix && <span className="text-ink-faint">{prefix} </span>}
          <BaseSelect.Value />
        </span>
        <BaseSelect.Icon className="shrink-0 text-ink-faint">
          <ChevronsUpDown className="size-3.5" />
        </BaseSelect.Icon>
      </BaseSelect.Trigger>
      <BaseSelect.Portal>
        <BaseSelect.Positioner sideOffset={4} alignItemWithTrigger={false} className="z-50 outline-none">
          <BaseSelect.Popup
            data-covers=""
            className="max-h-(--available-height) min-w-(--anchor-width) overflow-y-auto rounded-xl border border-line bg-raised p-1 shadow-lift outline-none transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0"
          >
            {options.map((option) => (
              <BaseSelect.Item
                key={option.value}
                value={option.value}
                className="grid cursor-default grid-cols-[1rem_1fr] items-center gap-x-2 rounded-lg py-1.5 ps-2 pe-4 outline-none select-none data-highlighted:bg-hover"
              >
                <BaseSelect.ItemIndicator className="text-accent">
                  <Check className="size-4" />
                </BaseSelect.ItemIndicator>
                <BaseSelect.ItemText className="col-start-2">{option.label}</BaseSelect.ItemText>
                {option.about && <span className="col-start-2 text-xs text-ink-faint">{option.about}</span>}
              </BaseSelect.Item>
            ))}
          </BaseSelect.Popup>
        </BaseSelect.Positioner>
      </BaseSelect.Portal>
    </BaseSelect.Root>
  )
}
