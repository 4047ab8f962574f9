import { expect, test } from 'vitest'
import { isDenied } from './denied.ts'
import { readRanges } from './read-ranges.ts'
import { aProduct, ask } from './recommending.testing.ts'

const headphones = [
  aProduct('Swim Headphones', { Price: '$45', Colours: 'Black, Blue' }, 'Waterproof to 2 m. Plays 8 hours.'),
  aProduct('Studio Headphones', { Price: '$120', Colours: 'Black' }, 'Closed back with a 3 m cable. Not waterproof.'),
  aProduct('Street Headphones', { Price: '$30', Colours: 'White' }, 'Folds flat for the pocket.'),
]
const creams = [
  aProduct('清爽面霜', { 价格: '¥88' }, '适合油性皮肤。不含酒精和香精。'),
  aProduct('滋润面霜', { 价格: '¥128' }, '适合干性皮肤，油性皮肤可以只涂两颊。含少量酒精。'),
  aProduct('日常面霜', { 价格: '¥68' }, '质地轻薄，四季可用。'),
]

test('what fits every condition is named, with what it says and where', () => {
  const found = ask(headphones, 'waterproof headphones under $50')!
  expect(found.names).toEqual(['Swim Headphones'])
  expect(found.text).toContain('**Swim Headphones** · $45 · Waterproof to 2 m')
  const [{ start, end, quote }] = found.citations as [(typeof found.citations)[number]]
  expect(headphones[0]!.body.slice(start, end)).toBe(quote)
  expect(quote).toContain('$45')
  expect(found.wish).toMatchObject({ sought: 'headphones', products: 3, fit: 1 })
})

test('what a text denies is not claimed, and what it does not say is called so', () => {
  const found = ask(headphones, 'do you have waterproof headphones in white')!
  expect(found.wish.fit).toBe(0)
  expect(found.text).toContain('Nothing for headphones meets “waterproof”, “white” together')
  expect(found.text).toContain('**Street Headphones** · $30 · Colours: White (“waterproof” is not stated)')
  expect(found.text).toContain(
    '**Studio Headphones** · $120 · Not waterproof · Colours: Black (does not meet “waterproof”',
  )
  expect(found.quickReplies.map(({ text }) => text)).toContain('“waterproof” is not needed')
})

test('a limit that nothing keeps is named, with the nearest and the way to loosen it', () => {
  const found = ask(headphones, 'headphones under $20')!
  expect(found.text).toContain('none meets “up to $20”')
  expect(found.names[0]).toBe('Street Headphones')
  const loosened = ask(headphones, found.quickReplies[0]!.text, found.wish)!
  expect(loosened.wish).toMatchObject({ conditions: [], fit: 3 })
})

test('prices in another currency are not compared', () => {
  const found = ask(headphones, 'headphones under 100 yuan')!
  expect(found.text).toContain('Prices are in $ and were not compared with “up to 100 yuan”')
})

test('whom a thing is for is what it says it suits, not what it mentions', () => {
  expect(ask(creams, '适合油性皮肤的面霜')!.names).toEqual(['清爽面霜'])
  const dry = ask(creams, '有没有适合干性皮肤的面霜，100 以内')!
  expect(dry.wish.fit).toBe(0)
})

test('a stuff that a text does not speak of may be in it', () => {
  const found = ask(creams, '推荐一款面霜，不要含酒精')!
  expect(found.names).toEqual(['清爽面霜'])
  expect(ask([creams[2]!], '推荐一款面霜，不要含酒精')!.text).toContain('没有写明是否含「酒精」')
})

test('a follow-up narrows, replaces, loosens and goes on', () => {
  const first = ask(headphones, 'do you have any headphones')!
  expect(first.names).toEqual(['Street Headphones', 'Swim Headphones', 'Studio Headphones'])
  const black = ask(headphones, 'in black please', first.wish)!
  expect(black.names).toEqual(['Swim Headphones', 'Studio Headphones'])
  const white = ask(headphones, 'in white instead', black.wish)!
  expect(white.wish.conditions).toMatchObject([{ said: 'white', attribute: 'Colours' }])
  const dearer = ask(headphones, 'something more expensive?', white.wish)!
  expect(dearer.wish.conditions).toMatchObject([{ said: 'white' }, { kind: 'range', least: 30.01 }])
  expect(ask(headphones, 'when will my order arrive', white.wish)).toBeUndefined()
  expect(ask(headphones, 'thank you', white.wish)).toBeUndefined()
})

test('where many fit, one thing is asked for, and it is asked once', () => {
  const many = Array.from({ length: 3000 }, (_, place) =>
    aProduct(`${place} 号耳机`, { 价格: `¥${100 + (place % 90) * 10}`, 颜色: ['黑', '白', '蓝', '红'][place % 4]! }),
  )
  const asked = ask(many, '推荐一款耳机')!
  expect(asked.text).toBe('耳机有 3000 款，先帮您缩小范围：颜色有要求吗？')
  expect(asked.quickReplies.map(({ text }) => text)).toEqual(['黑', '白', '蓝', '红', '都可以'])
  const blue = ask(many, '蓝', asked.wish)!
  expect(blue.wish).toMatchObject({ fit: 750, conditions: [{ said: '蓝', attribute: '颜色' }] })
  expect(ask(many, '都可以', asked.wish)!.names).toHaveLength(3)
})

test('the rest is named on request, and its end is said', () => {
  const five = Array.from({ length: 5 }, (_, place) => aProduct(`${place} 号耳机`, { 价格: `¥${100 + place}` }))
  const first = ask(five, '有什么耳机')!
  const next = ask(five, first.quickReplies.find(({ text }) => text.includes('别的'))!.text, first.wish)!
  expect([...first.names, ...next.names]).toEqual(five.map(({ title }) => title))
  expect(ask(five, '还有别的吗？', next.wish)!.text).toContain('没有更多了')
})

test.each([
  ['耳机怎么连接手机'],
  ['Swim Headphones 防水吗'],
  ['耳机保修多久'],
  ['the headphones are broken'],
  ['how long do headphones last'],
  ['有没有猫粮'],
  ['怎么退货'],
])('%s looks for no product', (said) => expect(ask(headphones, said)).toBeUndefined())

test.each([
  ['100 元以内', 'money ¥', null, 100],
  ['一百块以下', 'money ¥', null, 100],
  ['两百以内', 'money ¥', null, 200],
  ['预算 300', 'money ¥', null, 300],
  ['200 左右', 'money ¥', 160, 240],
  ['100 到 200 元', 'money ¥', 100, 200],
  ['至少 500ml', 'volume', 500, null],
  ['under $50', 'money $', null, 50],
  ['between 20 and 40 dollars', 'money $', 20, 40],
  ['around 50', 'money ¥', 40, 60],
  ['at least 10 hours', 'duration', 10, null],
])('%s is a limit', (said, ...[dimension, least, most]) => {
  const language = /\p{Script=Han}/u.test(said) ? 'zh' : 'en'
  expect(readRanges(said, language, 'money ¥').ranges).toMatchObject([{ dimension, least, most }])
})

test('a number that counts or dates is none', () => {
  expect(readRanges('要两件，3 月 1 日前到，打 9 折', 'zh', 'money ¥').ranges).toEqual([])
})

test.each([
  ['不含皂基、香精和酒精', '酒精', 'zh', true],
  ['附一支不锈钢挖勺，含酒精', '酒精', 'zh', false],
  ['不防水', '防水', 'zh', true],
  ['Free of soap, perfume and alcohol', 'alcohol', 'en', true],
  ['No perfume, and a steel spatula', 'steel', 'en', false],
  ['fragrance-free', 'fragrance', 'en', true],
] as const)('%s says no to %s in %s: %s', (...of) => {
  const [text, word, language, denied] = of
  const start = text.indexOf(word)
  expect(isDenied(text, { start, end: start + word.length }, language)).toBe(denied)
})
