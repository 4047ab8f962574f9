import { type Language, languages } from '@lingxi/contract/message'
import i18next, { type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { en } from './en/en.ts'
import './words.ts'
import { zh } from './zh/zh.ts'

const remembered = 'lingxi.language'
const tags = { zh: 'zh-CN', en: 'en' } as const

export function preferredLanguage(chosen: string | null, device: readonly string[]): Language {
  const known = languages.find((language) => language === chosen)
  if (known) return known
  const first = device.map((tag) => tag.slice(0, 2)).find((tag) => tag === 'zh' || tag === 'en')
  return first === 'en' ? 'en' : 'zh'
}

export function startWords(): i18n {
  const words = i18next.createInstance()
  words.use(initReactI18next)
  words.on('languageChanged', (language) => {
    document.documentElement.lang = tags[language as Language] ?? language
  })
  void words.init({
    lng: preferredLanguage(localStorage.getItem(remembered), navigator.languages),
    fallbackLng: 'en',
    supportedLngs: [...languages],
    resources: { zh: { translation: zh }, en: { translation: en } },
    interpolation: { escapeValue: false },
    initAsync: false,
  })
  return words
}

export function chooseLanguage(words: i18n, language: Language) {
  localStorage.setItem(remembered, language)
  void words.changeLanguage(language)
}
