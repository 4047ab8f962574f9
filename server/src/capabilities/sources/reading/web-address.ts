/** One spelling for each page, and which pages are of a site. */
import type { SourcePlace } from '@lingxi/contract/source'
import { createWanted } from './patterns.ts'

/** Marks of campaigns, which change the address and not the page. */
const noise = /^(utm_\w+|gclid|fbclid|spm)$/i
const noDocument =
  /\.(png|jpe?g|gif|webp|svg|ico|bmp|css|js|mjs|json|xml|woff2?|ttf|eot|mp[34]|avi|mov|webm|wav|exe|dmg|apk|iso|gz|rar|7z)$/i

export function normalAddress(address: string): string {
  const url = new URL(address)
  url.hash = ''
  const marks = Array.from(url.searchParams.keys()).filter((name) => noise.test(name))
  for (const name of marks) url.searchParams.delete(name)
  return url.href
}

const bareHost = (host: string) => host.toLowerCase().replace(/^www\./, '')
export const isOfSite = (address: string, start: string) =>
  bareHost(new URL(address).host) === bareHost(new URL(start).host)
export const mayBeDocument = (address: string) => !noDocument.test(new URL(address).pathname)
export const pathOf = (address: string) => {
  const { pathname, search } = new URL(address)
  return pathname + search
}

/** Of the links of a page those that are of the site and wanted, each in one spelling. */
export function wantedLinks(place: Extract<SourcePlace, { kind: 'site' }>, links: string[]): string[] {
  const isWanted = createWanted(place)
  return links
    .filter((link) => URL.canParse(link))
    .map(normalAddress)
    .filter((link) => isOfSite(link, place.start) && mayBeDocument(link) && isWanted(pathOf(link)))
}
