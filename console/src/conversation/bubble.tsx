import { Bot } from 'lucide-react'
import type { ReactNode } from 'react'
import { useWhen } from '../i18n/when.ts'
import { Avatar } from '../ui/avatar.tsx'
import { classNames } from '../ui/class-names.ts'

export type Look = 'customer' | 'bot' | 'mine' | 'staff' | 'note'
const looks: Record<Look, string> = {
  customer: 'bg-surface border-line rounded-ss-md',
  bot: 'bg-info-soft border-transparent rounded-se-md',
  mine: 'bg-accent-soft border-accent-line rounded-se-md',
  staff: 'bg-hover border-line rounded-se-md',
  note: 'bg-note border-note-line border-dashed text-note-ink rounded-se-md',
}

type BubbleProps = {
  side: 'start' | 'end'
  look: Look
  name: string
  at?: string
  label?: ReactNode
  after?: ReactNode
  below?: ReactNode
  children: ReactNode
}

export function Bubble({ side, look, name, at, label, after, below, children }: BubbleProps) {
  const { clock, full } = useWhen()
  const atEnd = side === 'end'
  return (
    <article className={classNames('flex gap-2.5', atEnd && 'flex-row-reverse')}>
      <div className="pt-5.5 max-sm:hidden">{look === 'bot' ? <BotFace /> : <Avatar name={name} size="small" />}</div>
      <div
        className={classNames('flex max-w-[86%] min-w-0 flex-col sm:max-w-[80%]', atEnd ? 'items-end' : 'items-start')}
      >
        <div className="mb-1 flex items-center gap-1.5 px-1 text-xs text-ink-faint">
          <span className="font-medium text-ink-soft">{name}</span>
          {at && (
            <time dateTime={at} title={full(at)} className="tabular-nums">
              {clock(at)}
            </time>
          )}
          {label}
          {after}
        </div>
        <div className={classNames('max-w-full min-w-0 rounded-2xl border px-3.5 py-2.5', looks[look])}>{children}</div>
        {below && <div className="mt-1 w-full max-w-full min-w-0">{below}</div>}
      </div>
    </article>
  )
}

function BotFace() {
  return (
    <span aria-hidden className="grid size-6 place-items-center rounded-full bg-info-soft text-info-ink">
      <Bot className="size-3.5" />
    </span>
  )
}
