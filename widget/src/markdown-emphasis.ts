/**
 * Emphasis, by CommonMark's rules with one more: Chinese has no spaces, so its letters stand beside a delimiter as a space
 * would. By the rules alone, the stars of `**注意：**请` would show.
 */
import { type Element, element, type Piece } from './markdown-tree.ts'
import type { Sourced } from './sourced.ts'

export type Delimiter = { mark: string; left: number; opens: boolean; closes: boolean }
export type Part = Piece | Delimiter

const space = /^[\s\u00A0]?$/
const punctuation = /[\p{P}\p{S}]/u
const chinese = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

export function readDelimiter({ text }: Sourced, from: number, length: number): Delimiter {
  const before = text[from - 1] ?? ''
  const after = text[from + length] ?? ''
  const isLeft = !space.test(after) && (!punctuation.test(after) || isEdge(before))
  const isRight = !space.test(before) && (!punctuation.test(before) || isEdge(after))
  const mark = text[from]!
  // Underscores stand inside of names.
  if (mark === '*') return { mark, left: length, opens: isLeft, closes: isRight }
  return {
    mark,
    left: length,
    opens: isLeft && (!isRight || punctuation.test(before)),
    closes: isRight && (!isLeft || punctuation.test(after)),
  }
}

const isEdge = (letter: string) => space.test(letter) || punctuation.test(letter) || chinese.test(letter)

const isDelimiter = (part: Part | undefined): part is Delimiter => typeof part === 'object' && 'mark' in part

/** Each closing run takes the nearest run that can open for it; runs without a partner are text. */
export function pairDelimiters(given: Part[]): Piece[] {
  const parts = [...given]
  for (let index = 0; index < parts.length; index += 1) {
    const closer = parts[index]
    if (!isDelimiter(closer) || !closer.closes) continue
    const opening = findOpener(parts, index, closer)
    if (opening < 0) continue
    const opener = parts[opening] as Delimiter
    const width = opener.left > 1 && closer.left > 1 ? 2 : 1
    const inner = settle(parts.slice(opening + 1, index))
    const made: Element = element(width === 2 ? 'strong' : 'em', {}, inner)
    opener.left -= width
    closer.left -= width
    const kept = (delimiter: Delimiter): Part[] => (delimiter.left > 0 ? [delimiter] : [])
    const replaced = [...kept(opener), made, ...kept(closer)]
    parts.splice(opening, index - opening + 1, ...replaced)
    // What is left of the closing run may close more.
    index = opening + replaced.length - (closer.left > 0 ? 2 : 1)
  }
  return settle(parts)
}

function findOpener(parts: Part[], before: number, closer: Delimiter): number {
  for (let index = before - 1; index >= 0; index -= 1) {
    const part = parts[index]
    if (!isDelimiter(part) || part.mark !== closer.mark || !part.opens) continue
    const isOdd = (part.closes || closer.opens) && (part.left + closer.left) % 3 === 0
    if (!isOdd || (part.left % 3 === 0 && closer.left % 3 === 0)) return index
  }
  return -1
}

/** Delimiters that found no partner are what they look like; neighbouring words become one. */
function settle(parts: Part[]): Piece[] {
  const pieces: Piece[] = []
  for (const part of parts) {
    const piece = isDelimiter(part) ? part.mark.repeat(part.left) : part
    const last = pieces.at(-1)
    if (typeof piece === 'string' && typeof last === 'string') pieces[pieces.length - 1] = last + piece
    else if (isMark(piece) && isMark(last))
      pieces[pieces.length - 1] = { ...last, pieces: [...last.pieces, ...piece.pieces] }
    else pieces.push(piece)
  }
  return pieces
}

const isMark = (piece: Piece | undefined): piece is Element => typeof piece === 'object' && piece.tag === 'mark'
