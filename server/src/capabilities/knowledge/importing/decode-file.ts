import { Problem } from '@lingxi/contract/problem'

/** The text of a file in UTF-8, line ends made `\n`, a byte-order mark and stray control characters gone. Throws `not-text`. */
export function decodeFile(bytes: Uint8Array): string {
  if (bytes.includes(0)) throw new Problem('not-text', { detail: 'The file holds binary data, not text.' })
  const text = decode(bytes)
  const controls = text.match(/[^\P{Cc}\t\n\r]/gu)?.length ?? 0
  if (controls > 8 && controls > text.length / 100)
    throw new Problem('not-text', { detail: 'The file holds binary data, not text.' })
  return text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\t\n]/gu, '')
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new Problem('not-text', { detail: 'The file is not UTF-8 text; save it as UTF-8 and try again.', cause })
  }
}
