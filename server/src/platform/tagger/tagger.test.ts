import { expect, test } from 'vitest'
import { chinese, english, learn, marked, open, tagged } from './tagger.testing.ts'
import { openTagger, trainTagger, trainTaggerInThread } from './tagger.ts'

test('what stands where marked things stood is found, exactly, with how sure and why', () => {
  const tagger = open(learn(english))
  expect(tagger.types).toEqual(['city', 'time'])
  expect(tagged(tagger, 'fly to Zagreb please')).toEqual(['Zagreb city'])
  expect(tagged(tagger, 'a table for 9pm please')).toEqual(['9pm time'])
  const [found] = tagger.tag('fly to Berlin please')
  expect(found!.confidence).toBeGreaterThan(0.5)
  expect(found!.confidence).toBeLessThanOrEqual(1)
  expect(found!.because).toHaveLength(3)
  expect(found!.because.join(' ')).toContain('to')
})

test('a list says what a name is where the words around do not', () => {
  const known = ['apple', 'pear', 'star fruit', 'passion fruit', 'kiwi', 'fig', 'honey melon', 'plum']
  const examples = known.flatMap((fruit) => [
    marked(`i like [${fruit}]`, 'fruit'),
    marked(`i like [${fruit}s]`, 'plural'),
  ])
  const fruit = [...known, 'durian', 'blood orange']
  const tagger = open(learn(examples, { gazetteers: { fruit, nothing: ['durian'] } }))
  expect(tagged(tagger, 'i like durian')).toEqual(['durian fruit'])
  expect(tagged(tagger, 'i like blood orange')).toEqual(['blood orange fruit'])
})

test('context tells apart what reads alike', () => {
  const examples = [3, 4, 5, 6, 7, 8].flatMap((number) => [
    marked(`[${number}]`, 'people', ['people']),
    marked(`[${number}]`, 'time', ['time']),
  ])
  const tagger = open(learn(examples))
  expect(tagged(tagger, '5', ['people'])).toEqual(['5 people'])
  expect(tagged(tagger, '5', ['time'])).toEqual(['5 time'])
})

test('the same examples and seed give the same bytes, in a thread as here', async () => {
  const here = Buffer.from(learn(english, { seed: 5 }))
  expect(here.equals(learn(english, { seed: 5 }))).toBe(true)
  expect(here.equals(learn(english, { seed: 6 }))).toBe(false)
  const shares: number[] = []
  const there = await trainTaggerInThread(english, { seed: 5, onProgress: (done) => shares.push(done) })
  expect(there.outcome === 'trained' && here.equals(there.bytes)).toBe(true)
  expect(shares.at(-1)).toBe(1)
  expect(shares).toEqual([...shares].sort((one, other) => one - other))
})

test('training that is stopped learns nothing', async () => {
  expect(trainTagger(english, { seed: 1, isStopped: () => true })).toEqual({ outcome: 'stopped' })
  const stopping = new AbortController()
  const training = trainTaggerInThread(chinese, {
    seed: 1,
    signal: stopping.signal,
    onProgress: () => stopping.abort(),
  })
  expect(await training).toEqual({ outcome: 'stopped' })
  expect(await trainTaggerInThread(chinese, { seed: 1, signal: stopping.signal })).toEqual({ outcome: 'stopped' })
})

test('bytes that are damaged, foreign or of another version are said to be so', () => {
  const bytes = learn(english)
  for (const place of [12, Math.floor(bytes.length / 2), bytes.length - 1]) {
    const damaged = Uint8Array.from(bytes)
    damaged[place]! ^= 1
    expect(openTagger(damaged)).toEqual({ outcome: 'unreadable', reason: 'damaged' })
  }
  expect(openTagger(bytes.subarray(0, bytes.length - 3))).toEqual({ outcome: 'unreadable', reason: 'damaged' })
  const later = Uint8Array.from(bytes)
  later[4]!++
  expect(openTagger(later)).toEqual({ outcome: 'unreadable', reason: 'other-version' })
  for (const foreign of [new Uint8Array(0), new TextEncoder().encode('PK a zip archive'), new Uint8Array(100)])
    expect(openTagger(foreign)).toEqual({ outcome: 'unreadable', reason: 'not-a-tagger' })
})
