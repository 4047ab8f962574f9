/** Sitemaps (sitemaps.org 0.9), read as they stream: addresses come out as they are met, and it stops when enough are. */
import { Parser } from 'htmlparser2'
import { setImmediate } from 'node:timers/promises'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'

export type Sitemap = { pages: string[]; sitemaps: string[]; more: boolean }

const mostUnpacked = 60 * 1024 * 1024

type Taking = { most: number; isWanted: (address: string) => boolean }

/**
 * At most `most` pages; `more` says that there were others. Plain text with an address a line is a sitemap as well.
 * Between pieces others have their turn: a sitemap may have 50 MB.
 */
export async function readSitemap(bytes: Uint8Array, { most, isWanted }: Taking): Promise<Sitemap> {
  const found: Sitemap = { pages: [], sitemaps: [], more: false }
  const take = (address: string, within: string) => {
    if (!URL.canParse(address)) return
    if (within === 'sitemap') found.sitemaps.push(address)
    else if (found.pages.length >= most) found.more = true
    else if (isWanted(address)) found.pages.push(address)
  }
  const text = await unpack(bytes)
  const isXml = new TextDecoder().decode(text.subarray(0, 1000)).trimStart().startsWith('<')
  const reader = isXml ? xmlReader(take) : lineReader(take)
  const decoder = new TextDecoder()
  for (let place = 0; place < text.length && !found.more; place += pieceBytes) {
    reader.write(decoder.decode(text.subarray(place, place + pieceBytes), { stream: true }))
    await setImmediate()
  }
  reader.end()
  return found
}

const pieceBytes = 128 * 1024

async function unpack(bytes: Uint8Array): Promise<Uint8Array> {
  const packed = bytes[0] === 0x1f && bytes[1] === 0x8b
  return packed ? promisify(gunzip)(bytes, { maxOutputLength: mostUnpacked }) : bytes
}

type Take = (address: string, within: string) => void

function lineReader(take: Take) {
  let rest = ''
  const takeLine = (line: string) => line.trim() !== '' && take(line.trim(), 'url')
  return {
    write(part: string) {
      const lines = (rest + part).split('\n')
      rest = lines.pop()!
      lines.forEach(takeLine)
    },
    end: () => void takeLine(rest),
  }
}

function xmlReader(take: Take) {
  let within = ''
  let address: string | undefined
  return new Parser(
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
}
