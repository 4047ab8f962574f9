import { expect, test } from 'vitest'
import { aLog, likeness } from '../learning.testing.ts'
import { readTurns } from './read-turns.ts'

const read = (log: ReturnType<typeof aLog>, names: string[] = []) => readTurns(log.events, names, likeness)

test('an answered question that the customer calls solved speaks for what it cites', () => {
  const [turn] = read(
    aLog()
      .asks({ question: '退货要几天？', cites: ['art_1', 'art_1', 'art_2'] })
      .resolved()
      .rated(true),
  )
  expect(turn).toMatchObject({ decision: 'answer', solved: true, trouble: null })
  expect(turn!.cited.map(({ articleId }) => articleId)).toEqual(['art_1', 'art_2'])
})

test('what came of each question is told apart', () => {
  const unknown = aLog().asks({ question: '支持以旧换新吗？', decision: 'unknown' })
  const lost = aLog()
    .asks({ question: '怎么退货？', cites: ['art_1'] })
    .rated(false)
  const person = aLog()
    .asks({ question: '怎么退货？', cites: ['art_1'] })
    .wantsPerson()
  const again = aLog()
    .asks({ question: '退货运费谁出？', cites: ['a'] })
    .asks({ question: '退货的运费谁出呀', cites: ['a'] })
  expect([unknown, lost, person, again].map((log) => read(log)[0]!.trouble)).toEqual([
    'unknown',
    'unsolved',
    'handed-off',
    'asked-again',
  ])
  expect(read(again)[1]).toMatchObject({ trouble: null, askedAgain: false })
})

test('praise after a person helped is not the praise of the bot, and what the person said is kept', () => {
  const log = aLog()
    .asks({ question: '支持以旧换新吗？', decision: 'unknown' })
    .wantsPerson()
    .replies('王小明您好，旧家电可以抵 200 元，请打 13812345678。', '林静')
    .resolved()
    .rated(true)
  const [turn] = read(log, ['王小明', '林静'])
  expect(turn).toMatchObject({ solved: null, handedOff: true })
  expect(turn!.reply).toBe('[姓名]您好，旧家电可以抵 200 元，请打 [电话]。')
})

test('blame is for the last question and not for one before it that went well', () => {
  const turns = read(
    aLog()
      .asks({ question: '多久发货？', cites: ['a'] })
      .asks({ question: '能开发票吗？', cites: ['b'] })
      .rated(false),
  )
  expect(turns.map(({ solved }) => solved)).toEqual([null, false])
})

test('greetings and thanks are no questions', () => {
  expect(
    read(aLog().asks({ question: '你好', decision: 'greet' }).asks({ question: '谢谢', decision: 'acknowledge' })),
  ).toEqual([])
})
