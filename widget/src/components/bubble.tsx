import type { Speaker } from '@lingxi/contract/message'
import type { ComponentChildren } from 'preact'
import { Avatar } from './avatar.tsx'
import { useScope } from './scope.ts'

type BubbleProps = {
  speaker: Pick<Speaker, 'kind' | 'name'>
  isFirst: boolean
  title?: string | undefined
  beneath?: ComponentChildren
  children: ComponentChildren
}

/** What the company's side says, with who says it. */
export function Bubble({ speaker, isFirst, title, beneath, children }: BubbleProps) {
  const { words } = useScope()
  const { kind, name } = speaker
  return (
    <div class={`row theirs ${kind}${isFirst ? ' first' : ''}`}>
      {isFirst && <Avatar kind={kind} name={name} />}
      <div class="column">
        {isFirst && (
          <div class="speaker">
            <b>{name}</b>
            <span class="tag">{kind === 'bot' ? words.bot : words.staff}</span>
          </div>
        )}
        <div class="bubble" title={title}>
          {children}
        </div>
        {beneath}
      </div>
    </div>
  )
}

export function TypingDots() {
  return (
    <span class="dots">
      <i />
      <i />
      <i />
    </span>
  )
}
