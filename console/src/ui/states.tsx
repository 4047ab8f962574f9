/** What a place shows when it has nothing to show yet, nothing at all, or failed. */
import { CloudOff, RotateCw } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { problemDetail, problemTitle } from '../i18n/problem-text.ts'
import { Button } from './button.tsx'
import { classNames } from './class-names.ts'

export function Skeleton({ className }: { className?: string }) {
  return (
    <span
      aria-hidden
      className={classNames('block', 'animate-[pulse-soft_1.6s_ease-in-out_infinite] rounded-md bg-line', className)}
    />
  )
}

export function SkeletonRows({ count = 6, className = 'h-16' }: { count?: number; className?: string }) {
  const { t } = useTranslation()
  return (
    <output aria-label={t('app.states.loading')} className="flex flex-col gap-3 p-4">
      {Array.from({ length: count }, (_, row) => (
        <Skeleton key={row} className={classNames('w-full', className)} />
      ))}
    </output>
  )
}

type EmptyProps = {
  icon: ReactNode
  title: string
  text?: string | undefined
  /** Whether it is all there is on the page, so that its title is the heading. */
  whole?: boolean
  children?: ReactNode
}

export function Empty({ icon, title, text, whole = false, children }: EmptyProps) {
  const Title = whole ? 'h1' : 'p'
  return (
    <div className="mx-auto flex max-w-sm flex-col items-center justify-center px-6 py-14 text-center">
      <div className="mb-4 grid size-14 place-items-center rounded-2xl bg-accent-soft text-accent [&_svg]:size-6.5">
        {icon}
      </div>
      <Title className="text-lg font-semibold">{title}</Title>
      {text && <p className="mt-1 text-ink-soft text-pretty">{text}</p>}
      {children && <div className="mt-5 flex flex-wrap justify-center gap-2">{children}</div>}
    </div>
  )
}

export function Failed({ error, onRetry, title }: { error: unknown; onRetry: () => void; title?: string }) {
  const { t } = useTranslation()
  return (
    <div role="alert" className="mx-auto flex max-w-sm flex-col items-center px-6 py-14 text-center">
      <div className="mb-4 grid size-14 place-items-center rounded-2xl bg-danger-soft text-danger">
        <CloudOff className="size-6.5" />
      </div>
      <p className="text-lg font-semibold">{title ?? t('app.states.failed')}</p>
      <p className="mt-1 text-ink-soft">{problemTitle(t, error)}</p>
      {problemDetail(error) && <p className="mt-1 text-xs text-ink-faint">{problemDetail(error)}</p>}
      <Button className="mt-5" onClick={onRetry}>
        <RotateCw />
        {t('app.actions.retry')}
      </Button>
    </div>
  )
}

/** One line inside a form: what the server refused, and why. */
export function Refused({ error }: { error: unknown }) {
  const { t } = useTranslation()
  if (!error) return null
  return (
    <div role="alert" className="rounded-lg border border-danger-line bg-danger-soft px-3 py-2 text-sm text-danger">
      {problemTitle(t, error)}
      {problemDetail(error) && (
        <span className="mt-0.5 block text-xs whitespace-pre-line opacity-90">{problemDetail(error)}</span>
      )}
    </div>
  )
}
