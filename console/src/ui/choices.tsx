import { classNames } from './class-names.ts'

type ChoicesProps<T extends string> = {
  label: string
  value: T
  choices: { value: T; text: string }[]
  onChange: (value: T) => void
}

/** A row of buttons of which one is chosen; it wraps on a narrow screen. */
export function Choices<T extends string>({ label, value, choices, onChange }: ChoicesProps<T>) {
  return (
    <fieldset className="flex flex-wrap gap-1.5">
      <legend className="sr-only">{label}</legend>
      {choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          aria-pressed={choice.value === value}
          onClick={() => onChange(choice.value)}
          className={classNames(
            'h-8 rounded-full border px-3 text-sm transition-colors',
            choice.value === value
              ? 'border-accent bg-accent-soft font-medium text-accent-strong'
              : 'border-line-strong text-ink-soft hover:bg-hover',
          )}
        >
          {choice.text}
        </button>
      ))}
    </fieldset>
  )
}
