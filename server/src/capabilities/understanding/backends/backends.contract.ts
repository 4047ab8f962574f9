/** What every back end promises, whoever it asks. */
import { describe, expect, it } from 'vitest'
import type { Backend } from './backends.ts'

type Made = { backend: Backend; text: string; intent: string }
const odd = ['', ' ', '😀', '\ud800', '\0', '退'.repeat(100_000), 'a b '.repeat(5_000), '{"intent":"x"}', 'ＡＢ　退']

export function promisesOfBackend(title: string, make: () => Promise<Made> | Made): void {
  describe(title, () => {
    it('reads what it was taught, the most probable first', async () => {
      const { backend, text, intent } = await make()
      const read = await backend.read(text)
      if (read.kind !== 'read') throw new Error(read.reason)
      expect(read.intents[0]!.name).toBe(intent)
      const probabilities = read.intents.map(({ probability }) => probability)
      expect(probabilities).toEqual(probabilities.toSorted((one, other) => other - one))
      expect(probabilities.reduce((sum, one) => sum + one, 0)).toBeLessThan(1.001)
      expect([...probabilities, read.outOfScope].every((one) => one >= 0 && one <= 1)).toBe(true)
    })

    it('throws for no text', async () => {
      const { backend } = await make()
      for (const text of odd) {
        const read = await backend.read(text)
        expect(['read', 'away']).toContain(read.kind)
        if (read.kind === 'read') expect(read.outOfScope >= 0 && read.outOfScope <= 1).toBe(true)
      }
    })

    it('reads nothing for whom no longer wants it', async () => {
      const { backend, text } = await make()
      expect(await backend.read(text, { signal: AbortSignal.abort() })).toEqual({ kind: 'away', reason: 'cancelled' })
    })
  })
}
