import { CircleAlert } from 'lucide-react'
import { type ReactNode, useDeferredValue, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { TextArea } from '../../ui/field.tsx'
import { expressionFault } from '../expression-fault.ts'
import { insertAt } from './insert-at.ts'
import { InsertMenu } from './insert-menu.tsx'

type ExpressionFieldProps = {
  label: ReactNode
  hint?: ReactNode
  placeholder?: string
  value: string | undefined
  /** Undefined: it is empty. */
  onChange: (value: string | undefined) => void
}

/** A condition or a value that is worked out: what may be named is offered, what cannot be read is said at once. */
export function ExpressionField({ label, hint, value = '', placeholder, onChange }: ExpressionFieldProps) {
  const { t } = useTranslation()
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const written = useDeferredValue(value)
  const fault = written.trim() === '' ? null : expressionFault(written)
  const write = (text: string) => onChange(text === '' ? undefined : text)
  return (
    <div className="flex flex-col gap-1">
      <span className="flex items-center justify-between gap-2">
        <label htmlFor={id} className="text-sm font-medium text-ink-soft">
          {label}
        </label>
        <InsertMenu isExpression onInsert={(text) => insertAt(area.current, text, write)} />
      </span>
      <TextArea
        id={id}
        ref={area}
        rows={1}
        maxLength={1000}
        spellCheck={false}
        placeholder={placeholder}
        value={value}
        aria-invalid={fault !== null}
        aria-describedby={`${id}-about`}
        onChange={({ target }) => write(target.value)}
        className="field-sizing-content max-h-60 resize-none py-1.5! font-mono text-sm"
      />
      <p id={`${id}-about`} className={fault ? 'flex gap-1 text-xs text-danger' : 'text-xs text-ink-faint'}>
        {fault && <CircleAlert className="mt-0.5 size-3.5 shrink-0" />}
        {fault ? t('flowForms.unreadable', { reason: fault }) : hint}
      </p>
    </div>
  )
}
