import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

export type Tone = 'plain' | 'accent' | 'warm' | 'danger' | 'info'
const tones: Record<Tone, string> = {
  plain: 'bg-hover text-ink-soft',
  accent: 'bg-accent-soft text-accent-strong',
  warm: 'bg-note text-note-ink',
  danger: 'bg-danger-soft text-danger',
  info: 'bg-info-soft text-info-ink',
}

export function Badge({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={classNames(
        'inline-flex h-5 shrink-0 items-center gap-1 rounded-full px-2 text-xs font-medium whitespace-nowrap [&_svg]:size-3',
        tones[tone],
      )}
    >
      {children}
    </span>
  )
}
