/** Tries a regular expression on a text, in a thread that can be ended when it takes too long. */
export type PatternAsked = { expression: string; text: string }
export type PatternAnswer = { spans: { start: number; end: number }[] } | { reason: string }

const most = 200

function hitsOf({ expression, text }: PatternAsked): PatternAnswer {
  try {
    const hits = [...text.matchAll(new RegExp(expression, 'giu'))].filter(([words]) => words !== '')
    return { spans: hits.slice(0, most).map(({ 0: words, index }) => ({ start: index, end: index + words.length })) }
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) }
  }
}

addEventListener('message', ({ data }: MessageEvent<PatternAsked>) => postMessage(hitsOf(data)))
