/** A message in the one spelling that cues are written in, and divided where one thing ends and the next begins. */
import { simplify } from '#platform/search'

/** `text` is spelt; the offsets are of the message as it was written, in UTF-16 units. */
export type Clause = { start: number; end: number; text: string; hasMark: boolean }

const han = /\p{Script=Han}/u
/** Of a longer message only the beginning is read. */
const mostClauses = 24

/** Small letters, half width, simplified characters, one space at most. */
export function spell(text: string): string {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‘’ʼ`´]/g, "'")
  return (han.test(plain) ? simplify(plain) : plain).replace(/\s+/g, ' ').trim()
}

/** A point or a comma between digits belongs to a number; two words of Chinese with a space between are two clauses. */
const ends =
  /[!！?？;；。、\n~～…，]+|(?<!\d)[,.]+|[,.]+(?!\d)|(?<=\p{Script=Han})\s+(?=\p{Script=Han})|(?<=\S)(?=不过|但是|但(?=[我你是要这那])|可是|另外(?!那?一?[个单张件笔条])|顺便|对了,)|(?<=\S)\s+(?=(?:but|however)\b)|(?<=算了)(?=[^,，。了吧啊])|(?<=\p{Script=Han}{2})(?=那(?:我?(?:就|还是)?不|算了))|(?<=[了货款票])(?=我(?:要|想|是要))|(?<=\b(?:never ?mind|nvm|forget it))\s+(?=\w)/giu

export function clausesOf(text: string): Clause[] {
  const clauses: Clause[] = []
  let start = 0
  for (const { index, 0: mark } of [...text.matchAll(ends), { index: text.length, 0: '' }]) {
    const spelt = spell(text.slice(start, index))
    if (/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(spelt))
      clauses.push({ start, end: index, text: spelt, hasMark: /[?？]/.test(mark) })
    else if (/[?？]/.test(mark) && clauses.length > 0) clauses.at(-1)!.hasMark = true
    start = index + mark.length
  }
  return clauses.slice(0, mostClauses)
}
