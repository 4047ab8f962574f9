/** Keys that work wherever nothing is being written. */
import { useEffect, useRef } from 'react'
import { remembers } from './remembered.ts'

export const shortcutsOn = remembers('lingxi.shortcuts', ['on', 'off'])

export type Shortcuts = Record<string, (() => void) | undefined>

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input, textarea, select, [role=textbox]'))
/** What opens over the page says so itself; a passing notice covers nothing. */
const isCovered = (): boolean => document.querySelector('[data-covers]') !== null

export function useShortcuts(shortcuts: Shortcuts) {
  const latest = useRef(shortcuts)
  useEffect(() => {
    latest.current = shortcuts
  })
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const chord = event.ctrlKey || event.metaKey || event.altKey || event.isComposing
      if (chord || event.defaultPrevented || isWriting(event.target) || isCovered()) return
      if (shortcutsOn.read() === 'off') return
      const act = latest.current[event.key]
      if (!act) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
}
