import { z } from 'zod'
import {
  Article,
  ArticleChange,
  ArticleChanges,
  ArticleDraft,
  ArticleKind,
  ArticleRow,
  ArticleStatus,
  ChangedArticle,
  ImportReport,
  SearchHit,
} from './knowledge.ts'
import { TrialOptions, TriedQuestion } from './trying.ts'
import { Language } from './message.ts'
import { route } from './route.ts'

const byId = z.strictObject({ id: z.string().max(80) })
const question = z.string().trim().min(1).max(1000)

const name = z.string().trim().min(1).max(60)
/** The customer in whose place a question is tried; without it, a visitor of the web chat. */
const AsCustomer = z
  .strictObject({
    signedIn: z.boolean().default(false),
    tier: name.nullable().default(null),
    region: name.nullable().default(null),
    channel: name.default('web'),
  })
  .meta({ id: 'AsCustomer' })

/** Articles: kept, imported, searched, and tried. */
export const knowledgeRoutes = {
  listArticles: route({
    method: 'GET',
    path: '/api/v1/knowledge/articles',
    area: 'Knowledge',
    access: 'staff',
    summary: 'Articles, what changed last first; `q` looks in titles, other wordings and texts',
    query: z.strictObject({
      q: z.string().max(200).optional(),
      status: ArticleStatus.optional(),
      category: z.string().max(200).optional(),
      language: Language.optional(),
      kind: ArticleKind.optional(),
      tag: z.string().max(60).optional(),
      /** The article number of a product it is about. */
      product: z.string().max(80).optional(),
      /** The id of the source it was imported from. */
      source: z.string().max(80).optional(),
      /** The staff id of who looks after it. */
      owner: z.string().max(80).optional(),
      audience: z.enum(['public', 'customers', 'tiers', 'staff']).optional(),
      /** Only what has to be looked at again now. */
      due: z.stringbool().optional(),
      /** Only what is over. */
      ended: z.stringbool().optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
      offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
    }),
    ok: z.strictObject({
      articles: z.array(ArticleRow),
      total: z.int(),
      /** How many fit in each status, whatever status is asked for. */
      counts: z.record(ArticleStatus, z.int()),
      tags: z.array(z.string()),
      categories: z.array(z.string()),
    }),
  }),
  addArticle: route({
    method: 'POST',
    path: '/api/v1/knowledge/articles',
    area: 'Knowledge',
    access: 'supervisor',
    summary: 'Add an article; a published one is found from the next question on',
    body: ArticleDraft,
    ok: Article,
    status: 201,
  }),
  getArticle: route({
    method: 'GET',
    path: '/api/v1/knowledge/articles/:id',
    area: 'Knowledge',
    access: 'staff',
    summary: 'One article',
    params: byId,
    ok: Article,
  }),
  changeArticle: route({
    method: 'PUT',
    path: '/api/v1/knowledge/articles/:id',
    area: 'Knowledge',
    access: 'supervisor',
    summary: 'Replace an article; `version` is the one the edit started from',
    params: byId,
    body: ArticleChange,
    ok: Article,
  }),
  changeArticles: route({
    method: 'POST',
    path: '/api/v1/knowledge/articles/changes',
    area: 'Knowledge',
    access: 'supervisor',
    summary: 'Change the same of many articles; each is told of, and one that is refused holds up no other',
    body: z.strictObject({ ids: z.array(z.string().max(80)).min(1).max(200), change: ArticleChanges }),
    ok: z.strictObject({ results: z.array(ChangedArticle) }),
  }),
  removeArticle: route({
    method: 'DELETE',
    path: '/api/v1/knowledge/articles/:id',
    area: 'Knowledge',
    access: 'supervisor',
    summary: 'Remove an article',
    params: byId,
    ok: z.null(),
    status: 204,
  }),
  listTranslations: route({
    method: 'GET',
    path: '/api/v1/knowledge/articles/:id/translations',
    area: 'Knowledge',
    access: 'supervisor',
    summary: 'The same text in other languages',
    params: byId,
    ok: z.strictObject({ translations: z.array(ArticleRow) }),
  }),
  importFile: route({
    method: 'POST',
    path: '/api/v1/knowledge/imports',
    area: 'Knowledge',
    access: 'supervisor',
    summary:
      'Import a file, sent as the body: Markdown (.md, one article) or CSV (.csv, columns question, answer, and optionally alternatives and tags, separated by |). The same file again changes only what differs',
    query: z.strictObject({
      name: z.string().trim().min(1).max(200),
      /** For what the file itself does not say; Markdown may say it in its front matter. */
      language: Language.optional(),
      status: z.enum(['draft', 'published']).default('published'),
    }),
    body: 'bytes',
    ok: ImportReport,
  }),
  search: route({
    method: 'GET',
    path: '/api/v1/knowledge/search',
    area: 'Knowledge',
    access: 'staff',
    summary:
      'The passages that fit best, with what each word added; words in quotes have to stand in them as they are written',
    query: z.strictObject({
      q: question,
      language: Language.optional(),
      limit: z.coerce.number().int().min(1).max(50).default(10),
      /** Only in articles of this category or below it, about this product, of this source. */
      category: z.string().trim().min(1).max(200).optional(),
      product: z.string().trim().min(1).max(60).optional(),
      source: z.string().max(80).optional(),
    }),
    ok: z.strictObject({ hits: z.array(SearchHit), milliseconds: z.number() }),
  }),
  tryQuestion: route({
    method: 'POST',
    path: '/api/v1/knowledge/try',
    area: 'Knowledge',
    access: 'staff',
    summary: 'What the bot would answer to a given customer, and why',
    body: z.strictObject({ question, as: AsCustomer.optional(), ...TrialOptions.shape }),
    ok: TriedQuestion,
  }),
}
