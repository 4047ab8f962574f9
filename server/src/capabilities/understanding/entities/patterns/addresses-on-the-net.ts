/** E-mail addresses, web addresses and IP addresses. */
import { isIPv4, isIPv6 } from 'node:net'
import { type Found, findEach } from '../found.ts'

/** The local part and the domain as people have them; quoted local parts are left out (RFC 5321 allows them, nobody types them). */
const email =
  /(?<![\w.%+@-])[a-z0-9](?:[\w%+-]|\.(?=[\w%+-])){0,63}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,6}[a-z]{2,24}(?![\w@])/g
const full = /(?<![a-z0-9])https?:\/\/[\w.~:/?#[\]@!$&'()*+,;=%-]{3,2000}/g
const bare =
  /(?<![\w@.-])(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,5}(?:com|cn|net|org|io|co|shop|store|top|app|dev|me|info|tv|hk|uk|de|fr|jp|eu|gov|edu)(?![\w@-])(?:\/[\w.~/?#@!$&*+=%-]{0,2000})?/g
const ip4 = /(?<![\d.]|v|版本 ?|version )\d{1,3}(?:\.\d{1,3}){3}(?![\d.]*\d)/g
const ip6 = /(?<![\w:])(?:[\da-f]{0,4}:){2,7}[\da-f]{0,4}(?![\w:])/g
const trailing = /[.,;:!?'")\]]+$/

export function readEmails(folded: string): Found[] {
  if (!folded.includes('@')) return []
  return findEach(folded, email, ([address]) => reading('email-address', address, 0.98))
}

export function readUrls(folded: string): Found[] {
  if (!folded.includes('.')) return []
  return [
    ...findEach(folded, full, ([address]) => reading('url', address.replace(trailing, ''), 0.98)),
    ...findEach(folded, bare, ([address]) => reading('url', address.replace(trailing, ''), 0.85)),
  ].map(cutTail)
}

/** A mark at the end belongs to the sentence. */
const cutTail = (found: Found): Found =>
  found.value.kind === 'text' ? { ...found, end: found.start + found.value.text.length } : found

export function readIpAddresses(folded: string): Found[] {
  const four = folded.includes('.')
    ? findEach(folded, ip4, ([written]) => (isIPv4(written) ? reading('ip-address', written, 0.9) : undefined))
    : []
  if (!folded.includes(':')) return four
  return [
    ...four,
    ...findEach(folded, ip6, ([written]) =>
      isIPv6(written) && /[\da-f]/.test(written) ? reading('ip-address', written, 0.9) : undefined,
    ),
  ]
}

const reading = (type: string, address: string, confidence: number) => ({
  type,
  value: { kind: 'text' as const, text: address },
  confidence,
})
