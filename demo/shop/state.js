import { texts } from './text.js'

export const PAGE = 12
const KEY = 'shiguang.lang'

export const state = {
  lang: firstLang(),
  products: [],
  failed: false,
  loading: true,
  category: '',
  query: '',
  sort: '',
  shown: PAGE,
  open: null,
}

// What the page says, in the language shown.
export const t = (key) => texts[state.lang][key]

function firstLang() {
  let kept = null
  try {
    kept = localStorage.getItem(KEY)
  } catch {
    /* storage may be shut off */
  }
  if (kept === 'zh' || kept === 'en') return kept
  return /^zh/i.test(navigator.language || '') ? 'zh' : 'en'
}

export function keepLang(lang) {
  state.lang = lang
  try {
    localStorage.setItem(KEY, lang)
  } catch {
    /* the choice then lasts for this page */
  }
}
