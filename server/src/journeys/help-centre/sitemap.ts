/** The list of all pages for search engines, by the protocol of sitemaps.org: at most 50,000 addresses a file. */
import type { Language } from '@lingxi/contract/message'
import { linksFrom } from './help-links.ts'

export const perSitemap = 20_000

type Address = { id: string; title: string; language: Language; updatedAt: string }
type Place = { origin: string; base: string }

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const head = '<?xml version="1.0" encoding="UTF-8"?>\n'
const xmlns = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'

export function writeSitemap(addresses: Address[], { origin, base }: Place): string {
  const starts = (['zh', 'en'] as const).map(
    (language) => `<url><loc>${escape(origin + linksFrom(base, language).home)}</loc></url>`,
  )
  const pages = addresses.map((each) => {
    const path = linksFrom(base, each.language).article(each)
    return `<url><loc>${escape(origin + path)}</loc><lastmod>${each.updatedAt}</lastmod></url>`
  })
  return `${head}<urlset ${xmlns}>${[...starts, ...pages].join('\n')}</urlset>\n`
}

/** Where there are more than one file holds: `after` says where each begins. */
export const writeSitemapIndex = (starts: string[], { origin, base }: Place) =>
  `${head}<sitemapindex ${xmlns}>${starts
    .map(
      (after) =>
        `<sitemap><loc>${escape(`${origin}${base}/sitemap.xml?after=${encodeURIComponent(after || '-')}`)}</loc></sitemap>`,
    )
    .join('\n')}</sitemapindex>\n`

export const writeRobots = ({ origin, base }: Place) =>
  `User-agent: *\nDisallow: ${base}/zh/search\nDisallow: ${base}/en/search\nAllow: /\nSitemap: ${origin}${base}/sitemap.xml\n`
