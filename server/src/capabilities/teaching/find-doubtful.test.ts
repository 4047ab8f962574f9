import fc from 'fast-check'
import { expect, it } from 'vitest'
import { findDoubtful } from './find-doubtful.ts'
import { findNearTwins } from './near-twins.ts'

const of = (intent: string, ...texts: string[]) => texts.map((text, at) => ({ text, intent, line: at + 1 }))

it('tells what contradicts, what is too little, what is all but the same, and what is there twice', () => {
  const found = findDoubtful(
    [
      ...of(
        'refund',
        '我要退款',
        '退款怎么申请',
        '怎么申请退款呢',
        '退钱',
        '退款！',
        '退款',
        'How do I cancel my order now',
      ),
      ...of('cancel', '退钱。', 'how do i cancel my orders now'),
    ],
    ['refund', 'cancel', 'empty'],
  )
  const brief = found.map(({ kind, intents, number, line }) => [kind, intents, number, line])
  expect(brief).toEqual([
    ['two-intents', ['cancel', 'refund'], null, 4],
    ['few-examples', ['empty'], 0, null],
    ['few-examples', ['cancel'], 2, null],
    ['near-twins', ['cancel', 'refund'], expect.closeTo(0.93, 1), 7],
    ['duplicate', ['refund'], null, 6],
  ])
})

it('finds every pair that comparing all with all finds', () => {
  const text = fc.array(fc.constantFrom('退', '款', '钱', 'a', 'b', ' '), { minLength: 1, maxLength: 14 })
  fc.assert(
    fc.property(
      fc.array(
        text.map((letters) => letters.join('')),
        { maxLength: 25 },
      ),
      (texts) => {
        const found = findNearTwins(texts, { mayPair: () => true, most: 10_000 })
        const expected: string[] = []
        const sets = texts.map((each) => {
          const letters = [...` ${each} `]
          return new Set(letters.slice(1).map((letter, at) => letters[at]! + letter))
        })
        for (let one = 0; one < texts.length; one++)
          for (let other = one + 1; other < texts.length; other++) {
            const alike = sets[one]!.intersection(sets[other]!).size / sets[one]!.union(sets[other]!).size
            if (alike >= 0.8) expected.push(`${one} ${other} ${alike}`)
          }
        const told = found.map(({ one, other, alike }) => `${one} ${other} ${alike}`)
        expect(told.toSorted()).toEqual(expected.toSorted())
      },
    ),
    { seed: 7, numRuns: 300 },
  )
})

it('is done with twenty thousand examples in seconds, however alike they are', () => {
  const examples = Array.from({ length: 20_000 }, (_, at) => ({
    text: `我想查一下订单号${at}的物流到哪里了`,
    intent: `i${at % 50}`,
  }))
  expect(findDoubtful(examples, []).length).toBeGreaterThan(100)
}, 20_000)
