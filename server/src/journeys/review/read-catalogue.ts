/** The products that the company sells, as its catalogue's articles name them: article number, name and price. */
import type { Article } from '@lingxi/contract/knowledge'
import type { Knowledge } from '#knowledge'
import type { Product } from '#learning'

const page = 200
const number = /(?:货号|Article number|SKU)\s*[：:]\s*([\w-]+)/i
const price = /(?:价格|售价|Price)\s*[：:]\s*[¥￥$€£]?\s*(\d+(?:\.\d+)?)/i

export async function readCatalogue(
  knowledge: Pick<Knowledge, 'list' | 'findAll'>,
  tenantId: string,
): Promise<Product[]> {
  const products: Product[] = []
  for (let offset = 0; ; offset += page) {
    const { articles } = await knowledge.list(tenantId, { tag: 'product', status: 'published', limit: page, offset })
    for (const article of await knowledge.findAll(
      tenantId,
      articles.map(({ id }) => id),
    )) {
      const product = productOf(article)
      if (product) products.push(product)
    }
    if (articles.length < page) break
  }
  return products.toSorted((one, other) => one.articleId.localeCompare(other.articleId))
}

function productOf({ id, title, body }: Article): Product | undefined {
  const code = number.exec(body)?.[1]
  const stated = price.exec(body)?.[1]
  return code ? { code, name: title, price: stated === undefined ? null : Number(stated), articleId: id } : undefined
}
