import { describe, expect, it } from 'vitest'
import { openArtefact, packArtefact } from './artefact.ts'
import { readMoodLessons } from '../moods/shipped-lessons.ts'
import { openShippedMoods } from '../moods/shipped-moods.ts'
import { learnLessons } from './learn.ts'
import { lessonSets } from './lesson-sets.ts'
import { anExample, madeLessons } from './lessons.testing.ts'
import { trainUnderstanding } from './train-understanding.ts'

const reading = () => performance.now()
const learn = (lessons = madeLessons()) => {
  const learnt = learnLessons(lessons, { seed: 7, reading })
  if (learnt.outcome !== 'learnt') throw new Error(learnt.outcome)
  return learnt
}
function opened(bytes: Uint8Array) {
  const parts = openArtefact(bytes)
  if (parts.outcome !== 'opened') throw new Error(parts.reason)
  return parts
}

describe('what is learnt of lessons', () => {
  const learnt = learn()

  it('reads intents, entities and moods, and knows the words that were taught', () => {
    const parts = opened(learnt.artefact)
    const read = parts.intents!.classify('我要退款')
    expect([read.labels[0]!.label, read.inScope > 0.5]).toEqual(['refund', true])
    expect(parts.intents!.classify('今天足球比赛').inScope).toBeLessThan(0.5)
    expect(parts.intents!.labels).toEqual(['coupon', 'invoice', 'refund', 'track'])
    expect(parts.entities!.tag('你好中通的单号是多少').map(({ start, end, type }) => [start, end, type])).toEqual([
      [2, 4, 'courier'],
    ])
    expect(parts.sentiment!.classify('退钱给我').labels[0]!.label).toBe('negative')
    expect(parts.emotion).toBeUndefined()
    expect(parts.dictionary[0]).toMatchObject({ value: '顺丰', words: ['SF'] })
    expect(parts.patterns).toEqual([{ type: 'order-number', expression: '[0-9]{10}' }])
    expect(new Set(parts.shown.map(({ intent }) => intent))).toEqual(new Set(parts.intents!.labels))
  })

  it('judges every example by a model that has not seen it', () => {
    const { evaluation, judged } = learnt
    const labelled = madeLessons().examples
    expect(judged).toHaveLength(labelled.length)
    expect(new Set(judged.map(({ exampleId }) => exampleId)).size).toBe(labelled.length)
    expect(evaluation.figures.accuracy).toBeGreaterThan(0.8)
    expect(evaluation.figures.entityF1).toBeGreaterThan(0.9)
    expect(evaluation.figures.emotionMacroF1).toBeNull()
    expect(evaluation.intents.map(({ name }) => name)).toEqual(['', 'coupon', 'invoice', 'refund', 'track'])
    const told = evaluation.confusions.reduce((sum, { count }) => sum + count, 0)
    expect([told, evaluation.calibration.length > 0, evaluation.outOfScope.length]).toEqual([labelled.length, true, 19])
    const { accuracy } = evaluation.figures
    expect(judged.filter(({ taught, read }) => taught === read).length / judged.length).toBeCloseTo(accuracy!)
  })

  it('gives the same for the same seed, byte for byte', () => {
    expect(Buffer.from(learn().artefact).equals(Buffer.from(learnt.artefact))).toBe(true)
  })

  it('learns from an intent with one example and from examples that contradict', () => {
    const lessons = madeLessons(6)
    const more = [
      anExample('one', '我要投诉', { intent: 'complain' }),
      anExample('two', '请问退款啊', { intent: 'coupon' }),
    ]
    const { evaluation } = learn({ ...lessons, examples: [...lessons.examples, ...more] })
    expect(evaluation.intents.find(({ name }) => name === 'complain')).toMatchObject({ count: 1, recall: 0 })
  })

  it("learns a company's own moods beside the product's, and its word counts where both say something", () => {
    const shipped = openShippedMoods()
    const [unseen, known] = ['快递呱呱', '谢谢你，问题解决了']
    expect(shipped.sentiment!(unseen).labels[0]!.label).not.toBe('positive')
    const own = ['呱呱', '真是呱呱', '发货呱呱', '客服呱呱的', '质量呱呱', '这家呱呱', '服务呱呱好']
    const more = own.map((text, at) => anExample(`m${at}`, text, { sentiment: 'positive', emotion: 'happy' }))
    const corrected = anExample('m9', readMoodLessons().find(({ sentiment }) => sentiment === 'positive')!.text, {
      sentiment: 'neutral',
    })
    const lessons = { examples: [...more, corrected], dictionary: [], patterns: [] }
    const { artefact, evaluation } = learn(lessons)
    const { sentiment, emotion, intents } = opened(artefact)
    expect(intents).toBeUndefined()
    expect([sentiment!.classify(unseen).labels[0]!.label, emotion!.classify(unseen).labels[0]!.label]).toEqual([
      'positive',
      'happy',
    ])
    expect(sentiment!.classify(known).labels[0]!.label).toBe('positive')
    expect(lessonSets(lessons, 1).sentiment.filter(({ said }) => said === corrected.text)).toMatchObject([
      { label: 'neutral' },
    ])
    expect([evaluation.sentiments.length, evaluation.emotions.length]).toEqual([3, 6])
    expect(evaluation.figures.sentimentAccuracy).toBeGreaterThan(0.6)
  })

  it('learns entities alone, and says what cannot be learnt', () => {
    const { examples, dictionary, patterns } = madeLessons(6)
    const bare = examples.map((example) => ({ ...example, intent: null, outOfScope: false, sentiment: null }))
    expect(opened(learn({ examples: bare, dictionary, patterns }).artefact).intents).toBeUndefined()
    const nothing = { examples: [], dictionary: [], patterns: [] }
    expect(learnLessons(nothing, { seed: 1, reading })).toEqual({ outcome: 'nothing-taught' })
    const one = [anExample('a', '退款', { intent: 'refund' }), anExample('b', '退钱', { intent: 'refund' })]
    expect(learnLessons({ ...nothing, examples: one }, { seed: 1, reading })).toEqual({ outcome: 'one-intent' })
  })

  it('refuses bytes that are none of it, of another version, or spoilt, wherever', () => {
    const refused = (bytes: Uint8Array) => openArtefact(bytes)
    expect(refused(new Uint8Array())).toEqual({ outcome: 'refused', reason: 'not-an-artefact' })
    expect(refused(Buffer.from('a text that is longer than a header'))).toMatchObject({ reason: 'not-an-artefact' })
    const other = Uint8Array.from(learnt.artefact)
    other[8] = 9
    expect(refused(other)).toEqual({ outcome: 'refused', reason: 'other-version' })
    expect(refused(learnt.artefact.slice(0, -100))).toEqual({ outcome: 'refused', reason: 'spoilt' })
    for (let at = 12; at < learnt.artefact.length; at += Math.ceil(learnt.artefact.length / 50)) {
      const spoilt = Uint8Array.from(learnt.artefact)
      spoilt[at]! ^= 0x55
      expect([at, refused(spoilt)]).toEqual([at, { outcome: 'refused', reason: 'spoilt' }])
    }
    const foreign = packArtefact({
      models: { intents: Buffer.from('no model') },
      dictionary: [],
      patterns: [],
      shown: [],
    })
    expect(refused(foreign)).toEqual({ outcome: 'refused', reason: 'spoilt' })
  })
})

describe('learning in a thread', () => {
  it('tells how far it is and gives what learning here gives', async () => {
    const told: number[] = []
    const early: Uint8Array[] = []
    const learnt = await trainUnderstanding(madeLessons(6), {
      seed: 3,
      onProgress: ({ done }) => told.push(done),
      onLearnt: ({ artefact }) => early.push(artefact),
    })
    const here = learnLessons(madeLessons(6), { seed: 3, reading })
    if (learnt.outcome !== 'learnt' || here.outcome !== 'learnt') throw new Error('not learnt')
    expect(Buffer.from(learnt.artefact).equals(Buffer.from(here.artefact))).toBe(true)
    expect(learnt.evaluation).toEqual(here.evaluation)
    expect(early).toEqual([learnt.artefact])
    expect(told).toEqual(told.toSorted((one, other) => one - other))
    expect([told.length > 5, told.at(-1)]).toEqual([true, 1])
  })

  it('ends when it is told to', async () => {
    const stopping = new AbortController()
    const learning = trainUnderstanding(madeLessons(100), {
      seed: 3,
      onProgress: () => stopping.abort(),
      signal: stopping.signal,
    })
    expect(await learning).toEqual({ outcome: 'stopped' })
  })

  it('rejects what breaks in it', async () => {
    const broken = { examples: [null], dictionary: [], patterns: [] } as never
    await expect(trainUnderstanding(broken, { seed: 1 })).rejects.toThrow()
  })
})
