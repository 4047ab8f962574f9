import { afterEach, describe, expect, it } from 'vitest'
import type { Signal, Signals } from './signals.ts'

const soon = { timeout: 10_000, interval: 10 }

/** `open` gives another process's end of the same line; `alone` says that there are no others. */
export function promisesOfSignals(name: string, open: () => Promise<Signals>, { alone }: { alone: boolean }) {
  describe(`${name} keeps the promises of Signals`, () => {
    const opened: Signals[] = []
    afterEach(() => Promise.all(opened.splice(0).map((signals) => signals.close())))

    async function listen() {
      const signals = await open()
      opened.push(signals)
      const heard: Signal[] = []
      const leave = signals.follow((signal) => heard.push(signal))
      return { signals, heard, leave }
    }

    it('tells those who follow in this process at once, in order, and once', async () => {
      const { signals, heard } = await listen()
      signals.tell('conversation', 'tnt_1', { id: 'cnv_1', of: 'cus_1' })
      signals.tell('articles', 'tnt_1', { id: 'art_1' })
      expect(heard).toEqual([
        { topic: 'conversation', tenantId: 'tnt_1', id: 'cnv_1', of: 'cus_1', remote: false },
        { topic: 'articles', tenantId: 'tnt_1', id: 'art_1', of: '', remote: false },
      ])
    })

    it('tells nothing to who has left, or when it is closed', async () => {
      const { signals, heard, leave } = await listen()
      leave()
      // Of another company: who listens later may still be told of it.
      signals.tell('typing', 'tnt_2', { id: 'cnv_1' })
      const other = await listen()
      await other.signals.close()
      expect([heard, other.heard]).toEqual([[], []])
    })

    if (alone) return

    it('tells other processes, once, in order, and oneself not again', async () => {
      const [one, other] = [await listen(), await listen()]
      const ids = Array.from({ length: 300 }, (_, index) => `cnv_${index}_${'客户'.repeat(10)}`)
      for (const id of ids) one.signals.tell('conversation', 'tnt_1', { id, of: 'cus_1' })
      await expect.poll(() => other.heard.length, soon).toBeGreaterThanOrEqual(ids.length)
      expect(other.heard.map(({ id }) => id)).toEqual(ids)
      expect(other.heard.every(({ remote, of, topic }) => remote && of === 'cus_1' && topic === 'conversation')).toBe(
        true,
      )
      other.signals.tell('staff', 'tnt_1', { id: 'stf_1' })
      await expect.poll(() => one.heard.at(-1), soon).toMatchObject({ topic: 'staff', remote: true })
      expect(one.heard.filter(({ tenantId }) => tenantId === 'tnt_1')).toHaveLength(ids.length + 1)
    })
  })
}
