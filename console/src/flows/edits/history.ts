/** What was, is, and was taken back: undo and redo over values that are never changed in place. */
export type History<T> = {
  past: T[]
  now: T
  future: T[]
  /** What the last change was about; the next one about the same joins it. */
  about: string | null
}

const most = 200

export const historyOf = <T>(now: T): History<T> => ({ past: [], now, future: [], about: null })

/** `about` null: a step of its own. Typing into one field is one step, until something else is changed. */
export function change<T>(history: History<T>, next: T, about: string | null): History<T> {
  if (next === history.now) return history
  const joins = about !== null && about === history.about && history.past.length > 0
  const past = joins ? history.past : [...history.past, history.now].slice(-most)
  return { past, now: next, future: [], about }
}

export function undo<T>(history: History<T>): History<T> {
  const before = history.past.at(-1)
  if (before === undefined) return history
  return { past: history.past.slice(0, -1), now: before, future: [history.now, ...history.future], about: null }
}

export function redo<T>(history: History<T>): History<T> {
  const [next, ...future] = history.future
  return next === undefined ? history : { past: [...history.past, history.now], now: next, future, about: null }
}
