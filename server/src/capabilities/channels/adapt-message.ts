/** Fits a message to what a channel can show. Pure; no word is lost on the way. */
import type { Attachment, Citation, OutboundMessage, QuickReply } from '@lingxi/contract/message'
import type { Abilities } from './abilities.ts'
import { toPlainText } from './plain-text.ts'

export type AdaptedMessage = {
  text: string
  citations: Citation[]
  quickReplies: QuickReply[]
  attachments: Attachment[]
}

/** One message, or several where the text is longer than the channel takes; buttons go with the last. */
export function adaptMessage(message: OutboundMessage, abilities: Abilities): AdaptedMessage[] {
  const { attachments = [] } = message
  const body = abilities.markdown ? message.text : toPlainText(message.text)
  const parts = [body]
  if (!abilities.attachments) parts.push(attachments.map((each) => linkTo(each, abilities)).join('\n'))
  if (!abilities.citations && message.citations.length > 0)
    parts.push(message.citations.map(({ title }, index) => `[${index + 1}] ${title}`).join('\n'))
  if (!abilities.quickReplies && message.quickReplies.length > 0)
    parts.push(message.quickReplies.map(({ label }) => `- ${label}`).join('\n'))
  const pieces = split(parts.filter(Boolean).join('\n\n'), abilities.longestText)
  // Buttons without a word above them are shown all the same.
  if (pieces.length === 0 && message.citations.length + message.quickReplies.length + attachments.length > 0)
    pieces.push('')
  return pieces.map((text, index) => {
    const last = index === pieces.length - 1
    return {
      text,
      citations: last && abilities.citations ? message.citations : [],
      quickReplies: last && abilities.quickReplies ? message.quickReplies : [],
      attachments: last && abilities.attachments ? attachments : [],
    }
  })
}

const linkTo = ({ title, url }: Attachment, { markdown }: Abilities) =>
  markdown ? `[${title.replace(/[[\]\\]/g, '\\$&')}](<${url}>)` : `${title} (${url})`

/** At the end of a line, else of a sentence, else of a word, else where the room ends; never inside a surrogate pair. */
function split(text: string, longest: number): string[] {
  const pieces: string[] = []
  let rest = text.trim()
  while (rest.length > longest) {
    const room = rest.slice(0, longest)
    const end =
      Math.max(room.lastIndexOf('\n') + 1, 0) ||
      lastSentence(room) ||
      room.lastIndexOf(' ') + 1 ||
      wholeCharacters(room)
    pieces.push(rest.slice(0, end).trim())
    rest = rest.slice(end).trim()
  }
  return [...pieces, rest].filter(Boolean)
}

const lastSentence = (room: string) =>
  Math.max(...['。', '！', '？', '. ', '! ', '? '].map((end) => room.lastIndexOf(end) + 1))

const wholeCharacters = (room: string) => (/[\ud800-\udbff]$/.test(room) ? room.length - 1 : room.length)
