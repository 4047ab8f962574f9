import { afterAll, describe, expect, it } from 'vitest'
import { openOnnxTextClassifier, openOnnxWordClassifier } from '../../../platform/models/onnx/onnx-classifiers.ts'
import { aTinyTextClassifier, aTinyWordClassifier } from '../../../platform/models/onnx/tiny-model.testing.ts'
import { createScripted, type Script } from '../../../platform/models/scripted.ts'
import { openArtefact } from '../learning/artefact.ts'
import { learnLessons } from '../learning/learn.ts'
import { madeLessons } from '../learning/lessons.testing.ts'
import type { Backend, BackendAway, BackendReading } from './backends.ts'
import { promisesOfBackend } from './backends.contract.ts'
import { createChooseBackend } from './choose-backend.ts'
import { createLinear } from './linear/linear.ts'
import { createModelBackend } from './model/model.ts'
import { createTransformer } from './transformer/transformer.ts'

const learnt = learnLessons(madeLessons(10), { seed: 1, reading: () => performance.now() })
const opened = learnt.outcome === 'learnt' ? openArtefact(learnt.artefact) : undefined
if (opened?.outcome !== 'opened') throw new Error('not learnt')
const linear = createLinear(opened)

promisesOfBackend('what was learnt here', () => ({ backend: linear, text: '我想退款', intent: 'refund' }))

const intents = await openOnnxTextClassifier({ folder: aTinyTextClassifier(['refund', 'goods', 'oos']) })
const entities = await openOnnxWordClassifier({ folder: aTinyWordClassifier(['B-act', 'I-act', 'O']) })
const transformer = createTransformer({ intents, entities })
afterAll(async () => {
  await intents.close()
  await entities.close()
})
promisesOfBackend('a transformer', () => ({ backend: transformer, text: '退退', intent: 'refund' }))

const { shown } = opened
const asking = (scripts: Script[], within = 5_000) => {
  const model = createScripted(scripts)
  return { model, backend: createModelBackend({ model, shown, candidates: () => ['refund', 'track'], within }) }
}
const says = (answer: unknown): Script => ({ say: ['Here: ', JSON.stringify(answer)] })
promisesOfBackend('a language model', () => ({
  ...asking(Array.from({ length: 20 }, () => says({ intent: 'refund', confidence: 0.9 }))),
  text: '退钱',
  intent: 'refund',
}))

describe('a transformer', () => {
  it('knows its own label of what is out of scope, and joins words into spans', async () => {
    const read = await transformer.read('退货 e e e e')
    expect(read).toMatchObject({ kind: 'read', entities: [{ start: 0, end: 2, type: 'act' }] })
    expect(read.kind === 'read' && read.outOfScope).toBeGreaterThan(0.9)
  })
})

describe('a language model', () => {
  it('is shown the nearest examples, and offered their intents', async () => {
    const { model, backend } = asking([says({ intent: 'invoice', confidence: 0.8 })])
    expect(await backend.read('发票抬头怎么改')).toMatchObject({ intents: [{ name: 'invoice', probability: 0.8 }] })
    expect(model.asked[0]!.prompt).toContain('发票')
    expect(model.asked[0]!.system).toContain('- invoice')
  })

  it('is away when it writes what is not to be read, makes an intent up, fails or is too slow', async () => {
    const reasons: string[] = []
    const scripts: Script[] = [
      { say: ['I think it is a refund.'] },
      says({ intent: 'made-up', confidence: 1 }),
      says({ intent: 'refund', confidence: 7 }),
      { say: ['{"intent": '.repeat(500)] },
      { fail: 'refused' },
    ]
    for (const script of scripts) reasons.push(reasonOf(await asking([script]).backend.read('退钱')))
    reasons.push(reasonOf(await asking([{ silent: true }], 20).backend.read('退钱')))
    expect(reasons).toEqual(['unreadable', 'unreadable', 'unreadable', 'unreadable', 'failed', 'too-slow'])
    const none = await asking([says({ intent: null, confidence: 0.9 })]).backend.read('天气')
    expect(none).toEqual({ kind: 'read', intents: [], outOfScope: 0.9 })
  })
})
const reasonOf = (read: BackendReading | BackendAway) => (read.kind === 'away' ? read.reason : 'read')

describe('who reads', () => {
  const reading = (probability: number, outOfScope = 0.1): BackendReading => {
    return { kind: 'read', intents: [{ name: 'x', probability }], outOfScope }
  }
  function start(first: BackendReading | BackendAway, answers: (BackendReading | BackendAway)[]) {
    let now = 0
    const asked: number[] = []
    const dear = answers.map(
      (answer, at): Backend => ({
        name: 'model',
        async read() {
          asked.push(at)
          return answer
        },
      }),
    )
    const cheap = { name: 'linear' as const, readNow: () => first }
    const readBy = createChooseBackend({ cheap, dear, within: 1_000, clock: { reading: () => now } })
    return { readBy, asked, pass: (milliseconds: number) => (now += milliseconds) }
  }

  it('is the cheap one where it is sure, of an intent or of there being none', async () => {
    for (const first of [reading(0.9), reading(0.3, 0.95)]) {
      const { readBy, asked } = start(first, [reading(1)])
      expect(await readBy('x')).toEqual({ reading: first, by: 'linear' })
      expect(asked).toEqual([])
    }
  })

  it('is a dear one where it is not, the cheaper first', async () => {
    for (const first of [reading(0.4), reading(0.9, 0.45)]) {
      const { readBy, asked } = start(first, [reading(0.5), reading(0.99)])
      expect(await readBy('x')).toEqual({ reading: reading(0.99), by: 'model' })
      expect(asked).toEqual([0, 1])
    }
  })

  it('is none of a language model where none is to be asked', async () => {
    const { readBy, asked } = start(reading(0.4), [reading(0.99)])
    expect(await readBy('x', { withoutModel: true })).toEqual({ reading: reading(0.4), by: 'linear' })
    expect(asked).toEqual([])
  })

  it('is the cheap one again while the dear one is away, which is left alone for a while', async () => {
    const { readBy, asked, pass } = start(reading(0.4), [{ kind: 'away', reason: 'failed' }])
    for (let time = 0; time < 3; time++) expect(await readBy('x')).toEqual({ reading: reading(0.4), by: 'linear' })
    expect(asked).toEqual([0])
    pass(15_001)
    await readBy('x')
    expect(asked).toEqual([0, 0])
  })
})
