import { Autocomplete } from '@base-ui/react/autocomplete'
import { classNames } from './class-names.ts'
import { type FieldNames, inputClass } from './field.tsx'

type SuggestInputProps = {
  names?: FieldNames
  label?: string
  value: string
  suggestions: string[]
  placeholder?: string
  maxLength?: number
  onChange: (value: string) => void
}

/** A text of one's own, with what others wrote before offered below. */
export function SuggestInput({ names, label, suggestions, onChange, ...input }: SuggestInputProps) {
  const { value, ...rest } = input
  return (
    <Autocomplete.Root items={suggestions} value={value} onValueChange={(next) => onChange(next)} openOnInputClick>
      <Autocomplete.Input {...names} {...rest} aria-label={label} className={classNames(inputClass, 'h-9')} />
      <Autocomplete.Portal>
        <Autocomplete.Positioner sideOffset={4} className="z-50 outline-none">
          <Autocomplete.Popup
            data-covers=""
            className="max-h-[min(18rem,var(--available-height))] w-(--anchor-width) overflow-y-auto rounded-xl border border-line bg-raised p-1 shadow-lift empty:hidden data-empty:hidden"
          >
            <Autocomplete.List>
              {(item: string) => (
                <Autocomplete.Item
                  key={item}
                  value={item}
                  className="cursor-default rounded-lg px-2.5 py-1.5 outline-none select-none data-highlighted:bg-hover"
                >
                  {item}
                </Autocomplete.Item>
              )}
            </Autocomplete.List>
          </Autocomplete.Popup>
        </Autocomplete.Positioner>
      </Autocomplete.Portal>
    </Autocomplete.Root>
  )
}
