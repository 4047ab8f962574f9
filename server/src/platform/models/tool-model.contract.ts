import { describe, expect, it } from 'vitest'
import type { Behaviour } from './endpoint.testing.ts'
import { type AskedStep, ModelFailure, type StepPart, type ToolModel } from './models.ts'

export const aStep: AskedStep = {
  system: 'Help.',
  turns: [{ by: 'user', text: 'Where is order D1?' }],
  tools: [
    {
      name: 'find_order',
      description: 'Reads an order.',
      input: { type: 'object', properties: { number: { type: 'string' } }, required: ['number'] },
    },
  ],
  mostTokens: 100,
}

/** Every part of a step, and how it ended. */
export async function takeStep(model: ToolModel, asked: Partial<AskedStep> = {}) {
  const parts: StepPart[] = []
  try {
    for await (const part of model.step({ ...aStep, ...asked })) parts.push(part)
    return { parts, ended: 'whole' }
  } catch (error) {
    if (!(error instanceof ModelFailure)) throw error
    return { parts, ended: error.kind }
  }
}
const callsOf = (parts: StepPart[]) => parts.flatMap((part) => (part.kind === 'call' ? part.call : []))
const textOf = (parts: StepPart[]) => parts.flatMap((part) => (part.kind === 'text' ? part.text : [])).join('')

/** `start` gives a model whose next step behaves so. */
export function promisesOfToolModel(name: string, start: (behaviour: Behaviour) => ToolModel) {
  describe(`${name} keeps the promises of ToolModel`, () => {
    it('gives the pieces in order, then what was spent', async () => {
      const { parts, ended } = await takeStep(start({ kind: 'answer', pieces: ['您', '好。'] }))
      expect(ended).toBe('whole')
      expect(textOf(parts)).toBe('您好。')
      expect(parts.map(({ kind }) => kind)).toEqual(['text', 'text', 'spent'])
    })

    it('gives each call whole, with what it writes before, and what the endpoint counts', async () => {
      const calls = [
        { name: 'find_order', input: '{"number":"D1"}' },
        { name: 'find_order', input: '{"number":"D2"}' },
      ]
      const { parts } = await takeStep(start({ kind: 'calls', pieces: ['One moment.'], calls, spent: [20, 7] }))
      expect(callsOf(parts)).toMatchObject([
        { name: 'find_order', input: { number: 'D1' } },
        { name: 'find_order', input: { number: 'D2' } },
      ])
      expect(new Set(callsOf(parts).map(({ id }) => id)).size).toBe(2)
      expect(textOf(parts)).toBe('One moment.')
      expect(parts.at(-1)).toEqual({ kind: 'spent', tokensIn: 20, tokensOut: 7 })
    })

    it('gives a call of a tool that nobody described, and one whose input is no JSON, as they are', async () => {
      const calls = [
        { name: 'pay_everybody', input: '{"amount":1}' },
        { name: 'find_order', input: '{"number":' },
      ]
      const { parts, ended } = await takeStep(start({ kind: 'calls', pieces: [], calls }))
      expect(ended).toBe('whole')
      expect(callsOf(parts)).toMatchObject([{ name: 'pay_everybody' }, { name: 'find_order', input: undefined }])
      expect(parts.at(-1)).toEqual({ kind: 'spent', tokensIn: undefined, tokensOut: undefined })
    })

    it('ends when it is given up', async () => {
      const before = AbortSignal.abort()
      expect((await takeStep(start({ kind: 'answer', pieces: ['late'] }), { signal: before })).ended).toBe('cancelled')
    })

    it('says what kept a step from being whole, and counts nothing for it', async () => {
      const cases: [Behaviour, string][] = [
        [{ kind: 'stall', pieces: [] }, 'too-slow'],
        [{ kind: 'refuse', pieces: ['I would'] }, 'refused'],
        [{ kind: 'status', status: 500 }, 'failed'],
        [{ kind: 'garbage' }, 'failed'],
        [{ kind: 'bytes' }, 'failed'],
        [{ kind: 'cut', pieces: ['half '] }, 'failed'],
      ]
      for (const [behaviour, ended] of cases) {
        const taken = await takeStep(start(behaviour))
        expect([behaviour.kind, taken.ended]).toEqual([behaviour.kind, ended])
        expect(taken.parts.some(({ kind }) => kind === 'spent')).toBe(false)
      }
    })
  })
}
