import type { Conversation } from '@lingxi/contract/conversation'
import { Hand, LockKeyhole, MessageSquareReply, StickyNote } from 'lucide-react'
import { type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button.tsx'
import { classNames } from '../ui/class-names.ts'
import { Tabs } from '../ui/tabs.tsx'
import { type Mode, useDrafts } from './drafts.ts'
import type { DeskActions } from './use-desk-actions.ts'
import type { Send } from './use-send.ts'
import { Writing } from './writing.tsx'

export type ComposerHandle = { write: (mode: Mode) => void; takeBack: (mode: Mode, text: string) => void }
type ComposerProps = { ref: Ref<ComposerHandle>; conversation: Conversation; desk: DeskActions; onSend: Send }

export function Composer({ ref, conversation, desk, onSend }: ComposerProps) {
  const { t } = useTranslation()
  const [mode, setMode] = useState<Mode>('reply')
  const drafts = useDrafts(conversation.id)
  const draft = drafts.read(mode)
  const setDraft = (text: string) => drafts.write(mode, text)
  const area = useRef<HTMLTextAreaElement>(null)
  const wanted = useRef(false)
  const [, setAsked] = useState(0)
  const write = (next: Mode) => {
    wanted.current = true
    setMode(next)
    setAsked((times) => times + 1)
  }
  // What was just claimed can be written in only after the news of it was drawn.
  useEffect(() => {
    if (!wanted.current || !area.current) return
    wanted.current = false
    area.current.focus()
  })
  useImperativeHandle(ref, () => ({
    write,
    takeBack: (next, text) => {
      drafts.write(next, [text, drafts.read(next)].filter(Boolean).join('\n'))
      write(next)
    },
  }))
  const mayReply = conversation.status === 'open' && desk.mine
  const send = () => {
    void onSend({ mode, text: draft })
    setDraft('')
  }
  return (
    <div
      className={classNames(
        'border-t px-3 pt-1.5 pb-3 sm:px-5',
        mode === 'note' ? 'border-note-line bg-note' : 'border-line bg-surface',
      )}
    >
      <div className="mx-auto max-w-3xl">
        <Tabs
          value={mode}
          onChange={setMode}
          tabs={[
            { value: 'reply', label: t('conversation.tabs.reply'), icon: <MessageSquareReply /> },
            { value: 'note', label: t('conversation.tabs.note'), icon: <StickyNote /> },
          ]}
        >
          {mode === 'reply' && !mayReply ? (
            <Closed conversation={conversation} desk={desk} />
          ) : (
            <Writing
              ref={area}
              conversation={conversation}
              mode={mode}
              text={draft}
              onChange={setDraft}
              onSend={send}
            />
          )}
        </Tabs>
      </div>
    </div>
  )
}

/** Why nothing can be replied now, and the way to it. A draft waits behind it. */
function Closed({ conversation, desk }: { conversation: Conversation; desk: DeskActions }) {
  const { t } = useTranslation()
  const name = desk.colleague ?? ''
  const text = () => {
    if (conversation.status === 'resolved') return t('conversation.closed')
    if (!desk.colleague) return t('conversation.mustClaim')
    return t(desk.may.claim ? 'conversation.claimedByOtherSupervisor' : 'conversation.claimedByOther', { name })
  }
  return (
    <div className="flex min-h-19 flex-wrap items-center gap-3 rounded-xl border border-dashed border-line-strong bg-sunken px-4 py-3">
      <LockKeyhole className="size-4.5 shrink-0 text-ink-faint" />
      <p className="min-w-40 flex-1 text-sm text-ink-soft">{text()}</p>
      {desk.may.claim && (
        <Button look="primary" disabled={desk.busy} onClick={() => desk.ask('claim')}>
          <Hand />
          {t(desk.colleague ? 'conversation.takeOver' : 'conversation.claim')}
        </Button>
      )}
    </div>
  )
}
