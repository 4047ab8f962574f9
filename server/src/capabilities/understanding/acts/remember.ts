/** Remembers what a pure function of a text gave, so that the same text is not read again on every turn. */

/** Of the texts held at most, in UTF-16 code units; the oldest half is forgotten at a time. */
const mostHeld = 500_000

/** Gives what `read` gives, always; only quicker for a text seen lately. */
export function remember(read: (text: string) => string): (text: string) => string {
  let young = new Map<string, string>()
  let old = new Map<string, string>()
  let held = 0

  return function readOnce(text) {
    const known = young.get(text)
    if (known !== undefined) return known
    const given = old.get(text) ?? read(text)
    if (held + text.length > mostHeld / 2) {
      old = young
      young = new Map()
      held = 0
    }
    young.set(text, given)
    held += text.length
    return given
  }
}
