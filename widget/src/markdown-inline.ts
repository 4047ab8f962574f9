/** What stands inside a paragraph: emphasis, code, links, pictures, breaks. */
import { type Delimiter, type Part, pairDelimiters, readDelimiter } from './markdown-emphasis.ts'
import { decodeReference, decodeText } from './markdown-text.ts'
import { element, linkAddresses, makeLink, makePicture, type Piece, textOf } from './markdown-tree.ts'
import { cut, type Sourced, type Span, spell } from './sourced.ts'

const label = String.raw`\[((?:\\.|[^\[\]\\]|\[(?:\\.|[^\[\]\\])*\])*)\]`
const address = String.raw`(<[^<>\n]*>|(?:\\.|[^\s()<\\]|\((?:\\.|[^\s()\\])*\))*)`
const title = String.raw`(?:\s+(?:"[^"]*"|'[^']*'|\([^()]*\)))?`

const tokens: [name: string, pattern: RegExp][] = [
  ['break', /(?: {2,}|\\)\n */y],
  ['line', / ?\n */y],
  ['escape', /\\([!-/:-@[-`{-~])/y],
  ['reference', /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]\w*);/iy],
  ['code', /(`+)(?!`)([^]*?[^`])\1(?!`)/y],
  ['ticks', /`+/y],
  ['autolink', /<([a-z][\w+.-]*:[^\s<>]*)>/iy],
  ['mail', /<([\w.+-]+@[\w.-]+)>/y],
  ['picture', new RegExp(`!${label}\\(\\s*${address}${title}\\s*\\)`, 'y')],
  ['link', new RegExp(`${label}\\(\\s*${address}${title}\\s*\\)`, 'y')],
  ['emphasis', /\*+|_+/y],
  // Longest last: what none of the above can begin with.
  ['words', /[^\\&`<![*_\n ]+| +|[^]/y],
]

export const readInline = (source: Sourced, marked: Span | undefined): Piece[] =>
  linkAddresses(readParts(source, marked))

function readParts(source: Sourced, marked: Span | undefined): Piece[] {
  const parts: Part[] = []
  const { text } = source
  let index = 0
  while (index < text.length) {
    const [name, found] = nextToken(text, index)
    const from = index
    index += found[0].length
    const here = (start: number, length: number) => spell(cut(source, from + start, from + start + length), marked)
    parts.push(...partsOf(name, found, { source, from, marked, here }))
  }
  return pairDelimiters(parts)
}

function nextToken(text: string, index: number): [string, RegExpExecArray] {
  for (const [name, pattern] of tokens) {
    pattern.lastIndex = index
    const found = pattern.exec(text)
    if (found) return [name, found]
  }
  throw new Error('The last pattern matches anything.')
}

type Place = {
  source: Sourced
  from: number
  marked: Span | undefined
  here: (start: number, length: number) => Piece[]
}
type Read = (found: RegExpExecArray, place: Place) => (Piece | Delimiter)[]

const words: Read = ([all], { here }) => here(0, all.length)

const readers: Record<string, Read> = {
  words,
  ticks: words,
  break: () => [element('br')],
  // One space, whatever was beside the line ending, and marked as the ending is.
  line: ([all], { here }) => here(all.indexOf('\n'), 1),
  escape: (_, { here }) => here(1, 1),
  reference: ([all], { source, from, marked }) => spell({ text: decodeReference(all), at: [source.at[from]!] }, marked),
  code: ([, ticks, code], { source, from, marked }) => {
    const isPadded = /^[ \n].*[^ \n].*[ \n]$/s.test(code!)
    const start = from + ticks!.length + (isPadded ? 1 : 0)
    const inner = cut(source, start, start + code!.length - (isPadded ? 2 : 0))
    return [element('code', {}, spell({ ...inner, text: inner.text.replaceAll('\n', ' ') }, marked))]
  },
  autolink: ([, target], { here }) => [makeLink(target!, here(1, target!.length))],
  mail: ([, target], { here }) => [makeLink(`mailto:${target}`, here(1, target!.length))],
  picture: ([, alt, target], { source, from }) => [
    makePicture(readAddress(target!), textOf(readParts(cut(source, from + 2, from + 2 + alt!.length), undefined))),
  ],
  link: ([, inner, target], { source, from, marked }) => [
    makeLink(readAddress(target!), readParts(cut(source, from + 1, from + 1 + inner!.length), marked)),
  ],
  emphasis: ([run], { source, from }) => [readDelimiter(source, from, run.length)],
}

const partsOf = (name: string, found: RegExpExecArray, place: Place) => readers[name]!(found, place)

const readAddress = (target: string): string => decodeText(target.replace(/^<(.*)>$/, '$1'))
