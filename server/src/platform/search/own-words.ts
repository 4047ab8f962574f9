/**
 * The company's own words, kept together wherever they stand, whatever the general dictionary makes of them. They can be
 * changed at any time, which the general dictionary cannot: it only ever grows.
 */
/** `word`: the own word that ends here. */
type Node = { next: Map<string, Node>; word: string | undefined }
/** Own words stand as the company wrote them, whether a plural was said or not. */
export type Piece = { text: string; own: boolean }

const isLetter = (character: string | undefined) => character !== undefined && /[a-z0-9]/.test(character)

/** Where a word that ends at `end` is over, its plural included; -1 within a longer word. */
function endOfWord(text: string, end: number): number {
  if (!isLetter(text[end - 1]) || !isLetter(text[end])) return end
  return text[end] === 's' && !isLetter(text[end + 1]) ? end + 1 : -1
}

/** `words` are folded already. */
export function createOwnWords(words: Iterable<string>) {
  const root: Node = { next: new Map(), word: undefined }
  let count = 0
  for (const word of words) {
    if (word.length < 2) continue
    let node = root
    for (let place = 0; place < word.length; place++) {
      let next = node.next.get(word[place]!)
      if (!next) node.next.set(word[place]!, (next = { next: new Map(), word: undefined }))
      node = next
    }
    if (node.word === undefined) count++
    node.word = word
  }

  /** The longest own word that begins here. Latin letters are not cut within their word, but for the s of a plural. */
  function wordAt(text: string, start: number): { word: string; end: number } | undefined {
    if (isLetter(text[start]) && isLetter(text[start - 1])) return undefined
    let node = root
    let best: { word: string; end: number } | undefined
    for (let place = start; place < text.length; place++) {
      const next = node.next.get(text[place]!)
      if (!next) break
      node = next
      const end = node.word === undefined ? -1 : endOfWord(text, place + 1)
      if (end > 0) best = { word: node.word!, end }
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
        const found = root.next.has(text[place]!) ? wordAt(text, place) : undefined
        if (!found) {
          place++
          continue
        }
        if (place > from) pieces.push({ text: text.slice(from, place), own: false })
        pieces.push({ text: found.word, own: true })
        from = place = found.end
      }
      if (from < text.length) pieces.push({ text: text.slice(from), own: false })
      return pieces
    },
  }
}
export type OwnWords = ReturnType<typeof createOwnWords>
