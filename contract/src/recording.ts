/**
 * Recorded conversations as a file: JSON Lines, the first line says what recorded them, each further line is a conversation
 * with its whole log. Enough to take every turn of it again without anybody's system.
 */
import { z } from 'zod'
import { ConversationEvent } from './conversation.ts'
import { Settings } from './staff.ts'

/** What the bot was made of while these conversations were led. */
export const RecordingHeader = z
  .strictObject({
    kind: z.literal('recording'),
    format: z.literal(1),
    at: z.iso.datetime(),
    versions: z.strictObject({
      /** Of the flows; 0: none were released. */
      flows: z.int().nonnegative(),
      /** The name of what was learnt; null: nothing was. */
      understanding: z.string().nullable(),
    }),
    settings: Settings,
  })
  .meta({ id: 'RecordingHeader' })
export type RecordingHeader = z.infer<typeof RecordingHeader>

/** Of one conversation: who talks for longer is in no recording. */
export const mostRecordedEvents = 20_000

/** Who spoke, as the bot knew them. */
export const RecordedCustomer = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    channel: z.string(),
    externalId: z.string(),
    region: z.string().nullable(),
    signedIn: z.boolean(),
    tier: z.string().nullable(),
  })
  .meta({ id: 'RecordedCustomer' })
export type RecordedCustomer = z.infer<typeof RecordedCustomer>

export const RecordedConversation = z
  .strictObject({
    kind: z.literal('conversation'),
    id: z.string(),
    /** What it is of, where somebody gave it a name. */
    name: z.string().optional(),
    customer: RecordedCustomer,
    /** From the first, without a hole. */
    events: z.array(ConversationEvent).min(1).max(mostRecordedEvents),
  })
  .meta({ id: 'RecordedConversation' })
export type RecordedConversation = z.infer<typeof RecordedConversation>

export type Recording = { header: RecordingHeader; conversations: RecordedConversation[] }

/** Throws with the line and the place where it is not well formed. */
export function readRecording(text: string): Recording {
  const [first = '', ...rest] = text.split('\n').filter((line) => line.trim() !== '')
  const header = readLine(RecordingHeader, first, 1)
  return { header, conversations: rest.map((line, place) => readLine(RecordedConversation, line, place + 2)) }
}

function readLine<Value>(schema: z.ZodType<Value>, line: string, number: number): Value {
  let json: unknown
  try {
    json = JSON.parse(line)
  } catch (cause) {
    throw new Error(`line ${number} is no JSON`, { cause })
  }
  const read = schema.safeParse(json)
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw new Error(`line ${number}: ${issue?.path.join('.')}: ${issue?.message}`)
}

/** One line each, with the end of the line. */
export const writeLine = (line: RecordingHeader | RecordedConversation): string => `${JSON.stringify(line)}\n`
