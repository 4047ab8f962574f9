import { describe, expect, it } from 'vitest'
import { chooseLanguage } from './page-language.ts'
import { brightnessOf, chooseScheme } from './page-scheme.ts'

describe('The language', () => {
  it('is the page’s, else the browser’s', () => {
    expect(chooseLanguage('zh-Hant-TW', ['en'])).toBe('zh')
    expect(chooseLanguage('', ['fr', 'zh-CN', 'en'])).toBe('zh')
    expect(chooseLanguage('de', ['fr'])).toBe('en')
  })
})

describe('The colour scheme', () => {
  const page = { attributes: '', colorScheme: 'normal', background: '' }

  it('is what the page says in an attribute, a class or the property', () => {
    expect(chooseScheme({ ...page, attributes: 'dark ' })).toBe('dark')
    expect(chooseScheme({ ...page, attributes: ' app theme-light' })).toBe('light')
    expect(chooseScheme({ ...page, attributes: ' darkroom' })).toBeUndefined()
    expect(chooseScheme({ ...page, colorScheme: 'dark' })).toBe('dark')
    expect(chooseScheme({ ...page, colorScheme: 'light dark', background: 'rgb(0, 0, 0)' })).toBeUndefined()
  })

  it('is else what the background shows', () => {
    expect(chooseScheme({ ...page, background: 'rgb(250, 248, 245)' })).toBe('light')
    expect(chooseScheme({ ...page, background: 'rgb(20, 20, 30)' })).toBe('dark')
    expect(brightnessOf('rgba(0, 0, 0, 0)')).toBeUndefined()
  })
})
