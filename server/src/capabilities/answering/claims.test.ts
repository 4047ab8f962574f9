import { expect, test } from 'vitest'
import { aPassage, tokens } from './answering.testing.ts'
import { createClaims } from './claims.ts'

const openClaims = createClaims({ tokens })
const shipping = aPassage({ title: '运费', text: '满 ¥99 包邮，不满收 ¥8。\n详情见 https://shop.example/ship。' })
const returns = aPassage({ title: '退货', text: '收货后 7 天内可以退货。' })
const open = (forbid: (sentence: string) => string | undefined = () => undefined) =>
  openClaims({ language: 'zh', passages: [shipping, returns], forbid })

test('what stands on a source is said with its citation; what does not is dropped, and the next is read', () => {
  const claims = open()
  for (const letter of '满 ¥99 包邮[1]。满 ¥50 包邮[1]。我们送您电视机。收货后 7 天内可以退货[2]。') claims.push(letter)
  claims.end()
  expect(claims.text()).toBe('满 ¥99 包邮。收货后 7 天内可以退货。')
  expect(claims.claims().map(({ on }) => on)).toEqual([['运费'], ['退货']])
  expect(claims.citations().map(({ articleId, quote }) => [articleId, quote])).toEqual([
    ['art_运费', expect.stringContaining('满 ¥99 包邮')],
    ['art_退货', '收货后 7 天内可以退货。'],
  ])
  expect(claims.dropped()).toEqual([
    { sentence: '满 ¥50 包邮[1]。', because: 'a number that is not there' },
    { sentence: '我们送您电视机。', because: 'no passage named' },
  ])
})

test('nothing is shown before a sentence is whole, nor before one stands on something', () => {
  const claims = open()
  expect(claims.push('满 ¥99 包邮[1]。')).toBe(false)
  expect(claims.push('不')).toBe(true)
  expect(claims.text()).toBe('满 ¥99 包邮。')
  const empty = open()
  empty.push('好的。')
  expect(empty.push('那么。您')).toBe(false)
  empty.end()
  expect(empty.isOnSomething()).toBe(false)
})

test('what a tool told is a source as well, without an article to be opened', () => {
  const claims = open()
  const number = claims.learn({ title: '查询订单', text: 'state: 已发货\narrives: 12月3日', about: '订单 状态 送达' })
  expect(number).toBe(3)
  claims.push('您的订单已发货[3]。预计 12月3日 送达[3]。预计 12月5日 送达[3]。')
  claims.end()
  expect(claims.text()).toBe('您的订单已发货。预计 12月3日 送达。')
  expect(claims.citations()).toEqual([])
  expect(claims.claims()[0]?.on).toEqual(['查询订单'])
})

test('addresses have to stand in the source to the letter', () => {
  const claims = open()
  claims.push('运费详情见 https://shop.example/ship [1]。运费详情见 https://shop.example/pay [1]。')
  claims.end()
  expect(claims.text()).toContain('https://shop.example/ship')
  expect(claims.dropped()).toEqual([{ sentence: expect.any(String), because: 'an address that is not there' }])
})

test('what is forbidden is dropped whatever it stands on, and not kept in words', () => {
  const claims = open((sentence) => (sentence.includes('退货') ? 'what is confidential' : undefined))
  claims.push('收货后 7 天内可以退货[2]。')
  claims.end()
  expect(claims.text()).toBe('')
  expect(claims.dropped()).toEqual([{ sentence: '', because: 'what is confidential' }])
})

test('saying that there is no answer ends it; what was said on the way to a tool is no part of the answer', () => {
  const claims = open()
  claims.push('满 ¥99 包邮[1]。我查一下。\n')
  claims.startAgain()
  claims.push('收货后 7 天内可以退货[2]。')
  claims.end()
  expect(claims.text()).toBe('收货后 7 天内可以退货。')
  const none = open()
  none.push('NO_')
  none.push('ANSWER')
  none.end()
  expect(none.isRefused()).toBe(true)
})
