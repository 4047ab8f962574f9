/** An article as a row of its table, and back. */
import type { Audience } from '@lingxi/contract/audience'
import type {
  Article,
  ArticleDraft,
  ArticleKind,
  ArticleOrigin,
  ArticleProposal,
  ArticleStatus,
  ArticleVariant,
} from '@lingxi/contract/knowledge'
import type { Language } from '@lingxi/contract/message'
import type { ColumnType, Selectable } from 'kysely'

export type Json<T> = ColumnType<T, string, string>
export type Articles = {
  tenant_id: string
  id: string
  title: string
  body: string
  language: Language
  tags: Json<string[]>
  alternatives: Json<string[]>
  status: ArticleStatus
  valid_from: string | null
  valid_until: string | null
  version: number
  source: string | null
  audience: Json<Audience>
  category: string | null
  products: Json<string[]>
  kind: ArticleKind
  guide: ColumnType<Article['guide'], string | null, string | null>
  variants: Json<ArticleVariant[]>
  owner_id: string | null
  due_at: string | null
  origin: ColumnType<ArticleOrigin | null, string | null, string | null>
  updated_by: string | null
  translation_of: string | null
  proposal: ColumnType<ArticleProposal | null, string | null, string | null>
  reminded_at: ColumnType<string | null, never, string | null>
  expired_at: ColumnType<string | null, never, string | null>
  created_at: string
  updated_at: string
}

export const columnsOf = (draft: ArticleDraft) => ({
  title: draft.title,
  body: draft.body,
  language: draft.language,
  tags: JSON.stringify(draft.tags),
  alternatives: JSON.stringify(draft.alternatives),
  status: draft.status,
  valid_from: draft.validFrom,
  valid_until: draft.validUntil,
  audience: JSON.stringify(draft.audience),
  category: draft.category,
  products: JSON.stringify(draft.products),
  kind: draft.kind,
  guide: jsonOrNull(draft.guide),
  variants: JSON.stringify(draft.variants),
  owner_id: draft.ownerId,
  due_at: draft.dueAt,
  translation_of: draft.translationOf,
})

export const jsonOrNull = (value: unknown) => (value == null ? null : JSON.stringify(value))

export const toRow = (tenantId: string, article: Article) => ({
  tenant_id: tenantId,
  id: article.id,
  ...columnsOf(article),
  version: article.version,
  source: article.source,
  origin: jsonOrNull(article.origin),
  proposal: jsonOrNull(article.proposal),
  updated_by: article.updatedBy,
  created_at: article.createdAt,
  updated_at: article.updatedAt,
})

export const toArticle = (row: Selectable<Articles>): Article => ({
  id: row.id,
  title: row.title,
  body: row.body,
  language: row.language,
  tags: row.tags,
  alternatives: row.alternatives,
  status: row.status,
  validFrom: row.valid_from,
  validUntil: row.valid_until,
  version: row.version,
  source: row.source,
  audience: row.audience,
  category: row.category,
  products: row.products,
  kind: row.kind,
  guide: row.guide,
  variants: row.variants,
  ownerId: row.owner_id,
  dueAt: row.due_at,
  origin: row.origin,
  translationOf: row.translation_of,
  proposal: row.proposal,
  updatedBy: row.updated_by,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
})
