/** The text of an HTML page: its header says the encoding, or the page itself, or its bytes. */
import { decodeText } from '../decode-text.ts'
import type { DocumentInput } from '../documents.ts'
import type { Notes } from '../refusals.ts'

export function decodeHtml({ bytes, mediaType = '' }: DocumentInput, notes: Notes): string {
  const head = Buffer.from(bytes.subarray(0, 2048)).toString('latin1')
  const told =
    /charset\s*=\s*["']?([\w-]+)/i.exec(mediaType)?.[1] ?? /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1]
  const marked = bytes[0] === 0xef || bytes[0] === 0xfe || bytes[0] === 0xff
  if (!told || marked || /^utf-?8$/i.test(told)) return decodeText(bytes, notes)
  try {
    return new TextDecoder(told).decode(bytes)
  } catch {
    return decodeText(bytes, notes)
  }
}
