import { expect, test } from 'vitest'
import { processorTime } from '../../../platform/clock/processor-time.testing.ts'
import { createAngerReader } from './anger.ts'
import { readMood } from './read-mood.ts'
import { openShippedMoods } from './shipped-moods.ts'
import { withoutSteering } from './steering.ts'

const traced = (text: string) => ({
  text,
  starts: [...text].map((_, at) => at),
  ends: [...text].map((_, at) => at + 1),
})
const anger = createAngerReader([])
function moodOf(text: string) {
  const normalised = traced(text)
  return readMood(
    { text, normalised, squeezed: normalised, anger: anger(text, text), isCalm: false },
    openShippedMoods(),
  )
}

test.each([
  '我们继续吧',
  '接着办吧',
  '好，继续办退货',
  "ok, let's go on",
  'continue please',
  '我要退SG70411010，不对，是SG70411011',
  '我要退货，不对，我要换货',
  '退SG70411010，说错了，是SG70411011',
  '尺码L，不对，M',
  'return SG70411010, no wait, SG70411011',
  'the order is SG70411010, oops wrong one, it is SG70411011',
])('%s steers, and feels nothing', (text) => {
  const { emotion, score } = moodOf(text)
  expect({ emotion: emotion.label, score }).toEqual({ emotion: 'neutral', score: 0 })
})

test.each([
  ['不对，你们搞错了，太让人失望了', 'negative'],
  ['怎么还没到，急死了，不对，是急疯了', 'negative'],
  ['钱不对啊', 'negative'],
  ["i'm so disappointed, no wait, i'm furious", 'negative'],
])('%s is felt all the same', (text, sentiment) => {
  expect(moodOf(text).sentiment.label).toBe(sentiment)
})

test('what a feeling rests on is shown where it was written', () => {
  const text = '订单SG70411010，说错了，SG70411011一直不发货，太失望了'
  for (const { start, end, text: words } of moodOf(text).emotion.because) expect(text.slice(start, end)).toBe(words)
})

test.each(['不对，', '啊 ', '继续', 'no, ', 'wait, no, ', 'ok ', 'a1111', ', '])(
  '%j over and over is read at once',
  (piece) => {
    for (const times of [40, 1000]) {
      const began = processorTime()
      withoutSteering(traced(`x，${piece.repeat(times)}§`))
      expect(processorTime() - began).toBeLessThan(300)
    }
  },
)
