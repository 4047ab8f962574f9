/**
 * A graph as JSON-LD 1.1, entity by entity. Products are schema.org Products and their usual attributes its properties;
 * every other relation is an `additionalProperty`. Each statement names the article that makes it. Rejected ones stay out.
 */
import type { GraphEdgeView, GraphEntityView } from '@lingxi/contract/graph'
import { relationKeyOf } from './asking/known-relations.ts'

type Everything = { entities: Iterable<GraphEntityView>; edgesOf: (id: string) => GraphEdgeView[] }

/** Relations that schema.org has a plain property for. */
const properties: Record<string, string> = {
  material: 'material',
  colour: 'color',
  size: 'size',
  weight: 'weight',
  brand: 'brand',
  maker: 'manufacturer',
  origin: 'countryOfOrigin',
  category: 'category',
  sku: 'sku',
  warranty: 'warranty',
}
const context = { '@vocab': 'https://schema.org/', lingxi: 'urn:lingxi:graph:' }
const perChunk = 50

export async function* writeJsonLd({ entities, edgesOf }: Everything): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  yield encoder.encode(`{"@context":${JSON.stringify(context)},"@graph":[`)
  let lines: string[] = []
  let begun = false
  for (const entity of entities) {
    lines.push(`${begun || lines.length > 0 ? ',' : ''}\n${JSON.stringify(nodeOf(entity, edgesOf(entity.id)))}`)
    if (lines.length < perChunk) continue
    yield encoder.encode(lines.join(''))
    begun = true
    lines = []
    // Others have their turn between two pieces, however large the graph is.
    await new Promise((resolve) => setImmediate(resolve))
  }
  yield encoder.encode(`${lines.join('')}\n]}\n`)
}

const idOf = (entity: string) => `urn:lingxi:graph:${encodeURIComponent(entity)}`

function nodeOf({ id, name, names, type }: GraphEntityView, edges: GraphEdgeView[]): Record<string, unknown> {
  const stated = edges.filter(({ verdict }) => verdict !== 'rejected')
  const node: Record<string, unknown> = {
    '@id': idOf(id),
    '@type': type === 'product' ? 'Product' : type === 'value' ? 'PropertyValue' : 'Thing',
    name,
  }
  if (names.length > 1) node['alternateName'] = names.slice(1)
  for (const { relation, object } of stated) {
    const property = properties[relationKeyOf(relation)]
    if (property) node[property] = [...((node[property] as string[] | undefined) ?? []), object.name]
  }
  if (stated.length > 0) node['additionalProperty'] = stated.map(propertyOf)
  return node
}

function propertyOf({ relation, object, source, confidence, method, verdict }: GraphEdgeView) {
  return {
    '@type': 'PropertyValue',
    name: relation,
    value: object.name,
    valueReference: { '@id': idOf(object.id) },
    'lingxi:confidence': confidence,
    'lingxi:method': method,
    ...(verdict && { 'lingxi:verdict': verdict }),
    ...(source && {
      subjectOf: {
        '@type': 'Article',
        '@id': `urn:lingxi:article:${source.articleId}`,
        headline: source.title,
        version: source.version,
      },
      'lingxi:start': source.start,
      'lingxi:end': source.end,
    }),
  }
}
