import type { Conversation } from '@lingxi/contract/conversation'
import { longestText } from '@lingxi/contract/message'
import { SendHorizontal } from 'lucide-react'
import type { KeyboardEvent, Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { useLive } from '../api/live.ts'
import { Button } from '../ui/button.tsx'
import { classNames } from '../ui/class-names.ts'
import type { Mode } from './drafts.ts'

type WritingProps = {
  ref: Ref<HTMLTextAreaElement>
  conversation: Conversation
  mode: Mode
  text: string
  onChange: (text: string) => void
  onSend: () => void
}
/** From here on the writer is told how much is left. */
const nearlyFull = 300

export function Writing({ ref, conversation, mode, text, onChange, onSend }: WritingProps) {
  const { t } = useTranslation()
  const { sendTyping } = useLive()
  const left = longestText - text.length
  const maySend = text.trim() !== '' && left >= 0
  const placeholder =
    mode === 'note'
      ? t('conversation.notePlaceholder')
      : t('conversation.replyPlaceholder', { name: conversation.customerName })
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Escape') event.currentTarget.blur()
    // While an input method is open, Enter chooses characters.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    if (maySend) onSend()
  }
  return (
    <div
      className={classNames(
        'flex items-end gap-2 rounded-xl border bg-surface p-1.5 ps-3.5 focus-within:ring-3',
        mode === 'note'
          ? 'border-note-line focus-within:ring-note-line/40'
          : 'border-line-strong focus-within:border-accent focus-within:ring-accent/20',
      )}
    >
      <textarea
        ref={ref}
        rows={1}
        value={text}
        aria-label={placeholder}
        placeholder={placeholder}
        onChange={(event) => {
          onChange(event.target.value)
          if (mode === 'reply' && event.target.value) sendTyping(conversation.id, Date.now())
        }}
        onKeyDown={press}
        className="field-sizing-content max-h-48 min-h-13 flex-1 resize-none bg-transparent py-1.5 placeholder:text-ink-faint focus:outline-none"
      />
      {left < nearlyFull && (
        <span className={classNames('shrink-0 pb-2 text-xs', left < 0 ? 'text-danger' : 'text-ink-faint')}>
          {left < 0 ? t('conversation.over', { count: -left }) : t('conversation.tooLong', { count: left })}
        </span>
      )}
      <Button
        look="primary"
        disabled={!maySend}
        onClick={onSend}
        aria-label={t(mode === 'note' ? 'conversation.saveNote' : 'conversation.send')}
      >
        <SendHorizontal />
        <span className="max-sm:hidden">{t(mode === 'note' ? 'conversation.saveNote' : 'conversation.send')}</span>
      </Button>
    </div>
  )
}
