/** What a turn has spent of what it may, and what is left. Tokens are guessed from lengths where nobody counts them. */
import { addUse, type ModelUse, noUse } from '@lingxi/contract/assist'
import type { Clock } from '#platform/clock'

export type Budget = {
  milliseconds: number
  steps: number
  /** In and out together. */
  tokens: number
  /** Of a million tokens. */
  price: { in: number; out: number }
}

/** A Chinese character is about a token, of other writing four letters are. Rounded up, so that a guess is no gift. */
export function guessTokens(text: string): number {
  const wide = text.match(/[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]/g)?.length ?? 0
  return wide + Math.ceil((text.length - wide) / 4)
}

/** An answer is some sentences: more than this at once is no answer. */
const mostWritten = 1_024
/** Fewer are not worth a step. */
const leastWritten = 100

export function openLedger(clock: Clock, budget: Budget) {
  const from = clock.reading()
  let use: ModelUse = noUse
  let estimated = false

  return {
    /** Why no further step may be taken with so many tokens to read; undefined: it may. */
    refuse(tokensIn: number): string | undefined {
      if (use.steps >= budget.steps) return 'steps'
      const left = budget.tokens - use.tokensIn - use.tokensOut
      return left < tokensIn + leastWritten ? 'tokens' : undefined
    },
    isSpent: () => use.steps >= budget.steps,
    isLastStep: () => use.steps === budget.steps - 1,
    /** Tokens that a step which reads so many may write. */
    mayWrite: (tokensIn: number) => Math.min(mostWritten, budget.tokens - use.tokensIn - use.tokensOut - tokensIn),
    /** A step is over, whole or not. */
    spend({ counted, guessed }: { counted: Spent | undefined; guessed: { in: number; out: number } }): void {
      const tokensIn = counted?.tokensIn ?? guessed.in
      const tokensOut = counted?.tokensOut ?? guessed.out
      estimated ||= counted?.tokensIn === undefined || counted.tokensOut === undefined
      const cost = (tokensIn * budget.price.in + tokensOut * budget.price.out) / 1e6
      use = addUse(use, { ...noUse, steps: 1, tokensIn, tokensOut, cost })
    },
    callTool: () => void (use = addUse(use, { ...noUse, calls: 1 })),
    total: () => ({
      use: { ...use, milliseconds: Math.round((clock.reading() - from) * 100) / 100 },
      estimated,
    }),
  }
}
export type Ledger = ReturnType<typeof openLedger>
type Spent = { tokensIn: number | undefined; tokensOut: number | undefined }
