/** How the page talks to the widget: `lingxi:ask` with `{ text }`, `lingxi:open`, `lingxi:close`. */
import { longestSaying } from './limits.ts'

export type PageWishes = { ask: (text: string) => void; open: () => void; close: () => void }

export function listenToPage(wishes: PageWishes, signal: AbortSignal): void {
  const options = { signal }
  addEventListener('lingxi:open', () => wishes.open(), options)
  addEventListener('lingxi:close', () => wishes.close(), options)
  addEventListener(
    'lingxi:ask',
    (event) => {
      const text = (event as CustomEvent<{ text?: unknown } | null>).detail?.text
      if (typeof text === 'string' && text.trim()) wishes.ask(text.trim().slice(0, longestSaying))
      else wishes.open()
    },
    options,
  )
}
