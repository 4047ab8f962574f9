/** What of a company's knowledge travels when all of it is exported, and what a row from outside has to be. */
import { Article, ArticleStatus } from '@lingxi/contract/knowledge'
import { articleEventKinds, Revision, RevisionState } from '@lingxi/contract/review'
import { Instant } from '@lingxi/contract/instant'
import { Language } from '@lingxi/contract/message'
import { RelationsFigures } from '@lingxi/contract/relations'
import { SearchWordKind } from '@lingxi/contract/search-words'
import { z } from 'zod'
import type { RowTable } from '#platform/database'
import { signNames } from './ranking/signs.ts'

const id = z.string().min(1).max(80)
const version = z.int32().positive()
const shape = Article.shape

const articleRow = z.strictObject({
  id,
  title: shape.title,
  body: shape.body,
  language: shape.language,
  tags: shape.tags.unwrap(),
  alternatives: shape.alternatives.unwrap(),
  status: ArticleStatus,
  valid_from: Instant.nullable(),
  valid_until: Instant.nullable(),
  version,
  source: z.string().max(1000).nullable(),
  created_at: Instant,
  updated_at: Instant,
  audience: shape.audience.unwrap(),
  category: shape.category.unwrap(),
  products: shape.products.unwrap(),
  kind: shape.kind.unwrap(),
  guide: shape.guide.unwrap(),
  variants: shape.variants.unwrap(),
  owner_id: shape.ownerId.unwrap(),
  due_at: Instant.nullable(),
  origin: shape.origin,
  updated_by: id.nullable(),
  translation_of: shape.translationOf.unwrap(),
  proposal: shape.proposal,
})
const moments = ['valid_from', 'valid_until', 'created_at', 'updated_at', 'due_at']
const isWhole = ({ kind, guide }: Record<string, unknown>) =>
  kind === ((guide as { kind?: string } | null)?.kind ?? 'fact')

const articles = {
  table: 'articles',
  key: ['id'],
  also: [['source']],
  row: articleRow.refine(isWhole, { path: ['guide'], message: 'a fact has none, a rule and a process have theirs' }),
  moments,
} satisfies RowTable

const word = z.string().min(1).max(200)
/** What was learnt is put to work as it is, so it has to be just what learning writes (`learn-from-base.ts`). */
const learnt = z.strictObject({
  relations: z
    .strictObject({
      texts: z.int().nonnegative(),
      words: z.array(word).max(20_000),
      related: z.array(z.tuple([word, z.array(z.tuple([word, z.number()])).max(50)])).max(20_000),
    })
    .nullable(),
  weights: z.record(z.enum(signNames), z.number()).nullable(),
  success: z.array(z.tuple([id, z.number()])),
})

export const knowledgeTables = {
  articles,
  revisions: {
    table: 'article_revisions',
    key: ['article_id'],
    row: z.strictObject({
      article_id: id,
      base: version,
      edition: version,
      state: RevisionState,
      draft: Revision.shape.draft,
      comment: z.string().max(2000).nullable(),
      proposal: Revision.shape.proposal,
      origin: Revision.shape.origin,
      edited_by: id.nullable(),
      edited_at: Instant,
      submitted_by: id.nullable(),
      submitted_at: Instant.nullable(),
    }),
    moments: ['edited_at', 'submitted_at'],
  },
  versions: {
    table: 'article_versions',
    key: ['article_id', 'version'],
    row: z.strictObject({ article_id: id, version, content: articleRow }),
    inside: { content: articles },
  },
  events: {
    table: 'article_events',
    key: ['id'],
    row: z.strictObject({
      id,
      article_id: id,
      title: z.string().max(300),
      kind: z.enum(articleEventKinds),
      version: version.nullable(),
      by_staff: id.nullable(),
      at: Instant,
      comment: z.string().max(2000).nullable(),
    }),
    moments: ['at'],
  },
  words: {
    table: 'search_words',
    key: ['id'],
    also: [['kind', 'language', 'folded']],
    row: z.strictObject({
      id,
      kind: SearchWordKind,
      language: z.union([Language, z.literal('')]),
      text: z.string().min(1).max(60),
      folded: z.string().min(1).max(120),
      others: z.array(z.string().trim().min(1).max(60)).max(30),
      weight: z.number().min(0.05).max(1),
      version,
      updated_at: Instant,
      updated_by: id.nullable(),
    }),
    moments: ['updated_at'],
  },
  ratings: {
    table: 'article_ratings',
    key: ['article_id', 'rater'],
    row: z.strictObject({
      article_id: id,
      rater: z.string().min(1).max(80),
      helpful: z.boolean(),
      comment: z.string().max(2000).nullable(),
      created_at: Instant,
    }),
    moments: ['created_at'],
  },
  /** What is at work of what was learnt; versions that are not stay where they were learnt. */
  relations: {
    table: 'word_relations',
    key: ['version'],
    also: [['active']],
    only: { active: true },
    row: z.strictObject({
      version,
      state: z.literal('learnt'),
      active: z.literal(true),
      figures: RelationsFigures,
      learnt,
      created_at: Instant,
    }),
    moments: ['created_at'],
  },
} satisfies Record<string, RowTable>
