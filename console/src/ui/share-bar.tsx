type ShareBarProps = { share: number; tone?: 'accent' | 'warm' | 'faint' }
const tones = { accent: 'bg-accent', warm: 'bg-note-ink', faint: 'bg-line-strong' }

export const percent = (share: number) => `${Math.round(share * 100)} %`

/** A share (0–1) as a bar with its number behind it. */
export function ShareBar({ share, tone = 'accent' }: ShareBarProps) {
  return (
    <span className="flex items-center gap-2">
      <span aria-hidden className="h-1.5 min-w-16 flex-1 overflow-hidden rounded-full bg-line">
        <span
          className={`block h-full rounded-full ${tones[tone]}`}
          style={{ width: `${Math.min(1, Math.max(0, share)) * 100}%` }}
        />
      </span>
      <span className="w-11 text-end text-sm whitespace-nowrap tabular-nums">{percent(share)}</span>
    </span>
  )
}
