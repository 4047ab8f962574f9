/** Puts the chat on the page, in a shadow root: the page's styles stay out, and ours stay in. */
import type { Language } from '@lingxi/contract/message'
import { render } from 'preact'
import { createChat } from './chat.ts'
import { App } from './components/app.tsx'
import { brightnessOf, watchScheme } from './page-scheme.ts'
import { tellIdentityRefused } from './page-events.ts'
import { watchLanguage } from './page-language.ts'
import type { Settings } from './settings.ts'
import { createKeep } from './storage.ts'
import { adoptStyles } from './stylesheet.ts'

export const widgetTag = 'lingxi-chat'

/** Something that has not moved for so long may be dead without knowing it. */
const longestSleep = 30_000

export function mountWidget(settings: Settings): void {
  const host = document.createElement(widgetTag)
  const root = host.attachShadow({ mode: 'open' })
  const widget = document.createElement('div')
  widget.className = `widget ${settings.position}`
  adoptStyles(root)
  root.append(widget)
  document.body.append(host)
  paintAccent(widget, settings.accent)
  watchScheme((scheme) => {
    widget.dataset['scheme'] = scheme
  })
  // What is typed here is not for the shortcuts of the page.
  for (const type of ['keydown', 'keyup', 'keypress'] as const)
    host.addEventListener(type, (event) => event.stopPropagation())

  let language: Language = 'en'
  const keep = createKeep(() => localStorage, settings.server)
  const chat = createChat({
    server: settings.server,
    keep,
    language: () => language,
    identity: settings.identity,
    region: settings.region,
    identityRefused: tellIdentityRefused,
  })
  watchPresence(chat)
  watchLanguage(settings.language, (next) => {
    language = next
    widget.lang = language === 'zh' ? 'zh-CN' : 'en'
    chat.greetAgain()
    render(<App chat={chat} settings={settings} language={language} />, widget)
  })
  if (chat.isKnown()) chat.start()
}

/** The colour's own brightness decides what can be read on it. */
function paintAccent(widget: HTMLElement, accent: string): void {
  widget.style.color = accent
  const brightness = brightnessOf(getComputedStyle(widget).color) ?? 0
  widget.style.color = ''
  widget.style.setProperty('--accent', accent)
  widget.style.setProperty('--on-accent', 1.05 / (brightness + 0.05) >= 4.5 ? '#fff' : '#000')
}

function watchPresence(chat: { wake: () => void; renew: () => void }): void {
  let hiddenAt = 0
  addEventListener('online', () => chat.renew())
  addEventListener('pageshow', ({ persisted }) => persisted && chat.renew())
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) hiddenAt = Date.now()
    else if (Date.now() - hiddenAt > longestSleep) chat.renew()
    else chat.wake()
  })
}
