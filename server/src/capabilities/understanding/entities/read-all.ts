/** What a message names: by shape and check, by the clock, in the company's lists, and as the company's examples showed it. None over another. */
import type { RecognisedEntity } from '@lingxi/contract/understanding'
import type { Learnt } from '../learnt.ts'
import { resolveOverlaps } from './overlaps.ts'
import { readEntities } from './read-entities.ts'
import type { Calendar } from './times/read-times.ts'

export type { Calendar } from './times/read-times.ts'

/** `besides`: what another back end saw. */
type Around = { calendar: Calendar; besides: readonly RecognisedEntity[] }

export function readAll(text: string, taught: Learnt, { calendar, besides }: Around): RecognisedEntity[] {
  const learnt = taught.tag?.(text).map(
    ({ type, start, end, confidence }): RecognisedEntity => ({
      type,
      start,
      end,
      text: text.slice(start, end),
      value: { kind: 'text', text: text.slice(start, end) },
      confidence: Math.round(confidence * 1000) / 1000,
      by: 'learnt',
    }),
  )
  const { dictionaries, patterns } = taught
  const read = readEntities(text, { ...calendar, dictionaries, patterns })
  return resolveOverlaps([...read, ...(learnt ?? []).filter((each) => !isListed(each, read)), ...besides])
}

/** What the company itself lists in just these words is no guess of what was learnt from examples. */
const isListed = ({ start, end }: RecognisedEntity, read: readonly RecognisedEntity[]) =>
  read.some((each) => each.by === 'dictionary' && each.start === start && each.end === end)
