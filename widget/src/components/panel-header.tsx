import type { RefObject } from 'preact'
import { type ConversationState, whoAnswers } from '../conversation-state.ts'
import { Avatar } from './avatar.tsx'
import { Icon } from './icons.tsx'
import { useScope } from './scope.ts'

type PanelHeaderProps = {
  state: ConversationState
  title: string | undefined
  heading: RefObject<HTMLHeadingElement | null>
  close: () => void
}

export function PanelHeader({ state, title, heading, close }: PanelHeaderProps) {
  const { chat, words } = useScope()
  const { session, entries, link } = state
  const answering = whoAnswers(entries)
  const status = () => {
    if (link !== 'open') return words.connecting
    if (answering.kind === 'staff') return `${answering.name} · ${words.staff}`
    if (answering.kind === 'queue') return words.queued
    return session ? `${session.botName} · ${words.bot}` : words.online
  }
  return (
    <div class="header">
      {answering.kind === 'staff' ? <Avatar kind="staff" name={answering.name} /> : <Avatar kind="bot" name="" />}
      <div class="titles">
        <h2 id="lingxi-title" ref={heading} tabIndex={-1}>
          {title ?? session?.companyName ?? words.title}
        </h2>
        <p class={`status ${link}`}>{status()}</p>
      </div>
      {answering.kind === 'bot' && (
        <button type="button" class="person" onClick={() => chat.say(words.personText)}>
          <Icon name="person" />
          {words.person}
        </button>
      )}
      <button type="button" class="tool" aria-label={words.close} title={words.close} onClick={close}>
        <Icon name="close" />
      </button>
    </div>
  )
}
