import { useSyncExternalStore } from 'react'

/** Whether the window is at least that wide. */
export function useWide(pixels: number): boolean {
  const media = `(min-width: ${pixels}px)`
  return useSyncExternalStore(
    (changed) => {
      const query = matchMedia(media)
      query.addEventListener('change', changed)
      return () => query.removeEventListener('change', changed)
    },
    () => matchMedia(media).matches,
  )
}
