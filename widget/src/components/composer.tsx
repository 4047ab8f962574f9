import type { RefObject } from 'preact'
import { useLayoutEffect, useState } from 'preact/hooks'
import { longestSaying, nearlyTooLong } from '../limits.ts'
import { Icon } from './icons.tsx'
import { useScope } from './scope.ts'

export function Composer({ field }: { field: RefObject<HTMLTextAreaElement | null> }) {
  const { chat, words } = useScope()
  const [text, setText] = useState('')
  const left = longestSaying - text.length
  const canSend = text.trim() !== '' && left >= 0

  useLayoutEffect(() => fitToText(field.current!), [text, field])

  function send() {
    if (!canSend) return
    chat.say(text.trim())
    setText('')
    field.current!.focus()
  }

  function sendOnEnter(event: KeyboardEvent) {
    // While an input method composes, Enter picks a word. Safari says so by the key code only.
    const composes = event.isComposing || event.keyCode === 229
    if (event.key !== 'Enter' || event.shiftKey || composes) return
    event.preventDefault()
    send()
  }

  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <textarea
        ref={field}
        rows={1}
        value={text}
        placeholder={words.placeholder}
        aria-label={words.message}
        aria-invalid={left < 0}
        enterkeyhint="send"
        onInput={({ currentTarget }) => {
          setText(currentTarget.value)
          if (currentTarget.value.trim()) chat.typing()
        }}
        onKeyDown={sendOnEnter}
      />
      <button type="submit" class="send" aria-label={words.send} title={words.send} disabled={!canSend}>
        <Icon name="send" />
      </button>
      {text.length >= nearlyTooLong && (
        <output class={left < 0 ? 'counter over' : 'counter'}>
          {left < 0 ? words.tooLong(-left) : words.remaining(left)}
        </output>
      )}
    </form>
  )
}

function fitToText(field: HTMLTextAreaElement) {
  field.style.height = 'auto'
  if (field.scrollHeight) field.style.height = `${field.scrollHeight}px`
}
