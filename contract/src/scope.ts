/** What the holder of an API key may do: a key bears the scopes that it was given, and no other. */
import { z } from 'zod'

export const scopes = [
  /** Talk to the bot, tell it of events, have messages read: what a channel or a shop needs. */
  'messages',
  /** Search and read knowledge that is open to everybody, and ask questions of it. */
  'knowledge.search',
  /** With it, also what is for all of the staff. */
  'knowledge.staff',
  /** List and read conversations, with personal data covered. */
  'conversations.read',
  /** Give conversations of the bot to the people. */
  'conversations.hand-over',
  'tickets.read',
  'tickets.open',
] as const
export const Scope = z.enum(scopes).meta({ id: 'Scope' })
export type Scope = z.infer<typeof Scope>

/** Of a key that is made without a word on them: to talk, and to find what everybody may read. */
export const usualScopes: readonly Scope[] = ['messages', 'knowledge.search']
