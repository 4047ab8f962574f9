/** The sentences, list items and table rows of a Markdown text, with where they stand and the heading they stand under. */
export type Sentence = { start: number; end: number; text: string; under: string }

const ends =
  /[。！？；!?]+["”’」』）)]*|\.(?=["”’)]*\s)(?<!\b(?:Mr|Mrs|Ms|Dr|No|St|vs|e\.g|i\.e|approx|[ap]\.m)\.)["”’)]*/g

export function splitSentences(body: string): Sentence[] {
  const sentences: Sentence[] = []
  let heading = ''
  let head: string | undefined
  let place = 0
  for (const line of body.split('\n')) {
    const start = place
    place += line.length + 1
    const title = /^#{1,6}\s+(.*)$/.exec(line)
    if (title) heading = title[1]!
    const isRow = /^\s*\|/.test(line)
    if (!isRow) head = undefined
    if (title || /^\s*\|?\s*:?-{2,}/.test(line) || line.trim() === '') continue
    if (isRow && head === undefined) head = line
    else if (isRow) sentences.push(trimmed(body, { start, end: start + line.length, under: `${heading} ${head}` }))
    else sentences.push(...sentencesIn(body, { start, end: start + line.length, under: heading }))
  }
  return sentences.filter(({ text }) => text !== '')
}

function sentencesIn(body: string, line: { start: number; end: number; under: string }): Sentence[] {
  const text = body.slice(line.start, line.end)
  const mark = /^\s*(?:[-*+]\s+|\d+[.)、](?!\d)\s*|>\s*)?/.exec(text)![0].length
  const found: Sentence[] = []
  let from = mark
  for (const match of text.slice(mark).matchAll(ends)) {
    const until = mark + match.index + match[0].length
    found.push(trimmed(body, { ...line, start: line.start + from, end: line.start + until }))
    from = until
  }
  found.push(trimmed(body, { ...line, start: line.start + from }))
  return found
}

function trimmed(body: string, { start, end, under }: { start: number; end: number; under: string }): Sentence {
  let [first, last] = [start, end]
  while (first < last && /\s/.test(body[first]!)) first++
  while (last > first && /\s/.test(body[last - 1]!)) last--
  return { start: first, end: last, text: body.slice(first, last), under }
}
