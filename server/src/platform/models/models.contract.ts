import { describe, expect, it } from 'vitest'
import type { Behaviour } from './endpoint.testing.ts'
import { type LanguageModel, ModelFailure } from './models.ts'

const asked = { system: 'Answer.', prompt: 'Hello?' }

/** Everything said, and how it ended. */
async function listen(model: LanguageModel, signal?: AbortSignal) {
  const pieces: string[] = []
  try {
    for await (const piece of model.stream({ ...asked, signal })) pieces.push(piece)
    return { text: pieces.join(''), ended: 'whole' }
  } catch (error) {
    if (!(error instanceof ModelFailure)) throw error
    return { text: pieces.join(''), ended: error.kind }
  }
}

/** `start` gives a model whose next call behaves so. */
export function promisesOfLanguageModel(name: string, start: (behaviour: Behaviour) => LanguageModel) {
  describe(`${name} keeps the promises of LanguageModel`, () => {
    it('gives the pieces in order', async () => {
      const model = start({ kind: 'answer', pieces: ['您', '好，', '世界', '。'] })
      expect(await listen(model)).toEqual({ text: '您好，世界。', ended: 'whole' })
    })

    it('ends soon when it is given up, before and while it speaks', async () => {
      const before = new AbortController()
      before.abort()
      expect(await listen(start({ kind: 'stall', pieces: [] }), before.signal)).toEqual({
        text: '',
        ended: 'cancelled',
      })
      const during = new AbortController()
      const model = start({ kind: 'answer', pieces: ['one ', 'two ', 'three'] })
      const pieces: string[] = []
      const run = async () => {
        for await (const piece of model.stream({ ...asked, signal: during.signal })) {
          pieces.push(piece)
          during.abort()
        }
      }
      await expect(run()).rejects.toMatchObject({ kind: 'cancelled' })
      expect(pieces).toEqual(['one '])
    })

    it('says too-slow when nothing or no end comes in time', async () => {
      expect((await listen(start({ kind: 'stall', pieces: [] }))).ended).toBe('too-slow')
      expect((await listen(start({ kind: 'stall', pieces: ['half '] }))).ended).toBe('too-slow')
    })

    it('says refused when the text is withheld', async () => {
      expect((await listen(start({ kind: 'refuse', pieces: [] }))).ended).toBe('refused')
    })

    it('says failed when the endpoint breaks, talks nonsense, or ends in the middle', async () => {
      expect((await listen(start({ kind: 'status', status: 500 }))).ended).toBe('failed')
      expect((await listen(start({ kind: 'status', status: 401 }))).ended).toBe('failed')
      expect((await listen(start({ kind: 'garbage' }))).ended).toBe('failed')
      expect((await listen(start({ kind: 'cut', pieces: ['half '] }))).ended).toBe('failed')
    })
  })
}
