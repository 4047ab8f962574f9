/** The tree that Markdown becomes, and the making of links and pictures: the only places where anything unsafe could get in. */
import { safeAddress, splitAddresses } from './markdown-text.ts'

export type Element = { tag: string; attributes: Record<string, string>; pieces: Piece[] }
export type Piece = string | Element

export const element = (tag: string, attributes: Record<string, string> = {}, pieces: Piece[] = []): Element => ({
  tag,
  attributes,
  pieces,
})

/** An address that may not be followed leaves its words behind. */
export function makeLink(address: string, pieces: Piece[]): Element {
  const href = safeAddress(address)
  return href === undefined
    ? element('span', {}, pieces)
    : element('a', { href, target: '_blank', rel: 'noopener noreferrer' }, pieces)
}

export function makePicture(address: string, alt: string): Piece {
  const src = safeAddress(address, /^https?$/i)
  return src === undefined ? alt : element('img', { src, alt, loading: 'lazy', referrerPolicy: 'no-referrer' })
}

/** Makes links of the web addresses in what is not a link or code already. */
export const linkAddresses = (pieces: Piece[]): Piece[] =>
  pieces.flatMap((piece) => {
    if (typeof piece === 'string')
      return splitAddresses(piece).map(({ text, address }) => (address ? makeLink(address, [text]) : text))
    return piece.tag === 'a' || piece.tag === 'code' ? piece : { ...piece, pieces: linkAddresses(piece.pieces) }
  })

export const textOf = (pieces: Piece[]): string =>
  pieces
    .map((piece) => (typeof piece === 'string' ? piece : (piece.attributes['alt'] ?? textOf(piece.pieces))))
    .join('')
