/** Cheap first: what was learnt reads at once, and only what it is unsure of goes to who costs more, within its time. */
import type { Clock } from '#platform/clock'
import type { Backend, BackendAway, BackendName, BackendReading, ReadOptions } from './backends.ts'

type Parts = {
  cheap: { name: BackendName; readNow(text: string): BackendReading | BackendAway }
  /** The cheaper first. */
  dear: readonly Backend[]
  /** Milliseconds that a message waits for the dear ones together. */
  within: number
  clock: Pick<Clock, 'reading'>
  /** For counting. */
  onOutcome?: ((of: BackendName, outcome: 'read' | BackendAway['reason']) => void) | undefined
}
export type ChosenReading = { reading: BackendReading | BackendAway; by: BackendName }

/** Below these it is unsure: of which intent, and of whether it is one. */
const sure = { intent: 0.6, scope: 0.2 }
/** Who is away is left alone for so long, in milliseconds: nobody waits for it meanwhile. */
const leftAlone = 15_000

export function isSure({ intents, outOfScope }: BackendReading): boolean {
  if (Math.abs(outOfScope - 0.5) < sure.scope) return false
  return outOfScope > 0.5 || (intents[0]?.probability ?? 0) >= sure.intent
}

export function createChooseBackend({ cheap, dear, within, clock, onOutcome }: Parts) {
  const backAt = new Map<Backend, number>()

  const isLeftAlone = (backend: Backend) => (backAt.get(backend) ?? 0) > clock.reading()

  async function ask(backend: Backend, text: string, options: ReadOptions) {
    const reading = await backend.read(text, options)
    onOutcome?.(backend.name, reading.kind === 'read' ? 'read' : reading.reason)
    return reading
  }

  /** The first that is sure, or what the last said. */
  async function askDear(
    text: string,
    { signal, session, withoutModel }: ReadOptions,
  ): Promise<ChosenReading | undefined> {
    const tooLate = AbortSignal.timeout(within)
    const ended = signal ? AbortSignal.any([signal, tooLate]) : tooLate
    let said: ChosenReading | undefined
    for (const backend of withoutModel ? dear.filter(({ name }) => name !== 'model') : dear) {
      if (ended.aborted || isLeftAlone(backend)) continue
      const reading = await ask(backend, text, { signal: ended, session })
      if (reading.kind === 'read') said = { reading, by: backend.name }
      else if (isTrouble(reading) && !signal?.aborted) backAt.set(backend, clock.reading() + leftAlone)
      if (reading.kind === 'read' && isSure(reading)) break
    }
    return said
  }

  /** Whatever the dear ones do, there is the cheap reading. */
  return async function readBy(text: string, options: ReadOptions = {}): Promise<ChosenReading> {
    const first = cheap.readNow(text)
    const asIs = { reading: first, by: cheap.name }
    return first.kind === 'read' && isSure(first) ? asIs : ((await askDear(text, options)) ?? asIs)
  }
}

/** What is away for more than this one message. */
const isTrouble = ({ reason }: BackendAway) => reason === 'failed' || reason === 'too-slow'
