import { Search, X } from 'lucide-react'
import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { classNames } from './class-names.ts'
import { inputClass } from './field.tsx'

type SearchInputProps = {
  label: string
  placeholder: string
  value: string
  onChange: (value: string) => void
  ref?: Ref<HTMLInputElement>
  className?: string
}

export function SearchInput({ label, placeholder, value, onChange, ref, className }: SearchInputProps) {
  const { t } = useTranslation()
  return (
    <div className={classNames('relative', className)}>
      <Search aria-hidden className="pointer-events-none absolute start-2.5 top-2.5 size-4 text-ink-faint" />
      <input
        ref={ref}
        type="text"
        role="searchbox"
        aria-label={label}
        placeholder={placeholder}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          if (value) onChange('')
          else event.currentTarget.blur()
        }}
        className={classNames(inputClass, 'h-9 px-8.5')}
      />
      {value && (
        <button
          type="button"
          aria-label={t('app.actions.clear')}
          onClick={() => onChange('')}
          className="absolute end-1.5 top-1.5 grid size-6 place-items-center rounded-md text-ink-faint hover:bg-hover"
        >
          <X className="size-3.5" />
        </button>
      )}
    </div>
  )
}
