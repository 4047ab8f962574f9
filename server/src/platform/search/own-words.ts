/**
 * The company's own words, kept together wherever they stand, whatever the general dictionary makes of them. They can be
 * changed at any time, which the general dictionary cannot: it only ever grows.
 */
type Node = { next: Map<string, Node>; end: boolean }
export type Piece = { text: string; own: boolean }

const isLetter = (character: string | undefined) => character !== undefined && /[a-z0-9]/.test(character)

/** `words` are folded already. */
export function createOwnWords(words: Iterable<string>) {
  const root: Node = { next: new Map(), end: false }
  let count = 0
  for (const word of words) {
    if (word.length < 2) continue
    let node = root
    for (let place = 0; place < word.length; place++) {
      let next = node.next.get(word[place]!)
      if (!next) node.next.set(word[place]!, (next = { next: new Map(), end: false }))
      node = next
    }
    if (!node.end) count++
    node.end = true
  }

  /** Where the longest own word that begins here ends; -1 when none does. Latin letters are not cut within their word. */
  function endFrom(text: string, start: number): number {
    if (isLetter(text[start]) && isLetter(text[start - 1])) return -1
    let node = root
    let best = -1
    for (let place = start; place < text.length; place++) {
      const next = node.next.get(text[place]!)
      if (!next) break
      node = next
      if (node.end && !(isLetter(text[place]) && isLetter(text[place + 1]))) best = place + 1
    }
    return best
  }

  return {
    size: count,
    /** A folded text cut into own words and what is between them. */
    cut(text: string): Piece[] {
      if (count === 0) return [{ text, own: false }]
      const pieces: Piece[] = []
      let from = 0
      for (let place = 0; place < text.length; ) {
        const end = root.next.has(text[place]!) ? endFrom(text, place) : -1
        if (end < 0) {
          place++
          continue
        }
        if (place > from) pieces.push({ text: text.slice(from, place), own: false })
        pieces.push({ text: text.slice(place, end), own: true })
        from = place = end
      }
      if (from < text.length) pieces.push({ text: text.slice(from), own: false })
      return pieces
    },
  }
}
export type OwnWords = ReturnType<typeof createOwnWords>
