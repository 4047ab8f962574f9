/** Sentiment and emotion as the product has them before a company has taught any: read in at the first message. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openArtefact } from '../learning/artefact.ts'
import type { Classify } from '../learnt.ts'

export const shippedMoods = join(import.meta.dirname, 'shipped/moods.bin')

export type MoodReaders = { sentiment: Classify | undefined; emotion: Classify | undefined }

let opened: MoodReaders | undefined

/** Throws where the file does not belong to this Lingxi: it is part of the program. */
export function openShippedMoods(): MoodReaders {
  if (opened) return opened
  const artefact = openArtefact(readFileSync(shippedMoods))
  if (artefact.outcome === 'refused') throw new Error(`The shipped moods cannot be read: ${artefact.reason}`)
  return (opened = { sentiment: artefact.sentiment?.classify, emotion: artefact.emotion?.classify })
}
