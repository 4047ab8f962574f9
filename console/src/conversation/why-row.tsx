import type { ReactNode } from 'react'

/** A line of an explanation: what it is, and what there is to say. */
export function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-faint">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  )
}
