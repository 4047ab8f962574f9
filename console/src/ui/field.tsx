import { Eye, EyeOff } from 'lucide-react'
import { type ComponentProps, type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { classNames } from './class-names.ts'

export const inputClass =
  'w-full rounded-lg border border-line-strong bg-surface px-3 text-ink placeholder:text-ink-faint transition-[border-color,box-shadow] focus:border-accent focus:outline-none focus:ring-3 focus:ring-accent/20 disabled:bg-sunken disabled:text-ink-soft aria-invalid:border-danger aria-invalid:focus:ring-danger/20'

export type FieldNames = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': boolean }
type FieldProps = {
  label: ReactNode
  hint?: ReactNode
  error?: string | undefined
  className?: string
  children: (names: FieldNames) => ReactNode
}

/** A label, its control, and what there is to say about it; the three know each other. */
export function Field({ label, hint, error, className, children }: FieldProps) {
  const id = useId()
  const about = error ?? hint
  return (
    <div className={classNames('flex flex-col gap-1.5', className)}>
      <label htmlFor={id} className="text-sm font-medium text-ink-soft">
        {label}
      </label>
      {children({ id, 'aria-describedby': about ? `${id}-about` : undefined, 'aria-invalid': error !== undefined })}
      {about && (
        <p id={`${id}-about`} className={classNames('text-xs', error ? 'text-danger' : 'text-ink-faint')}>
          {about}
        </p>
      )}
    </div>
  )
}

export function TextInput({ className, ...rest }: ComponentProps<'input'>) {
  return <input className={classNames(inputClass, 'h-9', className)} {...rest} />
}

export function TextArea({ className, ...rest }: ComponentProps<'textarea'>) {
  return <textarea className={classNames(inputClass, 'py-2 leading-relaxed', className)} {...rest} />
}

export function PasswordInput(props: Omit<ComponentProps<'input'>, 'type'>) {
  const { t } = useTranslation()
  const [shown, setShown] = useState(false)
  return (
    <div className="relative">
      <TextInput {...props} type={shown ? 'text' : 'password'} className="pe-10" />
      <button
        type="button"
        onClick={() => setShown(!shown)}
        aria-label={t(shown ? 'app.actions.hidePassword' : 'app.actions.showPassword')}
        className="absolute inset-y-0.5 end-0.5 grid w-8.5 place-items-center rounded-md text-ink-faint hover:text-ink [&_svg]:size-4"
      >
        {shown ? <EyeOff /> : <Eye />}
      </button>
    </div>
  )
}
