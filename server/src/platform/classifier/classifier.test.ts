import { array, assert, integer, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { type Classifier, type Example, openClassifier, trainClassifier } from './classifier.ts'
import { longestRead } from './folded-text.ts'
import { madeExamples, madeStrangers } from './made-texts.testing.ts'

const bytesOf = (examples: readonly Example[], seed = 1) => {
  const trained = trainClassifier(examples, { seed, outOfScopeLabel: 'none' })
  if (trained.outcome !== 'trained') throw new Error(trained.outcome)
  return trained.model
}
const opened = (bytes: Uint8Array): Classifier => {
  const result = openClassifier(bytes)
  if (result.outcome !== 'opened') throw new Error(result.outcome)
  return result.classifier
}
const best = (classifier: Classifier, text: string) => classifier.classify(text).labels[0]!.label

const model = bytesOf([...madeExamples(30), ...madeStrangers(60)])
const classifier = opened(model)

test('what was taught is recognised in other sentences, in both languages', () => {
  expect(best(classifier, 'could I have my money back')).toBe('refund')
  expect(best(classifier, '登录不了，密码忘了')).toBe('password')
})

test('a text about nothing that was taught is out of scope', () => {
  expect(classifier.classify('an elephant plays the guitar on the moon').inScope).toBeLessThan(0.5)
  expect(classifier.classify('please, where is the parcel').inScope).toBeGreaterThan(0.5)
})

test('where nothing is known to be out of scope, texts from elsewhere show it, but for those that a label fits', () => {
  const labels = ['refund', 'shipping', 'invoice']
  const elsewhere = [...madeStrangers(60), ...madeExamples(4, { seed: 3, labels })].map(({ text }) => text)
  const asked = [...madeStrangers(40, 7), ...madeExamples(20, { seed: 8, labels })]
  const refused = (strangers: string[]) => {
    const trained = trainClassifier(madeExamples(60, { labels }), { seed: 1, strangers })
    if (trained.outcome !== 'trained') throw new Error(trained.outcome)
    const { classify } = opened(trained.model)
    return asked.filter(({ text }) => classify(text).inScope < 0.5).map(({ label }) => label)
  }
  expect(refused([])).toEqual([])
  expect(refused(elsewhere)).toEqual(Array(40).fill('none'))
})

test('it says which words an answer rests on, and where they stand', () => {
  const text = '  Ｐlease REFUND my order'
  const [strongest] = classifier.classify(text).because('refund')
  expect(strongest!.text).toBe('REFUND')
  expect(text.slice(strongest!.start, strongest!.end)).toBe('REFUND')
  const chinese = '请问怎么开发票'
  expect(chinese.indexOf('发票')).toBeGreaterThanOrEqual(0)
  expect(
    classifier
      .classify(chinese)
      .because('invoice')
      .map(({ text: word }) => word)
      .join(),
  ).toContain('票')
  expect(classifier.classify(text).because('no such label')).toEqual([])
})

test('the same examples and seed give the same bytes, another seed others', () => {
  const examples = madeExamples(8)
  expect(Buffer.from(bytesOf(examples)).equals(bytesOf(examples))).toBe(true)
  expect(Buffer.from(bytesOf(examples, 2)).equals(bytesOf(examples))).toBe(false)
})

test('one label, one example a label, or examples that contradict each other are learnt all the same', () => {
  const single = opened(bytesOf([{ text: 'refund please', label: 'refund' }]))
  expect(single.classify('refund please').labels).toEqual([{ label: 'refund', probability: 1 }])
  expect(single.classify('an elephant').inScope).toBeLessThan(single.classify('refund please').inScope)
  const one = madeExamples(1)
  const each = opened(bytesOf(one))
  for (const { text, label } of one) expect(best(each, text)).toBe(label)
  const torn = opened(bytesOf(Array.from({ length: 40 }, (_, at) => ({ text: 'same', label: at % 2 ? 'a' : 'b' }))))
  expect(torn.classify('same').labels[0]!.probability).toBeLessThan(0.6)
})

test('nothing to learn from is said, not thrown', () => {
  expect(trainClassifier([], { seed: 1 })).toEqual({ outcome: 'nothing-to-learn' })
  expect(trainClassifier(madeStrangers(3), { seed: 1, outOfScopeLabel: 'none' }).outcome).toBe('nothing-to-learn')
  expect(best(opened(bytesOf([{ text: '', label: 'empty' }])), '')).toBe('empty')
})

test('any text has probabilities that add up to one', () => {
  const odd = ['', ' ', '👍', '\ud800', 'a\udc00b', '请问'.repeat(50_000), 'x'.repeat(100_000), '\0\u202e\ufffe']
  const check = (text: string) => {
    const { labels, inScope, because } = classifier.classify(text)
    expect(labels.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 9)
    expect(labels.every(({ probability }) => probability >= 0)).toBe(true)
    expect(inScope).toBeGreaterThanOrEqual(0)
    expect(inScope).toBeLessThanOrEqual(1)
    for (const { start, end, text: word } of because(labels[0]!.label)) expect(text.slice(start, end)).toBe(word)
  }
  for (const text of odd) check(text)
  assert(property(string({ unit: 'binary', maxLength: 200 }), check), { numRuns: 300 })
})

test('few labels are learnt as well as many', () => {
  const labels = ['refund', 'shipping']
  const pair = opened(bytesOf(madeExamples(40, { labels })))
  const asked = madeExamples(40, { labels, seed: 5 })
  const right = asked.filter(({ text, label }) => best(pair, text) === label).length
  expect(right / asked.length).toBeGreaterThan(0.95)
})

test('of a long text the beginning counts', () => {
  const begin = `where is the parcel ${'x'.repeat(longestRead)}`
  const probabilities = (text: string) => classifier.classify(text).labels
  expect(probabilities(`${begin} refund refund refund`)).toEqual(probabilities(begin))
})

test('probabilities mean what they say, also where nothing tells the label', () => {
  const learnt = opened(bytesOf(madeExamples(150, { blurred: 0.4 })))
  const asked = madeExamples(400, { seed: 9, blurred: 0.4 }).map(({ text, label }) => {
    const [first] = learnt.classify(text).labels
    return { probability: first!.probability, right: first!.label === label }
  })
  let error = 0
  for (let bin = 0; bin < 10; bin++) {
    const within = asked.filter(({ probability }) => Math.min(9, Math.floor(probability * 10)) === bin)
    const sure = within.reduce((sum, { probability }) => sum + probability, 0)
    error += Math.abs(sure - within.filter(({ right }) => right).length) / asked.length
  }
  expect(error).toBeLessThan(0.08)
})

test('training tells how far it is, and stops when told', () => {
  const seen: number[] = []
  const done = trainClassifier(madeExamples(4), { seed: 1, onProgress: (share) => seen.push(share) })
  expect(done.outcome).toBe('trained')
  expect(seen).toEqual([...seen].sort((one, other) => one - other))
  expect(seen.at(-1)).toBe(1)
  let asked = 0
  const stopped = trainClassifier(madeExamples(4), { seed: 1, shouldStop: () => ++asked > 7 })
  expect(stopped).toEqual({ outcome: 'stopped' })
  expect(asked).toBe(8)
})

test('broken, strange and cut bytes are outcomes', () => {
  expect(openClassifier(new Uint8Array()).outcome).toBe('foreign')
  expect(openClassifier(Buffer.from('PK\x03\x04 something else entirely, long enough')).outcome).toBe('foreign')
  const newer = Uint8Array.from(model)
  newer[8]! += 1
  expect(openClassifier(newer).outcome).toBe('other-version')
  const flips = array(integer({ min: 12, max: model.length - 1 }), { minLength: 1, maxLength: 4 })
  assert(
    property(flips, (places) => {
      const broken = Uint8Array.from(model)
      for (const place of new Set(places)) broken[place]! ^= 1 + (place % 255)
      expect(openClassifier(broken).outcome).toBe('corrupted')
      expect(openClassifier(model.subarray(0, places[0]!)).outcome).not.toBe('opened')
    }),
    { numRuns: 60 },
  )
})

test('bytes are read wherever they begin', () => {
  const shifted = new Uint8Array(model.length + 3)
  shifted.set(model, 3)
  expect(best(opened(shifted.subarray(3)), 'refund')).toBe('refund')
})
