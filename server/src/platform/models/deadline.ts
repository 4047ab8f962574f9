/** When a call is over before it is done: the caller gave it up, or it took too long. */
type Limits = { firstWordLimit: number; totalLimit: number; signal?: AbortSignal | undefined }

export function startDeadline({ firstWordLimit, totalLimit, signal }: Limits) {
  const ending = new AbortController()
  let ended: 'too-slow' | 'cancelled' | undefined
  const end = (reason: 'too-slow' | 'cancelled') => {
    ended ??= reason
    ending.abort()
  }
  const giveUp = () => end('cancelled')
  const firstWord = setTimeout(end, firstWordLimit, 'too-slow')
  const whole = setTimeout(end, totalLimit, 'too-slow')
  if (signal?.aborted) giveUp()
  signal?.addEventListener('abort', giveUp, { once: true })

  return {
    /** Aborted when the call is over. */
    signal: ending.signal,
    reason: () => ended,
    heardWord: () => clearTimeout(firstWord),
    /** Ends what may still be running, whatever the reason. */
    stop() {
      clearTimeout(firstWord)
      clearTimeout(whole)
      signal?.removeEventListener('abort', giveUp)
      ending.abort()
    },
  }
}
