/** Cuts a growing text into sentences with the markers that follow them. A sentence is given once the next has begun. */
const boundary =
  /(?:[。！？!?；]|\.(?=\s|\[|["”)]))["”』」）)]*(?:\s*\[\d{1,2}\])*\s*(?=[^\s[])|(?:\[\d{1,2}\])[ \t]*\n+\s*(?=[^\s[])|\n+\s*(?=[^\s[])/g

export function createSentenceStream() {
  let pending = ''
  return {
    /** The sentences that are certainly whole now, white space after them included. */
    push(piece: string): string[] {
      pending += piece
      const whole: string[] = []
      let from = 0
      for (const match of pending.matchAll(boundary)) {
        const end = match.index + match[0].length
        whole.push(pending.slice(from, end))
        from = end
      }
      pending = pending.slice(from)
      return whole
    },
    /** What is left at the end. */
    rest(): string {
      return pending
    },
  }
}
