import type { Language } from '@lingxi/contract/message'
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Chat } from '../chat.ts'
import { countUnread } from '../conversation-state.ts'
import { listenToPage } from '../page-events.ts'
import type { Settings } from '../settings.ts'
import { Launcher } from './launcher.tsx'
import { Panel } from './panel.tsx'
import { ScopeContext, useConversation } from './scope.ts'

type AppProps = { chat: Chat; settings: Settings; language: Language }

export function App({ chat, settings, language }: AppProps) {
  const state = useConversation(chat)
  const [isOpen, setOpen] = useState(false)
  const [wasOpened, setOpened] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const scope = useMemo(() => ({ chat, language }), [chat, language])

  const open = useCallback(() => {
    chat.start()
    setOpened(true)
    setOpen(true)
  }, [chat])

  function close() {
    setOpen(false)
    // The launcher may be behind the panel until it has closed.
    requestAnimationFrame(() => button.current?.focus())
  }

  useEffect(() => {
    const life = new AbortController()
    const ask = (text: string) => {
      open()
      chat.say(text)
    }
    listenToPage({ ask, open, close: () => setOpen(false), identify: chat.identify }, life.signal)
    return () => life.abort()
  }, [chat, open])

  useEffect(() => {
    // A page may ask for an open chat; on a phone that would hide the page itself.
    if (settings.isOpen && matchMedia('(min-width: 481px)').matches) open()
  }, [settings, open])

  useEffect(() => {
    const see = () => isOpen && !document.hidden && chat.see()
    see()
    document.addEventListener('visibilitychange', see)
    return () => document.removeEventListener('visibilitychange', see)
  }, [chat, isOpen, state.entries])

  return (
    <ScopeContext.Provider value={scope}>
      {wasOpened && <Panel state={state} title={settings.title} isOpen={isOpen} close={close} />}
      <Launcher
        isOpen={isOpen}
        unread={isOpen ? 0 : countUnread(state)}
        button={button}
        toggle={isOpen ? close : open}
      />
    </ScopeContext.Provider>
  )
}
