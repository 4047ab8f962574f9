/** The small matters of Markdown's text: what a reference stands for, and where a link may lead. */

const named: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
  copy: '©',
  reg: '®',
  trade: '™',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  middot: '·',
  times: '×',
  yen: '¥',
  euro: '€',
}

/** Rare names are left as they were typed: the full list would weigh more than the widget. */
export function decodeReference(reference: string): string {
  const name = reference.slice(1, -1)
  if (name[0] !== '#') return named[name] ?? reference
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10)
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD'
}

/** Undoes the escapes and references of an address. */
export const decodeText = (text: string): string =>
  text.replace(/\\([!-/:-@[-`{-~])|&(?:#\d+|#x[\da-f]+|\w+);/gi, (found, escaped?: string) =>
    escaped === undefined ? decodeReference(found) : escaped,
  )

/** A list of what is allowed, as what is dangerous cannot be listed. Relative addresses are the page's. */
export function safeAddress(address: string, protocols = /^(https?|mailto|tel)$/i): string | undefined {
  const protocol = /^([^/?#:]*):/.exec(address)?.[1]
  return protocol === undefined || protocols.test(protocol) ? address : undefined
}

const bareAddress = /https?:\/\/[^\s<>"'`\p{Script=Han}，。、；：！？（）「」《》【】]+/giu

/** Splits text at the web addresses in it, without the punctuation that ends a sentence. */
export function splitAddresses(text: string): { text: string; address?: string }[] {
  const parts: { text: string; address?: string }[] = []
  let from = 0
  for (const { 0: found, index } of text.matchAll(bareAddress)) {
    const address = found.replace(/[.,;:!?)\]}*_~]+$/, '')
    if (index > from) parts.push({ text: text.slice(from, index) })
    parts.push({ text: address, address })
    from = index + address.length
  }
  if (from < text.length) parts.push({ text: text.slice(from) })
  return parts
}
