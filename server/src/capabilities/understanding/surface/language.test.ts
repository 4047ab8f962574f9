import { expect, test } from 'vitest'
import { recogniseLanguage } from './language.ts'

test.each([
  ['怎么退货', 'zh'],
  ['iPhone 充电慢', 'zh'],
  ['iPhone 15 Pro Max 充电慢', 'zh'],
  ['我的 order', 'zh'],
  ['我的 order is delayed 怎么办', 'zh'],
  ['How do I pay with 支付宝', 'en'],
  ['what does 保修 mean', 'en'],
  ['refund policy', 'en'],
  ['hello', 'en'],
  ['my mail is zjg@mail.example', 'en'],
] as const)('"%s" is %s', (text, language) => {
  expect(recogniseLanguage(text, language === 'zh' ? 'en' : 'zh')).toBe(language)
})

test.each(['', '123', '??', '🙂', 'ok', 'SF1234567', 'XL', 'zjg@mail.example', 'SG-CLO-099', 'https://shop.example/a'])(
  '"%s" goes on in the language spoken so far',
  (text) => {
    expect(recogniseLanguage(text, 'zh')).toBe('zh')
    expect(recogniseLanguage(text, 'en')).toBe('en')
  },
)
