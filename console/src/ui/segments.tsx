import { Radio } from '@base-ui/react/radio'
import { RadioGroup } from '@base-ui/react/radio-group'
import type { ReactNode } from 'react'

type SegmentsProps<T extends string> = {
  label: string
  value: T
  options: { value: T; label: ReactNode }[]
  onChange: (value: T) => void
}

/** One of a few, all in sight. */
export function Segments<T extends string>({ label, value, options, onChange }: SegmentsProps<T>) {
  return (
    <RadioGroup
      aria-label={label}
      value={value}
      onValueChange={(next) => onChange(next as T)}
      className="inline-flex w-fit gap-0.5 rounded-lg border border-line bg-hover p-0.5"
    >
      {options.map((option) => (
        <Radio.Root
          key={option.value}
          value={option.value}
          className="inline-flex h-7.5 items-center gap-1.5 rounded-md px-3 text-sm text-ink-soft transition-colors select-none hover:text-ink data-checked:bg-raised data-checked:font-medium data-checked:text-accent-strong data-checked:shadow-[0_1px_2px_rgb(0_0_0/0.12)] [&_svg]:size-4"
        >
          {option.label}
        </Radio.Root>
      ))}
    </RadioGroup>
  )
}
