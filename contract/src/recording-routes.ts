/** A company's own conversations as a recording, to be taken again with another version of the bot. */
import { z } from 'zod'
import { Instant } from './instant.ts'
import { route } from './route.ts'

export const recordingRoutes = {
  downloadRecording: route({
    method: 'GET',
    path: '/api/v1/recordings',
    area: 'Conversations',
    access: 'admin',
    summary:
      'Conversations with their whole log as JSON Lines, sent as they are read: a header, then a conversation a line, the one in which something happened last first, of those in which it happened at `from` or later and before `to`. What customers wrote, and who they are, stands in it as it stands in the log',
    query: z.strictObject({
      from: Instant.optional(),
      to: Instant.optional(),
      limit: z.coerce.number().int().min(1).max(1_000).default(200),
    }),
    ok: z.unknown(),
    file: true,
  }),
}
