/** Builders of what a server sends, for tests. */
import type { Entry } from '@lingxi/contract/web-channel'
import type { MessageEntry } from './timeline.ts'

export const at = (position: number): string => new Date(Date.UTC(2026, 10, 21, 9, 0, position)).toISOString()
const stamp = (position: number) => ({ cursor: `cnv_01:${position}`, at: at(position) })

export const said = (position: number, id: string, text = id): Entry => ({ ...stamp(position), type: 'said', id, text })

export const answered = (position: number, text: string, more: Partial<MessageEntry> = {}): MessageEntry => ({
  ...stamp(position),
  type: 'message',
  id: `msg_${position}`,
  kind: 'answer',
  speaker: { kind: 'bot', name: '小灵' },
  text,
  citations: [],
  quickReplies: [],
  ...more,
})

export const waiting = (position: number): Entry => ({ ...stamp(position), type: 'waiting' })
export const withdrawn = (position: number): Entry => ({ ...stamp(position), type: 'withdrawn' })
export const joined = (position: number, name = '林晓'): Entry => ({ ...stamp(position), type: 'joined', name })
export const left = (position: number, name = '林晓'): Entry => ({ ...stamp(position), type: 'left', name })
export const resolved = (position: number): Entry => ({
  ...stamp(position),
  type: 'resolved',
  conversationId: 'cnv_01',
})
export const rated = (position: number): Entry => ({ ...stamp(position), type: 'rated', solved: true })
