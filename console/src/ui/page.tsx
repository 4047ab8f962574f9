import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

type PageProps = {
  title: ReactNode
  lead?: string | undefined
  before?: ReactNode
  actions?: ReactNode
  below?: ReactNode
  narrow?: boolean
  children: ReactNode
}

/** A page with its heading; what is in it scrolls below. */
export function Page({ title, lead, before, actions, below, narrow = false, children }: PageProps) {
  const width = classNames('mx-auto w-full px-4 sm:px-6 lg:px-8', narrow ? 'max-w-3xl' : 'max-w-6xl')
  return (
    <div className="flex h-full min-h-0 flex-col overflow-y-auto">
      <header className="border-b border-line bg-surface">
        <div className={classNames(width, 'flex flex-wrap items-center gap-x-4 gap-y-3 py-4')}>
          {before}
          <div className="min-w-40 flex-1">
            <h1 className="text-xl font-semibold">{title}</h1>
            {lead && <p className="text-sm text-ink-soft">{lead}</p>}
          </div>
          {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
        </div>
        {below && <div className={width}>{below}</div>}
      </header>
      <div className={classNames(width, 'flex-1 py-6')}>{children}</div>
    </div>
  )
}

/** A titled group of things on a page. */
export function Panel({
  title,
  lead,
  actions,
  children,
}: {
  title: string
  lead?: string
  actions?: ReactNode
  children: ReactNode
}) {
  return (
    <section className="rounded-2xl border border-line bg-surface">
      <header className="flex flex-wrap items-center gap-3 border-b border-line px-5 py-3.5">
        <div className="min-w-0 flex-1">
          <h2 className="font-semibold">{title}</h2>
          {lead && <p className="text-sm text-ink-soft">{lead}</p>}
        </div>
        {actions}
      </header>
      <div className="p-5">{children}</div>
    </section>
  )
}
