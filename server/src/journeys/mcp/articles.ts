/** Published articles as resources: those that everybody may read are listed, and one may be read by its address. */
import { Problem } from '@lingxi/contract/problem'
import type { Catalogue } from '#platform/mcp'
import { type Asker, type KnowledgeParts, mcpChannel, uriOfArticle } from './knowledge-tools.ts'

const perPage = 100
const mimeType = 'text/markdown'
const place = /^lingxi:\/\/articles\/([^/?#]{1,240})$/

export function createArticleResources(
  { knowledge }: Pick<KnowledgeParts, 'knowledge'>,
  { tenantId, reader }: Asker,
): NonNullable<Catalogue['resources']> {
  return {
    templates: [
      {
        uriTemplate: 'lingxi://articles/{id}',
        name: 'article',
        title: 'Article',
        description: 'A published article of the company’s knowledge',
        mimeType,
      },
    ],
    async list(cursor) {
      const after = cursor === undefined ? '' : Buffer.from(cursor, 'base64url').toString('utf8')
      if (after.includes('\0') || after.length > 100)
        throw new Problem('invalid-request', { detail: 'the cursor is not one of ours' })
      const rows = await knowledge.published.addresses(tenantId, { after, limit: perPage })
      const last = rows.length === perPage ? rows.at(-1) : undefined
      return {
        resources: rows.map(({ id, title }) => ({ uri: uriOfArticle(id), name: id, title, mimeType })),
        ...(last && { nextCursor: Buffer.from(last.id).toString('base64url') }),
      }
    },
    async read(uri) {
      const id = idIn(uri)
      const article = id && (await knowledge.getPublished(tenantId, id, { reader, channel: mcpChannel }))
      return article ? [{ uri, mimeType, text: `# ${article.title}\n\n${article.body}` }] : undefined
    },
  }
}

function idIn(uri: string): string | undefined {
  const written = place.exec(uri)?.[1]
  if (written === undefined) return undefined
  try {
    const id = decodeURIComponent(written)
    return id.includes('\0') ? undefined : id
  } catch {
    return undefined
  }
}
