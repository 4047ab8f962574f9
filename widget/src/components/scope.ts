import type { Language } from '@lingxi/contract/message'
import { createContext } from 'preact'
import { useContext, useEffect, useState } from 'preact/hooks'
import type { Chat } from '../chat.ts'
import type { ConversationState } from '../conversation-state.ts'
import { type Strings, strings } from '../strings.ts'

type Scope = { chat: Chat; language: Language }

/** What every part of the screen needs and no part changes. */
export const ScopeContext = createContext<Scope | undefined>(undefined)

export function useScope(): Scope & { words: Strings } {
  const scope = useContext(ScopeContext)!
  return { ...scope, words: strings[scope.language] }
}

export function useConversation(chat: Chat): ConversationState {
  const [state, setState] = useState(chat.read)
  useEffect(() => chat.subscribe(() => setState(chat.read)), [chat])
  return state
}
