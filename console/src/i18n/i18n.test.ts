import { expect, it } from 'vitest'
import { en } from './en/en.ts'
import { preferredLanguage } from './i18n.ts'
import { zh } from './zh/zh.ts'

type Tree = { [key: string]: string | Tree }
const texts = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : texts(value, `${path}${key}.`),
  )
const english = texts(en)
const chinese = new Map(texts(zh))
const slots = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()

it('has every text in both languages, with the same places to fill in', () => {
  expect(english.map(([key]) => key).sort()).toEqual([...chinese.keys()].sort())
  expect(english.filter(([key, text]) => `${slots(text)}` !== `${slots(chinese.get(key) ?? '')}`)).toEqual([])
})

it('has no Chinese in the English texts and no empty text', () => {
  const chineseInEnglish = english.filter(([key, text]) => /\p{Script=Han}/u.test(text) && key !== 'app.language.zh')
  expect(chineseInEnglish).toEqual([])
  expect([...english, ...chinese].filter(([, text]) => text.trim() === '')).toEqual([])
})

it('speaks the language that was chosen, else the device’s, else Chinese', () => {
  expect(preferredLanguage('en', ['zh-CN'])).toBe('en')
  expect(preferredLanguage(null, ['fr-FR', 'en-GB'])).toBe('en')
  expect(preferredLanguage('klingon', ['zh-TW', 'en'])).toBe('zh')
  expect(preferredLanguage(null, ['fr'])).toBe('zh')
})
