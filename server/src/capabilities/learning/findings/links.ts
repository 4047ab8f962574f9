/** The links of a Markdown text: to pages outside, to other articles and to headings of its own. */
export type Link = { target: string; kind: 'external' | 'article' | 'anchor'; start: number; end: number }

const written =
  /\[[^\]]*\]\(\s*<?([^)\s>]+)>?[^)]*\)|<(https?:\/\/[^>\s]+)>|(?<![(<\w])(https?:\/\/[^\s)<>"'，。；、）】]+)/g
const article = /(?:^|\/)(?:articles?|help|knowledge)\/(?:[\w-]+\/)*(art_[0-9a-z]+)/i

export function linksOf(body: string): Link[] {
  return [...body.matchAll(written)].flatMap((match): Link[] => {
    const target = (match[1] ?? match[2] ?? match[3] ?? '').replace(/[.,;:!?]+$/, '')
    const span = { start: match.index, end: match.index + match[0].length }
    const named = article.exec(target)?.[1]
    if (named) return [{ target: named, kind: 'article', ...span }]
    if (target.startsWith('#')) return [{ target: decoded(target.slice(1)), kind: 'anchor', ...span }]
    return /^https?:\/\//i.test(target) ? [{ target, kind: 'external', ...span }] : []
  })
}

/** Headings as addresses, the way Markdown pages name them. */
export function anchorsOf(body: string): Set<string> {
  const headings = [...body.matchAll(/^#{1,6}\s+(.*)$/gm)].map(([, heading]) => heading!)
  return new Set(
    headings.map((heading) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s-]/gu, '')
        .trim()
        .replace(/\s+/g, '-'),
    ),
  )
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text).toLowerCase()
  } catch {
    return text.toLowerCase()
  }
}
