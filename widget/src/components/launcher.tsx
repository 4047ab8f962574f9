import type { RefObject } from 'preact'
import { Icon } from './icons.tsx'
import { useScope } from './scope.ts'

type LauncherProps = {
  isOpen: boolean
  unread: number
  button: RefObject<HTMLButtonElement | null>
  toggle: () => void
}

export function Launcher({ isOpen, unread, button, toggle }: LauncherProps) {
  const { words } = useScope()
  const label = isOpen ? words.close : words.open
  return (
    <button
      type="button"
      class={isOpen ? 'launcher opened' : 'launcher'}
      ref={button}
      aria-expanded={isOpen}
      aria-label={unread > 0 ? `${label} (${words.unread(unread)})` : label}
      onClick={toggle}
    >
      <Icon name={isOpen ? 'down' : 'chat'} />
      {unread > 0 && <span class="badge">{unread > 99 ? '99+' : unread}</span>}
    </button>
  )
}
