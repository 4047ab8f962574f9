/** Messages as bots and people write them, made at random, with words that can be found again. */
import type { OutboundMessage } from '@lingxi/contract/message'
import { type Arbitrary, array, constantFrom, integer, oneof, record, tuple } from 'fast-check'

const kinds = ['退货政策', 'Rückgabe', 'shipping', '😀', '满99元包邮', '👩‍👩‍👧‍👦', '한국어', 'x'] as const

/** Each word is told from every other by its number, and ends with a mark, so that none is the beginning of another. */
const word: Arbitrary<string> = tuple(constantFrom(...kinds), integer({ min: 0, max: 99_999 })).map(
  ([kind, number]) => `${kind}${number}w`,
)
const phrase = array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '))
const url = word.map((name) => `https://shop.example/${encodeURIComponent(name)}`)

const inline: Arbitrary<string> = oneof(
  phrase,
  phrase.map((text) => `**${text}**`),
  phrase.map((text) => `_${text}_`),
  phrase.map((text) => `~~${text}~~`),
  word.map((text) => `\`${text}\``),
  tuple(phrase, url).map(([text, to]) => `[${text}](${to})`),
  tuple(phrase, url, phrase).map(([text, to, title]) => `[${text}](${to} "${title}")`),
  tuple(phrase, url).map(([text, to]) => `![${text}](${to})`),
  url.map((to) => `<${to}>`),
  url,
  word.map((text) => `<b>${text}</b>`),
  word.map((text) => `${text}\\\n${text}`),
)
const line = array(inline, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '))
const block: Arbitrary<string> = oneof(
  line,
  line.map((text) => `## ${text}`),
  array(line, { minLength: 1, maxLength: 4 }).map((items) => items.map((item) => `- ${item}`).join('\n')),
  array(line, { minLength: 1, maxLength: 3 }).map((items) =>
    items.map((item, index) => `${index + 3}. ${item}`).join('\n'),
  ),
  tuple(line, line).map(([outer, inner]) => `- ${outer}\n  - ${inner}\n\n  ${inner}`),
  tuple(phrase, phrase).map(([one, two]) => `| ${one} | ${two} |\n|---|:-:|\n| ${two} | ${one} |`),
  array(phrase, { minLength: 1, maxLength: 3 }).map((texts) => `\`\`\`\n${texts.join('\n')}\n\`\`\``),
  line.map((text) => `> ${text}`),
  tuple(phrase, word, url).map(([text, name, to]) => `[${text}][${name}]\n\n[${name}]: ${to}`),
  tuple(word, line).map(([text, note]) => `${text}[^1]\n\n[^1]: ${note}`),
  word.map((text) => text.repeat(80)),
)
const text = array(block, { minLength: 1, maxLength: 8 }).map((blocks) => blocks.join('\n\n'))

export const anyMessage = (): Arbitrary<OutboundMessage> =>
  record({
    text,
    citations: array(
      word.map((title) => ({ articleId: 'art_1', title, start: 0, end: 1, quote: '退' })),
      { maxLength: 3 },
    ),
    quickReplies: array(
      word.map((label) => ({ label, text: label })),
      { maxLength: 4 },
    ),
    attachments: array(
      tuple(word, url).map(([title, to]) => ({ kind: 'picture' as const, url: to, title, articleId: 'art_1' })),
      { maxLength: 2 },
    ),
  }).map((parts) => ({ messageId: 'msg_1', kind: 'answer', speaker: { kind: 'bot', name: '灵犀' }, ...parts }))

/** Every word of `word` that is in a text, as its number; spaces do not matter, since a text may be cut anywhere. */
export const wordsIn = (written: string): string[] =>
  [...written.replaceAll(/\s/g, '').matchAll(/\d+w/g)].map(([found]) => found)

/** How to make a text without signs; so short that a counterexample can be read. `over` counts UTF-16 units. */
export const anyLength = () =>
  record({
    units: array(constantFrom('退货', '😀', '𠮷', 'refund ', '好。', 'Yes. ', 'a\n'), { minLength: 1, maxLength: 5 }),
    before: integer({ min: 0, max: 3 }),
    times: constantFrom(1, 2),
    over: integer({ min: -2, max: 2 }),
  })
type Length = ReturnType<typeof anyLength> extends Arbitrary<infer Made> ? Made : never

/** A text a little shorter, or a little or much longer, than `longest`. */
export function textNear(longest: number, { units, before, times, over }: Length): string {
  const unit = units.join('')
  const length = longest * times + over
  const made = ('x'.repeat(before) + unit.repeat(Math.ceil(length / unit.length))).slice(0, length)
  return made.isWellFormed() ? made : made.slice(0, -1)
}
