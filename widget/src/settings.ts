/** What the page says in the script tag. Anything it says wrongly is as if it were not said. */
import type { Language } from '@lingxi/contract/message'

export type Settings = {
  /** The origin the script came from: the server it talks to. */
  server: string
  title: string | undefined
  accent: string
  language: Language | 'auto'
  position: 'left' | 'right'
  isOpen: boolean
  /** A token with which the page proves who its customer is. */
  identity: string | undefined
  /** Where the customer lives, as the page knows it: it chooses between texts of one article. */
  region: string | undefined
}

const longestRegion = 60

export function readSettings(script: { src: string; dataset: DOMStringMap }, page: string): Settings {
  const { title, accent, language, position, open, identity, region } = script.dataset
  return {
    server: new URL(script.src || page, page).origin,
    title: said(title),
    accent: said(accent) ?? '#b4552d',
    language: language === 'zh' || language === 'en' ? language : 'auto',
    position: position === 'left' ? 'left' : 'right',
    isOpen: open === 'true',
    identity: said(identity),
    region: said(region)?.slice(0, longestRegion),
  }
}

const said = (value: string | undefined) => value?.trim() || undefined
