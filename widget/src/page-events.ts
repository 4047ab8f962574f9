/**
 * How the page talks to the widget: `lingxi:ask` with `{ text }`, `lingxi:open`, `lingxi:close`, and `lingxi:identify` with
 * `{ token }`: who its customer is, or with none that they have signed out. `lingxi:identity-refused` is the answer to a
 * token that does not hold.
 */
import { longestSaying } from './limits.ts'

export type PageWishes = {
  ask: (text: string) => void
  open: () => void
  close: () => void
  identify: (token: string | undefined) => void
}

export function listenToPage(wishes: PageWishes, signal: AbortSignal): void {
  const options = { signal }
  addEventListener('lingxi:open', () => wishes.open(), options)
  addEventListener('lingxi:close', () => wishes.close(), options)
  addEventListener(
    'lingxi:identify',
    (event) => {
      const token = (event as CustomEvent<{ token?: unknown } | null>).detail?.token
      wishes.identify(typeof token === 'string' && token ? token : undefined)
    },
    options,
  )
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

/** For whoever connects a site: the customer is not to see it. */
export const tellIdentityRefused = (reason: string) =>
  void dispatchEvent(new CustomEvent('lingxi:identity-refused', { detail: { reason } }))
