/** Ways that flows stop: a person takes over, or a flow cannot go on. */
import type { FlowFrame } from '@lingxi/contract/dialogue'
import { faulty, type Run, say, words } from './run.ts'
import { knownInWords } from './slots.ts'

/** A person takes over with what is known so far; nothing stays open. */
export function handOver(run: Run, reason: string, text: string): void {
  const known = knownInWords(run)
  say(run, text)
  run.handOver = { reason, known }
}

/** The customer asked for a person, or the flow did and has no words of its own. */
export function handOverInWords(run: Run, reason: string): void {
  const known = knownInWords(run).map(({ label, value }) =>
    run.language === 'zh' ? `${label}：${value}` : `${label}: ${value}`,
  )
  const all = known.join(run.language === 'zh' ? '；' : '; ')
  const what = all === '' ? '' : words(run, 'handOverKnown', { known: all })
  handOver(run, reason, [words(run, 'handOver'), what].filter(Boolean).join(run.language === 'zh' ? '' : ' '))
}

/** The flow itself is wrong: it leads to nothing, or round and round. */
export function breakOff(run: Run, frame: FlowFrame, because: string): void {
  faulty(run, frame, { expression: '', because })
  handOver(run, because.startsWith('loop') ? 'flow-loops' : 'flow-broken', words(run, 'stuck'))
}
