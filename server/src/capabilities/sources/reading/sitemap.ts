/** Sitemaps (sitemaps.org 0.9), read as they stream: addresses come out as they are met, and it stops when enough are. */
import { Parser } from 'htmlparser2'
import { gunzipSync } from 'node:zlib'

export type Sitemap = { pages: string[]; sitemaps: string[]; more: boolean }

const mostUnpacked = 60 * 1024 * 1024

/** At most `most` pages; `more` says that there were others. Plain text with an address a line is one as well. */
export function readSitemap(
  bytes: Uint8Array,
  { most, isWanted }: { most: number; isWanted: (address: string) => boolean },
): Sitemap {
  const text = new TextDecoder().decode(unpack(bytes))
  const found: Sitemap = { pages: [], sitemaps: [], more: false }
  const take = (address: string, within: string) => {
    if (!URL.canParse(address)) return
    if (within === 'sitemap') found.sitemaps.push(address)
    else if (found.pages.length >= most) found.more = true
    else if (isWanted(address)) found.pages.push(address)
  }
  if (text.trimStart().startsWith('<')) readXml(text, take, () => found.more)
  else for (const line of text.split('\n')) if (line.trim() !== '' && !found.more) take(line.trim(), 'url')
  return found
}

function unpack(bytes: Uint8Array): Uint8Array {
  const packed = bytes[0] === 0x1f && bytes[1] === 0x8b
  return packed ? gunzipSync(bytes, { maxOutputLength: mostUnpacked }) : bytes
}

function readXml(text: string, take: (address: string, within: string) => void, isEnough: () => boolean): void {
  let within = ''
  let address: string | undefined
  const parser = new Parser(
    {
      onopentag(name) {
        const bare = name.replace(/^.*:/, '').toLowerCase()
        if (bare === 'url' || bare === 'sitemap') within = bare
        // `image:loc` and the like are of other things.
        if (name.toLowerCase() === 'loc') address = ''
      },
      ontext(part) {
        if (address !== undefined) address += part
      },
      onclosetag(name) {
        if (name.toLowerCase() !== 'loc' || address === undefined) return
        take(address.trim(), within)
        address = undefined
      },
    },
    { xmlMode: true },
  )
  const piece = 256 * 1024
  for (let place = 0; place < text.length && !isEnough(); place += piece) parser.write(text.slice(place, place + piece))
  parser.end()
}
