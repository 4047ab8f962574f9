import type { RefObject } from 'preact'
import { useEffect, useState } from 'preact/hooks'

/** The same in the style sheet. */
const small = '(max-width: 480px)'

/** On a phone the panel is all there is: as high as what the keyboard leaves, and the page behind it stands still. */
export function useFullScreen(panel: RefObject<HTMLElement | null>, isOpen: boolean): boolean {
  const [isFull, setFull] = useState(() => matchMedia(small).matches)

  useEffect(() => {
    const query = matchMedia(small)
    const look = () => setFull(query.matches)
    query.addEventListener('change', look)
    return () => query.removeEventListener('change', look)
  }, [])

  useEffect(() => {
    const view = visualViewport
    if (!isOpen || !isFull || !view) return
    const { style } = panel.current!
    const page = document.documentElement.style
    const before = page.overflow
    const fit = () => {
      style.setProperty('--height', `${view.height}px`)
      style.setProperty('--top', `${view.offsetTop}px`)
    }
    page.overflow = 'hidden'
    view.addEventListener('resize', fit)
    view.addEventListener('scroll', fit)
    fit()
    return () => {
      page.overflow = before
      view.removeEventListener('resize', fit)
      view.removeEventListener('scroll', fit)
    }
  }, [panel, isOpen, isFull])

  return isFull
}

/** A modal dialog keeps the Tab key inside. */
export function keepFocusWithin(panel: HTMLElement, event: KeyboardEvent): void {
  if (event.key !== 'Tab') return
  const all = [...panel.querySelectorAll<HTMLElement>('button, a[href], textarea, input, [tabindex="0"]')]
  const reachable = all.filter(
    (element) => element.checkVisibility() && !element.closest('[inert]') && !element.matches(':disabled'),
  )
  const current = (panel.getRootNode() as ShadowRoot).activeElement
  const [edge, other] = event.shiftKey ? [reachable[0], reachable.at(-1)] : [reachable.at(-1), reachable[0]]
  if (current !== edge) return
  event.preventDefault()
  other?.focus()
}
