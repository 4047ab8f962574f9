/** The language of the widget: as set, else the page's, else the browser's. */
import type { Language } from '@lingxi/contract/message'

const toLanguage = (tag: string): Language | undefined => /^(zh|en)\b/i.exec(tag)?.[1]?.toLowerCase() as Language

export function chooseLanguage(page: string, browser: readonly string[]): Language {
  for (const tag of [page, ...browser]) {
    const language = toLanguage(tag)
    if (language) return language
  }
  return 'en'
}

/** Tells the language now and whenever the page changes its own. */
export function watchLanguage(setting: Language | 'auto', tell: (language: Language) => void): void {
  if (setting !== 'auto') return tell(setting)
  const root = document.documentElement
  const choose = () => tell(chooseLanguage(root.lang, navigator.languages))
  new MutationObserver(choose).observe(root, { attributeFilter: ['lang'] })
  choose()
}
