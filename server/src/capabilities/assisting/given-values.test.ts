import { describe, expect, it } from 'vitest'
import { leavesOf, standsIn } from './given-values.ts'

describe('a value that a model hands to a tool', () => {
  it.each([
    ['SG70411006 到哪了', 'SG70411006'],
    ['我的订单SG70411006到哪了', 'sg70411006'],
    ['SG 7041-1006 please', 'SG70411006'],
    ['order #7041, thanks.', '7041'],
    ['订单号：7041，2件', '2'],
    ['D10086 2 件', '2'],
    ['+86 138 0013 8000', '13800138000'],
    ['write to me@shop.example.', 'me@shop.example'],
    ['it cost 1,299 yuan', '1299'],
    ['it cost 19.99', '19.99'],
    ['704，705', '704'],
    ['寄到海淀区中关村', '海淀区'],
    ['红色T恤', 'T恤'],
    ['大', '大'],
    ['at the front door', 'front door'],
    ['２０２６年的 ＳＧ１', 'sg1'],
  ])('was said in "%s": %s', (text, value) => expect(standsIn(text, value)).toBe(true))

  it.each([
    ['SG70411006', '7'],
    ['SG70411006', '704'],
    ['SG70411006', '70411006'],
    ['SG70411006', ''],
    ['SG70411006', ' - '],
    ['yes, today', ','],
    ['SG-7041-1006', '7041'],
    ['6222 0212 3456 7890', '0212'],
    ['6222 0212 3456 7890', '6222'],
    ['it cost 19.99', '19'],
    ['it cost 1,299 yuan', '1'],
    ['me@shop.example', 'me'],
    ['on 2026-11-29', '29'],
    ['at 12:30', '12'],
    ['your order', 'order y'],
    ['订单70411006', '单7'],
    ['我要大号', '大'],
    ['订单 704\n1 件', '7041'],
    ['nothing', '7'],
  ])('was not said in "%s": %s', (text, value) => expect(standsIn(text, value)).toBe(false))
})

describe('the leaves of an input', () => {
  const schema = {
    type: 'object',
    description: 'id 7 is an example',
    $defs: { place: { enum: ['shop', null] } },
    properties: {
      id: { type: 'string', description: 'for example 7' },
      size: { enum: [1, 2] },
      open: { type: 'boolean' },
      place: { anyOf: [{ $ref: '#/$defs/place' }, { const: 'home' }] },
      list: { type: 'array', items: { enum: ['a'] } },
    },
  }
  const leaves = (input: object) => leavesOf(input, schema)

  it('carry the values that the schema names at their place, and none of its other words', () => {
    expect(leaves({ id: '7', size: 2 })).toEqual([
      { value: '7', named: [] },
      { value: '2', named: ['1', '2'] },
    ])
    expect(leaves({ place: 'home' })[0]!.named.toSorted()).toEqual(['', 'home', 'shop'])
    expect(leaves({ list: ['a'] })).toEqual([{ value: 'a', named: ['a'] }])
  })

  it('are also what is true, what is null, and names that no schema describes', () => {
    expect(leaves({ open: true, id: null })).toEqual([
      { value: 'true', named: [] },
      { value: '', named: [] },
    ])
    expect(leaves({ other: { x: 1 } }).map(({ value }) => value)).toEqual(['other', 'x', '1'])
  })

  it('of a schema that goes in circles are still found', () => {
    const circle = { anyOf: [{ $ref: '#' }, { properties: { a: { $ref: '#' } } }] }
    expect(leavesOf({ a: { a: 1 } }, circle)).toEqual([{ value: '1', named: [] }])
  })
})
