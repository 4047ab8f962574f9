import type { LocalText } from '@lingxi/contract/flow'
import { languages } from '@lingxi/contract/message'
import { type ReactNode, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { withAt } from '../edits/at-place.ts'
import { TextArea } from '../../ui/field.tsx'
import { insertAt } from './insert-at.ts'
import { InsertMenu } from './insert-menu.tsx'

type LocalTextFieldProps = {
  label: ReactNode
  hint?: string
  value: LocalText | undefined
  rows?: number
  longest?: number
  /** Names where values may stand: no menu for them otherwise. */
  withValues?: boolean
  /** Undefined: it is said in no language. */
  onChange: (value: LocalText | undefined) => void
}

/** One text in both languages, side by side where there is room. */
export function LocalTextField({ label, hint, value, onChange, ...look }: LocalTextFieldProps) {
  const { t } = useTranslation()
  const id = useId()
  const write = (language: 'zh' | 'en', text: string) => {
    const next = withAt(value ?? {}, language, text === '' ? undefined : text)
    onChange(Object.keys(next).length === 0 ? undefined : next)
  }
  return (
    <fieldset className="@container">
      <legend className="mb-1.5 text-sm font-medium text-ink-soft">{label}</legend>
      <div className="grid gap-2 @sm:grid-cols-2">
        {languages.map((language) => (
          <OneLanguage
            key={language}
            id={`${id}-${language}`}
            name={t(`app.languages.${language}`)}
            value={value?.[language] ?? ''}
            {...look}
            onChange={(text) => write(language, text)}
          />
        ))}
      </div>
      {hint && <p className="mt-1 text-xs text-ink-faint">{hint}</p>}
    </fieldset>
  )
}

type OneLanguageProps = Pick<LocalTextFieldProps, 'rows' | 'longest' | 'withValues'> & {
  id: string
  name: string
  value: string
  onChange: (text: string) => void
}

function OneLanguage({ id, name, value, rows = 1, longest = 4000, withValues = false, onChange }: OneLanguageProps) {
  const area = useRef<HTMLTextAreaElement>(null)
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <span className="flex h-5 items-center justify-between gap-2">
        <label htmlFor={id} className="text-xs text-ink-faint">
          {name}
        </label>
        {withValues && <InsertMenu onInsert={(text) => insertAt(area.current, `{{ ${text} }}`, onChange)} />}
      </span>
      <TextArea
        id={id}
        ref={area}
        rows={rows}
        maxLength={longest}
        value={value}
        onChange={({ target }) => onChange(target.value)}
        className="field-sizing-content max-h-80 resize-none py-1.5!"
      />
    </div>
  )
}
