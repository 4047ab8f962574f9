import { Icon } from './icons.tsx'

/** The bot has a sign, people have an initial: nobody should have to wonder which of them it is. */
export function Avatar({ kind, name }: { kind: 'bot' | 'staff'; name: string }) {
  return (
    <span class={`avatar ${kind}`} aria-hidden="true">
      {kind === 'bot' ? <Icon name="spark" /> : [...name.trim()][0]?.toUpperCase()}
    </span>
  )
}
