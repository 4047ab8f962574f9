import { useEffect, useState } from 'react'

/** The time, moving on every half minute: what shows "waiting 4 min" stays true without being asked. */
export function useNow(every = 30_000): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), every)
    return () => clearInterval(timer)
  }, [every])
  return now
}
