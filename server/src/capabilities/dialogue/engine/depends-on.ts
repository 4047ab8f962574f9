/** Whether something would be otherwise after a correction: it names a slot or a result that changed. */
import type { Run } from './run.ts'

/** Expressions, or texts with expressions in them. */
export function dependsOn(run: Run, texts: readonly (string | null | undefined)[]): boolean {
  const { retaking } = run
  if (!retaking) return false
  return texts.some((text) => text && namesIn(text).some((name) => retaking.changed.has(name)))
}

const named = /\b(slots|results)\s*(?:\.\s*([a-z][a-z0-9_]*)|\[\s*["']([a-z][a-z0-9_]*)["']\s*\])/g
const namesIn = (text: string) => [...text.matchAll(named)].map(([, of, name, quoted]) => `${of}.${name ?? quoted}`)
