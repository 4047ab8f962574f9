/**
 * A text that is too long for one article, cut where its chapters begin; where a chapter is too long itself, between its
 * paragraphs, and within a table between its rows, the head of the table said again. Offsets are UTF-16 units of the whole.
 */

/**
 * `lead` stands before the cut-out text in `body`; where page marks go, they are moved by it. `head` is where those words
 * stand in the whole.
 */
export type Chapter = {
  title: string | null
  body: string
  from: number
  until: number
  lead: number
  head?: number | undefined
}

type Section = { title: string | null; from: number; until: number }

export function chaptersOf(text: string, most: number): Chapter[] {
  if (text.length <= most) return [{ title: null, body: text, from: 0, until: text.length, lead: 0 }]
  return gather(sectionsOf(text), most * 0.75).flatMap((section) => cut(text, section, most))
}

/** At the highest level of headings that there is more than one of. */
function sectionsOf(text: string): Section[] {
  const headings = [...text.matchAll(/^(#{1,6}) +(.+?)[ #]*$/gm)]
  const depth = [1, 2, 3, 4, 5, 6].find((each) => headings.filter(([, marks]) => marks!.length === each).length > 1)
  const starts = headings.filter(([, marks]) => marks!.length === depth)
  if (starts.length === 0) return [{ title: null, from: 0, until: text.length }]
  const sections = starts.map((start, place) => ({
    title: start[2]!.trim(),
    from: start.index,
    until: starts[place + 1]?.index ?? text.length,
  }))
  const before = starts[0]!.index
  const isBlank = text.slice(0, before).trim() === ''
  // Blank lines before the first chapter belong to it.
  if (isBlank) return sections.map((section, place) => (place === 0 ? { ...section, from: 0 } : section))
  return [{ title: null, from: 0, until: before }, ...sections]
}

/** Short chapters share an article, named by the first and the last. */
function gather(sections: Section[], wanted: number): Section[] {
  const gathered: Section[] = []
  let last: string | null = null
  for (const section of sections) {
    const open = gathered.at(-1)
    if (open && section.until - open.from <= wanted) {
      open.until = section.until
      last = section.title
      continue
    }
    nameSpan(open, last)
    gathered.push({ ...section })
    last = null
  }
  nameSpan(gathered.at(-1), last)
  return gathered
}

function nameSpan(section: Section | undefined, last: string | null): void {
  if (section && last) section.title = section.title ? `${section.title} – ${last}` : last
}

function cut(text: string, { title, from, until }: Section, most: number): Chapter[] {
  const pieces: Chapter[] = []
  for (let start = from; start < until; ) {
    const head = headAt(text, { at: start, from })
    const lead = head?.text.length ?? 0
    const end = until - start + lead <= most ? until : breakBefore(text, start, start + most - lead)
    const body = (head?.text ?? '') + text.slice(start, end)
    pieces.push({ title, body, from: start, until: end, lead, head: head?.at })
    start = end
  }
  if (pieces.length < 2) return pieces
  return pieces.map((piece, place) => ({ ...piece, title: `${title ?? ''} (${place + 1}/${pieces.length})`.trim() }))
}

/** After a paragraph, else after a line, else anywhere but within a character. */
function breakBefore(text: string, start: number, latest: number): number {
  const earliest = start + (latest - start) / 2
  const paragraph = text.lastIndexOf('\n\n', latest - 2)
  if (paragraph > earliest) return paragraph + 2
  const line = text.lastIndexOf('\n', latest - 1)
  if (line > earliest) return line + 1
  return /[\ud800-\udbff]/.test(text[latest - 1]!) ? latest - 1 : latest
}

/** The two head lines of the table that a cut falls into. */
function headAt(text: string, { at, from }: { at: number; from: number }): { text: string; at: number } | undefined {
  if (at === from || text[at] !== '|') return undefined
  let start = at
  while (start > from && text.slice(0, start).endsWith('\n') && lineBefore(text, start).startsWith('|'))
    start -= lineBefore(text, start).length + 1
  const lines = text.slice(start, at).split('\n')
  const isHead = lines.length >= 3 && /^\|[\s:|-]+$/.test(lines[1]!)
  return isHead ? { text: `${lines[0]}\n${lines[1]}\n`, at: start } : undefined
}

const lineBefore = (text: string, at: number) => text.slice(text.lastIndexOf('\n', at - 2) + 1, at - 1)
