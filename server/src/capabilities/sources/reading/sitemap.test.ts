import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { createWanted } from './patterns.ts'
import { readSitemap } from './sitemap.ts'
import { normalAddress, wantedLinks } from './web-address.ts'

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text))
const all = () => true

describe('a sitemap', () => {
  it('of a million addresses gives as many as are wanted and says that there are more', async () => {
    const urls = Array.from({ length: 1_000_000 }, (_, place) => `<url><loc>http://a.example/${place}</loc></url>`)
    const bytes = bytesOf(`<?xml version="1.0"?><urlset>${urls.join('')}</urlset>`)
    let turns = 0
    const counting = setInterval(() => turns++, 1)
    const read = await readSitemap(bytes, { most: 50_000, isWanted: (address) => address.endsWith('7') })
    clearInterval(counting)
    expect(read.pages.slice(0, 2)).toEqual(['http://a.example/7', 'http://a.example/17'])
    expect([read.pages.length, read.more]).toEqual([50_000, true])
    expect(turns).toBeGreaterThan(20)
  })

  it('may be packed, in plain lines, or a list of others; pictures in it are no pages', async () => {
    const xml =
      '<urlset xmlns:image="i"><url><loc> https://a.example/&amp;x </loc><image:image><image:loc>https://a.example/p.png</image:loc></image:image></url></urlset>'
    const packed = await readSitemap(new Uint8Array(gzipSync(xml)), { most: 9, isWanted: all })
    expect(packed.pages).toEqual(['https://a.example/&x'])
    const lines = await readSitemap(bytesOf('https://a.example/1\nnonsense\n\nhttps://a.example/2'), {
      most: 9,
      isWanted: all,
    })
    expect(lines.pages).toEqual(['https://a.example/1', 'https://a.example/2'])
    const list = '<sitemapindex><sitemap><loc>https://a.example/s.xml</loc></sitemap></sitemapindex>'
    expect((await readSitemap(bytesOf(list), { most: 9, isWanted: all })).sitemaps).toEqual(['https://a.example/s.xml'])
  })
})

describe('what is wanted', () => {
  it('is said by patterns in which a star stands for anything, and exclusion wins', () => {
    const isWanted = createWanted({ include: ['/help/*'], exclude: ['*/print', '/help/*old*'] })
    expect(['/help/a', '/help/', '/help/a/print', '/help/very-old-page', '/shop'].map(isWanted)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ])
    const slow = createWanted({ include: ['*a*a*a*a*a*a*a*a*a*a*a*b'], exclude: [] })
    expect(slow('a'.repeat(50_000))).toBe(false)
  })

  it('has one spelling, is of the site, and is no picture', () => {
    expect(normalAddress('https://a.example/x?utm_source=y&id=1#part')).toBe('https://a.example/x?id=1')
    const place = {
      kind: 'site',
      by: 'crawl',
      start: 'https://www.a.example/',
      depth: 1,
      include: [],
      exclude: [],
      mostPages: 9,
      requestsPerSecond: 1,
    } as const
    const links = ['https://a.example/one#top', 'https://b.example/', 'https://a.example/photo.JPG', 'nonsense']
    expect(wantedLinks({ ...place, include: [], exclude: [] }, links)).toEqual(['https://a.example/one'])
  })
})
