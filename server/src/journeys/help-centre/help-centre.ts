/**
 * A reader without an account looks for help by themselves: what the company has published for everybody, as pages that
 * work without a script. Promises: nothing that is not public, published and valid now is ever on a page, in a list, in a
 * result or in the sitemap; what cannot be found is a page that says so.
 */
import { visitor } from '@lingxi/contract/audience'
import { type Language, languages } from '@lingxi/contract/message'
import type { Settings } from '@lingxi/contract/staff'
import { helpCentreChannel } from '@lingxi/contract/variant'
import type { Knowledge } from '#knowledge'
import type { Learning } from '#learning'
import type { Setting } from './layout.ts'
import { wordsFor } from './layout.ts'
import { linksFrom } from './help-links.ts'
import { withoutQuotes } from './quotes.ts'
import { writeArticle, writeHome, writeMissing, writeResults, writeTopic } from './pages.ts'
import { perSitemap, writeRobots, writeSitemap, writeSitemapIndex } from './sitemap.ts'

type Parts = {
  tenantId: string
  knowledge: Pick<Knowledge, 'published' | 'search' | 'getPublished'>
  learning: Pick<Learning, 'helpCentre'>
  settings: (tenantId: string) => Promise<Settings>
}
/** Scheme and host that the reader used, and what stands before every path: nothing on the company's own domain. */
export type Place = { origin: string; base: string }
export type Shown = { status: 200 | 404; html: string }
type Rating = {
  articleId: string
  rater: string
  helpful: boolean
  comment: string | null
  /** Whether the comment, or that there is none, is kept in mind for what the knowledge lacks. */
  note: boolean
  from?: string | undefined
}
export type HelpCentre = ReturnType<typeof createHelpCentre>

const channel = helpCentreChannel
const perCard = 5
const perPage = 30
const mostResults = 20
const mostSuggestions = 7
const mostRelated = 4

export function createHelpCentre({ tenantId, knowledge, learning, settings }: Parts) {
  const { published } = knowledge
  const noted = learning.helpCentre

  async function settingOf(language: Language, place: Place): Promise<Setting> {
    const chosen = await settings(tenantId)
    const { domain } = chosen.helpCentre
    const origin = domain ? `https://${domain}` : place.origin
    const links = linksFrom(place.base, language)
    return { language, settings: chosen, links, words: wordsFor(language), origin, base: place.base }
  }
  const ok = async (html: Promise<string>): Promise<Shown> => ({ status: 200, html: await html })
  const missing = async (setting: Setting): Promise<Shown> => ({ status: 404, html: await writeMissing(setting) })

  /** Articles that fit, each once, the best first; what a reader has in quotes has to stand in them as it is written. */
  async function find(text: string, language: Language, { most, literal = true }: { most: number; literal?: boolean }) {
    if (text.trim() === '') return []
    const hits = await knowledge.search(tenantId, {
      text,
      language,
      reader: visitor,
      channel,
      literal,
      limit: most * 3,
    })
    const byArticle = new Map(hits.toReversed().map((hit) => [hit.articleId, hit]))
    return hits
      .filter((hit) => byArticle.get(hit.articleId) === hit)
      .slice(0, most)
      .map(({ articleId: id, title, text: excerpt }) => ({ id, title, excerpt }))
  }

  return {
    isOpen: async () => (await settings(tenantId)).helpCentre.enabled,
    settings: () => settings(tenantId),

    async home(language: Language, place: Place): Promise<Shown> {
      const topics = await published.topics(tenantId, { language, limit: perCard })
      return ok(writeHome(await settingOf(language, place), topics))
    },

    async topic(language: Language, place: Place, { topic, page }: { topic: string; page: number }): Promise<Shown> {
      const setting = await settingOf(language, place)
      const offset = (page - 1) * perPage
      const asked = { language, topic, limit: perPage, offset }
      const { articles, total } = await published.list(tenantId, asked)
      if (total === 0) return missing(setting)
      return ok(writeTopic(setting, { topic, articles, total, page, perPage }))
    },

    /** `from`: the search from whose results it was opened. */
    async article(
      language: Language,
      place: Place,
      { id, rated, from }: { id: string; rated: boolean; from?: string | undefined },
    ): Promise<Shown> {
      const setting = await settingOf(language, place)
      const article = await knowledge.getPublished(tenantId, id, { reader: visitor, channel })
      if (!article || article.language !== language) return missing(setting)
      if (from !== undefined && !rated) await noted.opened(tenantId, from, id)
      const near = await find(article.title, language, { most: mostRelated + 1, literal: false })
      const related = near.filter((each) => each.id !== id).slice(0, mostRelated)
      return ok(writeArticle(setting, { article, related, rated, from }))
    },

    /** `note`: whether what was looked for is kept in mind, for what the knowledge lacks. */
    async results(language: Language, place: Place, { query, note }: { query: string; note: boolean }): Promise<Shown> {
      const found = await find(query, language, { most: mostResults })
      const asked = { text: withoutQuotes(query), language, found: found.length }
      const from = note ? await noted.searched(tenantId, asked) : undefined
      return ok(writeResults(await settingOf(language, place), { query, found, from }))
    },

    /** While a reader types: titles and where they are. */
    async suggest(language: Language, place: Place, query: string) {
      const links = linksFrom(place.base, language)
      const found = await find(query, language, { most: mostSuggestions })
      return { suggestions: found.map((each) => ({ title: each.title, href: links.article(each) })) }
    },

    /**
     * Notes what a reader says of an article, and of the search that led to it; `false` when there is no such article for
     * them.
     */
    async rate({ from, note, ...rating }: Rating): Promise<boolean> {
      const { articleId, rater, helpful, comment } = rating
      const article = await knowledge.getPublished(tenantId, articleId, { reader: visitor })
      if (!article) return false
      await published.rate(tenantId, rating)
      if (from !== undefined && !helpful) await noted.unhelped(tenantId, from)
      if (note) await noted.commented(tenantId, { articleId, rater, text: comment ?? '', language: article.language })
      return true
    },

    /** `after`: which of several files; absent where the first asks for all. */
    async sitemap(place: Place, after: string | undefined): Promise<string> {
      const { origin } = await settingOf('zh', place)
      const where = { ...place, origin }
      const pageAfter = (start: string) => published.addresses(tenantId, { after: start, limit: perSitemap })
      const first = await pageAfter(after === '-' ? '' : (after ?? ''))
      if (after !== undefined || first.length < perSitemap) return writeSitemap(first, where)
      const starts = ['']
      for (let page = first; page.length === perSitemap; page = await pageAfter(starts.at(-1)!))
        starts.push(page.at(-1)!.id)
      return writeSitemapIndex(starts, where)
    },

    async robots(place: Place): Promise<string> {
      const { origin } = await settingOf('zh', place)
      return writeRobots({ ...place, origin })
    },

    /** The language that a browser asks for, where it is one of ours. */
    async languageFor(accepted: string): Promise<Language> {
      const wanted = accepted.split(',').map((part) => part.trim().slice(0, 2).toLowerCase())
      const known = wanted.find((each): each is Language => languages.some((language) => language === each))
      return known ?? (await settings(tenantId)).defaultLanguage
    },
  }
}
