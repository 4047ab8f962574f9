/**
 * What the server sends, narrowed by hand: the contract's schemas would cost more bytes than the widget has.
 * Frames and entries of a kind this widget does not know are left out, so that an older widget survives a newer server.
 */
import type { Entry, ServerFrame } from '@lingxi/contract/web-channel'

const frameTypes = new Set<ServerFrame['type']>(['welcome', 'entry', 'accepted', 'draft', 'typing', 'problem'])
const entryTypes = new Set<Entry['type']>([
  'said',
  'message',
  'waiting',
  'withdrawn',
  'joined',
  'left',
  'resolved',
  'rated',
])

export function readFrame(text: string): ServerFrame | undefined {
  const frame = readJson(text) as ServerFrame | null | undefined
  if (!frame || !frameTypes.has(frame.type)) return undefined
  return frame.type === 'entry' && !isEntry(frame.entry) ? undefined : frame
}

export function isEntry(value: unknown): value is Entry {
  const entry = value as Entry | null | undefined
  return !!entry && entryTypes.has(entry.type) && typeof entry.cursor === 'string'
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
