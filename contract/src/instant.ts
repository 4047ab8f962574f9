import { z } from 'zod'

const toUtc = (text: string) => (Number.isNaN(Date.parse(text)) ? text : new Date(text).toISOString())

/** A moment that someone names, kept in UTC. Only the years that every database, and every calendar on a page, has. */
export const Instant = z.iso
  .datetime({ offset: true })
  .overwrite(toUtc)
  .refine(
    (text) => text > '0001' && text.length === '2026-01-05T08:00:00.000Z'.length,
    'is not between the years 1 and 9999',
  )
