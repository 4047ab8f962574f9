import { X } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { Field } from './field.tsx'

type NamesInputProps = {
  label: ReactNode
  hint?: string
  error?: string | undefined
  names: string[]
  /** What the button says that takes a name away. */
  removeLabel: (name: string) => string
  most?: number
  longest?: number
  onChange: (names: string[]) => void
}

/** Several short names in one field: a comma or Enter ends one, Backspace takes the last away. */
export function NamesInput({
  label,
  hint,
  error,
  names,
  removeLabel,
  onChange,
  most = 30,
  longest = 60,
}: NamesInputProps) {
  const [text, setText] = useState('')
  const take = () => {
    const added = text
      .split(/[,，、]/)
      .map((name) => name.trim().slice(0, longest))
      .filter(Boolean)
    if (added.length > 0) onChange([...new Set([...names, ...added])].slice(0, most))
    setText('')
  }
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' || event.key === ',' || event.key === '，') {
      event.preventDefault()
      take()
    }
    if (event.key === 'Backspace' && text === '') onChange(names.slice(0, -1))
  }
  return (
    <Field label={label} hint={hint} error={error}>
      {(field) => (
        <div className="flex min-h-9 flex-wrap gap-1 rounded-lg border border-line-strong bg-surface p-1 focus-within:border-accent focus-within:ring-3 focus-within:ring-accent/20 has-aria-invalid:border-danger">
          {names.map((name) => (
            <span key={name} className="inline-flex min-h-6.5 items-center gap-1 rounded-md bg-hover ps-2 text-sm">
              {name}
              <button
                type="button"
                aria-label={removeLabel(name)}
                onClick={() => onChange(names.filter((each) => each !== name))}
                className="grid h-full w-6 place-items-center rounded-md text-ink-faint hover:text-ink"
              >
                <X className="size-3" />
              </button>
            </span>
          ))}
          <input
            {...field}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={press}
            onBlur={take}
            className="h-6.5 min-w-16 flex-1 bg-transparent px-1.5 focus:outline-none"
          />
        </div>
      )}
    </Field>
  )
}
