import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { Hint } from './tooltip.tsx'

type Look = 'primary' | 'outline' | 'quiet' | 'danger'
type Size = 'small' | 'medium'

const looks: Record<Look, string> = {
  primary: 'bg-accent text-accent-ink hover:not-disabled:bg-accent-strong border-transparent font-medium',
  outline: 'bg-surface text-ink border-line-strong hover:not-disabled:bg-hover',
  quiet: 'text-ink-soft border-transparent hover:not-disabled:bg-hover hover:not-disabled:text-ink',
  danger: 'bg-danger text-danger-ink border-transparent hover:not-disabled:brightness-95 font-medium',
}
const sizes: Record<Size, string> = { small: 'h-7.5 px-2.5 text-sm gap-1.5', medium: 'h-9 px-3.5 gap-2' }
const shape =
  'inline-flex shrink-0 items-center justify-center rounded-lg border whitespace-nowrap transition-colors select-none disabled:cursor-not-allowed disabled:opacity-55 [&_svg]:size-4 [&_svg]:shrink-0'

export const buttonClass = (look: Look = 'outline', size: Size = 'medium') =>
  classNames(shape, looks[look], sizes[size])

type ButtonProps = ComponentProps<'button'> & { look?: Look; size?: Size }

export function Button({ look = 'outline', size = 'medium', className, type = 'button', ...rest }: ButtonProps) {
  return <button type={type} className={classNames(buttonClass(look, size), className)} {...rest} />
}

type IconButtonProps = Omit<ComponentProps<'button'>, 'children'> & { label: string; children: ReactNode; look?: Look }

/** A button of an icon alone; its label is read out, and shown when pointed at. */
export function IconButton({ label, children, look = 'quiet', className, type = 'button', ...rest }: IconButtonProps) {
  return (
    <Hint text={label}>
      <button
        type={type}
        aria-label={label}
        className={classNames(shape, looks[look], 'size-8.5 [&_svg]:size-4.5', className)}
        {...rest}
      >
        {children}
      </button>
    </Hint>
  )
}
