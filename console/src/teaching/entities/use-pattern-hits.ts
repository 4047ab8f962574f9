import { useEffect, useState } from 'react'
import type { Span } from '../../ui/text-pieces.ts'
import type { PatternAnswer, PatternAsked } from './pattern-worker.ts'

export type PatternHits =
  | { state: 'idle' }
  | { state: 'found'; text: string; spans: Span[] }
  | { state: 'invalid'; reason: string }
  | { state: 'slow' }

const idle: PatternHits = { state: 'idle' }
/** A pattern that needs longer for a sample would hold up every message. */
const longest = 400

/** Where a pattern matches in a text. It is tried in a thread of its own, so that a bad one cannot hold up the page. */
export function usePatternHits(expression: string, text: string): PatternHits {
  const [hits, setHits] = useState(idle)
  useEffect(() => {
    if (expression === '') return undefined
    const worker = new Worker(new URL('pattern-worker.ts', import.meta.url), { type: 'module' })
    let timer: ReturnType<typeof setTimeout> | undefined
    const end = (next: PatternHits) => {
      setHits(next)
      clearTimeout(timer)
      worker.terminate()
    }
    worker.addEventListener('message', ({ data }: MessageEvent<PatternAnswer>) =>
      end('spans' in data ? { state: 'found', text, spans: data.spans } : { state: 'invalid', reason: data.reason }),
    )
    worker.postMessage({ expression, text } satisfies PatternAsked)
    timer = setTimeout(() => end({ state: 'slow' }), longest)
    return () => {
      clearTimeout(timer)
      worker.terminate()
    }
  }, [expression, text])
  return expression === '' ? idle : hits
}
