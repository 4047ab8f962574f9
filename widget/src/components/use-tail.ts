import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { ConversationState } from '../conversation-state.ts'

const nearby = 80

/** Keeps the newest in sight, unless the reader has scrolled up to read. */
export function useTail({ state, isShown }: { state: ConversationState; isShown: boolean }) {
  const scrollerRef = useRef<HTMLElement>(null)
  const followsRef = useRef(true)
  const [isAway, setAway] = useState(false)
  const { entries, sayings, draft, typing, session } = state

  const toTail = () => {
    const area = scrollerRef.current!
    area.scrollTo({ top: area.scrollHeight })
  }

  useEffect(() => {
    const area = scrollerRef.current!
    let last = area.scrollTop
    const look = () => {
      const { scrollTop } = area
      if (area.scrollHeight - scrollTop - area.clientHeight < nearby) followsRef.current = true
      // What grows below is not a reader who leaves: only scrolling up is.
      else if (scrollTop < last) followsRef.current = false
      last = scrollTop
      setAway(!followsRef.current)
    }
    // Pictures that arrive late and a keyboard that opens change the sizes, too.
    const sizes = new ResizeObserver(() => followsRef.current && toTail())
    sizes.observe(area)
    for (const child of area.children) sizes.observe(child)
    area.addEventListener('scroll', look, { passive: true })
    return () => {
      sizes.disconnect()
      area.removeEventListener('scroll', look)
    }
  }, [])

  useLayoutEffect(() => {
    followsRef.current = true
    toTail()
  }, [sayings.length, isShown])

  useLayoutEffect(() => {
    if (followsRef.current) toTail()
  }, [entries, draft, typing, session])

  return { scroller: scrollerRef, isAway, toTail }
}
