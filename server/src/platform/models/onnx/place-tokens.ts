/** Where the tokens of a text stand in it: tokenizers change letters, and not all of them tell from where. */
export type PlacedToken = { token: number; start: number; end: number }

const special = /^(?:\[(?:CLS|SEP|PAD|UNK|MASK)\]|<\/?s>|<(?:pad|unk|mask)>)$/
/** How far ahead a token is looked for, in UTF-16 units: the tokenizer left out what stands before it. */
const ahead = 40

/** Each token that is found again, in order; UTF-16 offsets, half open. Those that are not are left out. */
export function placeTokens(text: string, tokens: readonly string[]): PlacedToken[] {
  // Lower case of the same length, so that places are those of the text.
  const plain = [...text]
    .map((letter) => (letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter))
    .join('')
  const placed: PlacedToken[] = []
  let from = 0
  for (const [token, written] of tokens.entries()) {
    const piece = written.replace(/^(?:##|▁|Ġ)/u, '').toLowerCase()
    if (piece === '' || special.test(written)) continue
    const start = plain.indexOf(piece, from)
    if (start < 0 || start > from + ahead) continue
    from = start + piece.length
    placed.push({ token, start, end: from })
  }
  return placed
}
