import type { Citation } from '@lingxi/contract/message'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { ConversationState } from '../conversation-state.ts'
import { ArticleView } from './article-view.tsx'
import { Composer } from './composer.tsx'
import { Conversation } from './conversation.tsx'
import { PanelHeader } from './panel-header.tsx'
import { useScope } from './scope.ts'
import { keepFocusWithin, useFullScreen } from './use-full-screen.ts'

/** A finger did not ask for the keyboard. */
const isTouch = () => matchMedia('(pointer: coarse)').matches

type PanelProps = { state: ConversationState; title: string | undefined; isOpen: boolean; close: () => void }

/** Stays in the document once it was opened, so that what was being typed is there when it opens again. */
export function Panel({ state, title, isOpen, close }: PanelProps) {
  const { chat, words } = useScope()
  const [citation, setCitation] = useState<Citation>()
  const panel = useRef<HTMLDialogElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const [opener, setOpener] = useState<Element | null>(null)
  const isFull = useFullScreen(panel, isOpen)

  useEffect(() => {
    if (isOpen) (isTouch() ? heading : field).current!.focus()
  }, [isOpen])

  useEffect(() => {
    // The button that said it may be gone: the focus should not be gone with it.
    const root = panel.current!.getRootNode() as ShadowRoot
    const isLost = !root.activeElement && (document.activeElement ?? document.body) === document.body
    if (isOpen && isLost) (isTouch() ? heading : field).current!.focus()
  }, [isOpen, state.sayings.length])

  function openCitation(next: Citation) {
    setOpener((panel.current!.getRootNode() as ShadowRoot).activeElement)
    setCitation(next)
  }

  function closeCitation() {
    setCitation(undefined)
    // It can take the focus once it is no longer inert.
    requestAnimationFrame(() => (opener as HTMLElement | null)?.focus())
  }

  function listenToKeys(event: KeyboardEvent) {
    if (event.key === 'Escape' && !event.isComposing) {
      event.preventDefault()
      if (citation) closeCitation()
      else close()
    } else if (isFull) keepFocusWithin(panel.current!, event)
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape closes a dialog
    <dialog
      class="panel"
      ref={panel}
      aria-modal={isFull}
      aria-labelledby="lingxi-title"
      open={isOpen}
      onKeyDown={listenToKeys}
    >
      {/* Kept below the article, so that coming back finds everything in its place. */}
      <div class="chat" inert={citation !== undefined}>
        <PanelHeader state={state} title={title} heading={heading} close={close} />
        {state.link === 'offline' && (
          <output class="banner">
            {words.offline}
            <button type="button" onClick={() => chat.wake()}>
              {words.reconnect}
            </button>
          </output>
        )}
        <Conversation state={state} isShown={isOpen} openCitation={openCitation} />
        <Composer field={field} />
      </div>
      {citation && <ArticleView citation={citation} close={closeCitation} />}
    </dialog>
  )
}
