/** Addresses within the help centre. `base` is empty on the company's own domain, `/help` elsewhere. */
import type { Language } from '@lingxi/contract/message'

export type Links = ReturnType<typeof linksFrom>

const part = (text: string) => encodeURIComponent(text)

export function linksFrom(base: string, language: Language) {
  const here = `${base}/${language}`
  return {
    home: here,
    homeIn: (other: Language) => `${base}/${other}`,
    topic: (topic: string, page = 1) =>
      `${here}/topics/${topic.split('/').map(part).join('/')}${page > 1 ? `?page=${page}` : ''}`,
    /** `from`: the search that shows it. */
    article: ({ id, title }: { id: string; title: string }, from?: string) =>
      `${here}/articles/${part(id)}/${slugOf(title)}${fromOf(from)}`,
    rating: (id: string, from?: string) => `${here}/articles/${part(id)}/rating${fromOf(from)}`,
    search: `${here}/search`,
    suggest: `${here}/suggest`,
    style: `${base}/help.css`,
    theme: `${base}/theme.css`,
    script: `${base}/help.js`,
  }
}

const fromOf = (from: string | undefined) => (from === undefined ? '' : `?from=${part(from)}`)

/** Readable at the end of an address, for people and search engines; only the id before it counts. */
export function slugOf(title: string): string {
  const words = title.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '-')
  return part(
    [...words]
      .slice(0, 60)
      .join('')
      .replaceAll(/^-+|-+$/g, '') || 'article',
  )
}
