/** What was learnt in this house, as a back end; it answers at once for who cannot wait. */
import type { OpenedArtefact } from '../../learning/artefact.ts'
import { normalise } from '../../surface/read-surface.ts'
import type { Backend, BackendAway, BackendReading } from '../backends.ts'

/** Of a longer text the beginning is read, in UTF-16 units. */
const longest = 4_000

/** `readNow` is some tenths of a millisecond. */
export function createLinear(
  opened: Pick<OpenedArtefact, 'intents' | 'entities'>,
): Backend & { readNow(text: string): BackendReading | BackendAway } {
  function readNow(text: string): BackendReading | BackendAway {
    if (!opened.intents) return { kind: 'away', reason: 'nothing-taught' }
    const near = text.slice(0, longest)
    const { labels, inScope } = opened.intents.classify(normalise(near).text)
    return {
      kind: 'read',
      intents: labels.map(({ label, probability }) => ({ name: label, probability })),
      outOfScope: Math.min(1, Math.max(0, 1 - inScope)),
      entities: opened.entities
        ?.tag(near)
        .map(({ start, end, type, confidence }) => ({ start, end, type, confidence })),
    }
  }
  return {
    name: 'linear',
    readNow,
    read: async (text, { signal } = {}) => (signal?.aborted ? { kind: 'away', reason: 'cancelled' } : readNow(text)),
  }
}
