/**
 * Pictures and files that an article shows beside what answers: taken out of its Markdown, so that each channel can show
 * them its own way. Only what lies openly on the web is sent on; an address inside somebody's network never is. Pure.
 */
import { isIP } from 'node:net'
import type { Attachment, Citation } from '@lingxi/contract/message'

type Shown = { articleId: string; heading: string; start: number; end: number; text: string }

const most = 3
const longestTitle = 200
const written = /(?<picture>!)?\[(?<title>[^\]\n]*)\]\(\s*<?(?<url>[^)\s>]+)>?(?:\s+"[^"\n]*")?\s*\)/g
const fileName = /\.(?:pdf|docx?|xlsx?|pptx?|csv|zip)$/i
const inside = /^(?:localhost|.*\.(?:local|localhost|internal|intranet|lan|home|corp))$/i

/** Those of the cited passages, and of their neighbours under the same heading; the first in the text come first. */
export function attachmentsOf(passages: readonly Shown[], citations: readonly Citation[]): Attachment[] {
  const cited = passages.filter(({ articleId, start, end }) =>
    citations.some((citation) => citation.articleId === articleId && citation.start < end && start < citation.end),
  )
  const beside = passages.filter((passage) =>
    cited.some(({ articleId, heading }) => articleId === passage.articleId && heading === passage.heading),
  )
  const found = [...new Set([...cited, ...beside])].flatMap((passage) => attachmentsIn(passage))
  return found.filter(({ url }, place) => found.findIndex((other) => other.url === url) === place).slice(0, most)
}

function attachmentsIn({ articleId, text }: Shown): Attachment[] {
  return [...text.matchAll(written)].flatMap(({ groups }): Attachment[] => {
    const url = openAddress(groups!['url']!)
    const kind = groups!['picture'] ? 'picture' : 'file'
    if (!url || (kind === 'file' && !fileName.test(url.pathname))) return []
    return [{ kind, url: url.href, title: titleOf(groups!['title']!, url), articleId }]
  })
}

/** What is sent on is no longer in the text; a picture that may not be sent leaves its words. */
export function withoutPictures(text: string): string {
  const bare = text.replace(written, (whole, ...of: unknown[]) => {
    const { picture, title, url } = of.at(-1) as Record<string, string | undefined>
    if (!picture) return whole
    return openAddress(url!) ? '' : (title ?? '')
  })
  return bare.replace(/\n{3,}/g, '\n\n').trim() || text
}

const titleOf = (title: string, { pathname }: URL) =>
  (title.trim() || decodeName(pathname.split('/').at(-1) ?? '')).slice(0, longestTitle).toWellFormed()

function decodeName(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

/** A public https address by name, with no credentials in it. */
function openAddress(address: string): URL | undefined {
  const url = URL.parse(address)
  if (!url || url.protocol !== 'https:' || url.username || url.password) return undefined
  const host = url.hostname.replace(/^\[|\]$/g, '')
  return isIP(host) === 0 && host.includes('.') && !inside.test(host) ? url : undefined
}
