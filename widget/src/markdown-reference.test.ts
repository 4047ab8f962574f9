/** Our reader against micromark: the same elements around the same words, for what both of them know. */
import { micromark } from 'micromark'
import { gfmTable, gfmTableHtml } from 'micromark-extension-gfm-table'
import { expect, it } from 'vitest'
import { readMarkdown } from './markdown.ts'
import type { Piece } from './markdown-tree.ts'

const decode = (html: string) =>
  html.replace(/&(lt|gt|quot|amp);/g, (_, name: string) => ({ lt: '<', gt: '>', quot: '"', amp: '&' })[name] ?? '')

/** `<p>` is left out, as micromark has none in tight lists, and so is what only layout differs by. */
function theirs(source: string): string {
  const html = micromark(source, { extensions: [gfmTable()], htmlExtensions: [gfmTableHtml()] })
  const plain = html
    .replace(/<\/?p>/g, '')
    .replace(/<(\/?)h(\d)>/g, (_, slash: string, rank: string) => `<${slash}h${Math.min(6, Number(rank) + 2)}>`)
    .replace(/<([a-z]\w*)( [^>]*)?>/g, '<$1>')
    .replace(/<tbody><\/tbody>/g, '')
  return decode(plain).replace(/\s+/g, '')
}

const write = (piece: Piece): string => {
  if (typeof piece === 'string') return piece
  const inner = piece.pieces.map(write).join('')
  if (piece.tag === 'p' || piece.tag === 'div') return inner
  return /^(br|hr|img)$/.test(piece.tag) ? `<${piece.tag}>` : `<${piece.tag}>${inner}</${piece.tag}>`
}
const ours = (source: string) =>
  readMarkdown(source)
    .map(write)
    .join('')
    .replace(/<tbody><\/tbody>/g, '')
    .replace(/\s+/g, '')

it.each([
  '**bold** *em* ***both*** **a *b* c** *a **b** c*',
  'a*b*c a_b_c _a_ __a__ **a',
  '*a **b* c**',
  '- a\n- b\n\n  more of b\n- c\n\nafter',
  '1. a\n2. b\n   - c\n   - d\n3. e',
  '* a\n+ b\n- c',
  '- a\nlazy\n- b',
  '1) a\n2) b\n\n3. c',
  'in 2026. a\n2026. b\nand\n1. c',
  '> a\nlazy\n> - b\n\nc',
  '# a #\n###### b\n#c\n## d ##e',
  'a\n===\n\nb\n---\n\n---\n* * *',
  '```\na\n\n  b\n```\n~~~js\n```\n~~~\n```\nopen',
  '`a` `` b`c `` ` d` `e',
  '[a](b) [a](<b c>) [a](b "t") [*a*](b(c)) [a] (b) [a]( b )',
  '![a *b*](c.png) [![x](y)](z)',
  '<https://a.b/c> <a@b.cc> <not a link>',
  'a  \nb\\\nc\nd',
  '\\*a\\* &amp; &#65; &#x41; \\a &nope',
  '| a | b |\n|---|:-:|\n| 1 | 2 | 3 |\n| 4 |\n\nafter',
  'a | b\n--|--\n`x\\|y` | **z**\n',
  '| a |\n|---|\n> quote',
  '-\n- a\n-',
  '- ```\n  a\n  ```\n- # b',
  '  indented\n   text',
  '***a** b*  **a*b**  **',
  '_a_b _a_. (_a_)',
])('reads %j as micromark does', (source) => {
  expect(ours(source)).toBe(theirs(source))
})

it('reads random Markdown as micromark does, and never fails', () => {
  const bits = [
    'a',
    'bc',
    ' ',
    '\n',
    '\n\n',
    '*',
    '**',
    '_',
    '`',
    '- ',
    '1. ',
    '> ',
    '[x](y)',
    '# ',
    '  ',
    '!',
    '|',
    '\\',
    '.',
  ]
  let seed = 7
  const next = (below: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648
    return Math.floor((seed / 2147483648) * below)
  }
  const samples = Array.from({ length: 3000 }, () =>
    Array.from({ length: next(12) }, () => bits[next(bits.length)]).join(''),
  )
  // Indented code is not for chats, here it is words; what else differs are empty items in odd places.
  const different = samples.filter((source) => !/ {4}/.test(source) && ours(source) !== theirs(source))
  expect(different.length, JSON.stringify(different.slice(0, 12), null, 1)).toBeLessThan(samples.length / 200)
})
