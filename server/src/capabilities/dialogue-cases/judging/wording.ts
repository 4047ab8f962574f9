/**
 * Whether a text has what a case wants of its words: plain words, compared without case and width of signs, or a regular expression
 * between slashes. Those are run by an engine of linear time: whoever writes one can keep no process busy with it.
 */
import { createRequire } from 'node:module'
import { type DialogueCase, patternIn } from '@lingxi/contract/dialogue-case'
import { faultWords } from '@lingxi/contract/fault-words'
import type { SchemaFault } from '@lingxi/contract/flow-faults'
import type { RE2JS as Engine } from 're2js'

let engine: typeof Engine | undefined

/** Undefined: the expression cannot be run, so that nothing can be said of the text. */
export function holds(text: string, wording: string): boolean | undefined {
  const pattern = patternIn(wording)
  if (!pattern) return fold(text).includes(fold(wording))
  const compiled = compile(pattern)
  return 'wrong' in compiled ? undefined : compiled.matcher(text).find()
}

/** The expressions of a case that cannot be run, by their places in it, and why. */
export function wordingFaults({ turns }: DialogueCase): SchemaFault[] {
  return turns.flatMap(({ expect: { said = [], not_said = [], cited } }, turn) =>
    [
      ...said.map((wording, at) => ({ wording, at: ['said', at] })),
      ...not_said.map((wording, at) => ({ wording, at: ['not_said', at] })),
      ...(typeof cited === 'string' ? [{ wording: cited, at: ['cited'] }] : []),
    ].flatMap(({ wording, at }) => {
      const pattern = patternIn(wording)
      const compiled = pattern && compile(pattern)
      if (!compiled || !('wrong' in compiled)) return []
      return { path: ['turns', turn, 'expect', ...at], message: faultWords.noExpression(compiled.wrong) }
    }),
  )
}

/** What JavaScript writes in its own way (`\u4e00`, `\/`) is read too; looking around and referring back is not. */
function compile({ pattern, anyCase }: { pattern: string; anyCase: boolean }): Engine | { wrong: string } {
  // Loaded for companies that have such tests.
  engine ??= (createRequire(import.meta.url)('re2js') as { RE2JS: typeof Engine }).RE2JS
  try {
    return engine.compile(engine.translateRegExp(pattern), anyCase ? engine.CASE_INSENSITIVE : 0)
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : 'it cannot be read' }
  }
}

const fold = (text: string) => text.normalize('NFKC').toLowerCase()
