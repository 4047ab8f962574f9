import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { config } from 'zod'
import { createApi } from '../api/api.ts'
import { startWords } from '../i18n/i18n.ts'
import '../ui/style.css'
import { wearTheme } from '../ui/theme.ts'
import { App } from './app.tsx'
import { createConsoleRouter } from './router.tsx'

// The content security policy allows no code made from strings.
config({ jitless: true })

const api = createApi({
  fetch: (url, request) => fetch(url, { ...request, credentials: 'same-origin' }),
  openSocket: () => new WebSocket(`${location.origin.replace(/^http/, 'ws')}/api/v1/live`),
  now: () => Date.now(),
  random: () => Math.random(),
  // Locks exist in secure contexts only; without them a second tab is left to the server's patience.
  exclusively: (work) => (navigator.locks ? navigator.locks.request('lingxi.refresh', work) : work()),
})

// After an upgrade the parts that an open page has not loaded yet are gone: the new page has them.
addEventListener('vite:preloadError', (event) => {
  const name = 'lingxi.reloaded'
  if (Date.now() - Number(sessionStorage.getItem(name)) < 60_000) return
  sessionStorage.setItem(name, String(Date.now()))
  event.preventDefault()
  location.reload()
})

wearTheme()
const words = startWords()
void api.session.start()

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App api={api} words={words} router={createConsoleRouter()} />
    </StrictMode>,
  )
}
