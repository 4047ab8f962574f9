import { api } from '@lingxi/contract/api'
import { describe, expect, it } from 'vitest'
import type { LanguageModel } from '../platform/models/models.ts'
import { problemOf, useServer } from './main.testing.ts'

describe('the knowledge graph over HTTP', () => {
  const server = useServer()
  const body = {
    title: '北岭风衣',
    body: '- 货号：SG-9\n- 价格：¥459\n- 面料：蜡棉',
    language: 'zh' as const,
    status: 'published' as const,
  }

  it('follows an article, and shows each edge with its place in it', async () => {
    const { call } = await server().signIn('supervisor')
    const article = await call(api.addArticle, { body })
    await expect
      .poll(async () => (await call(api.searchEntities, { query: { q: '北岭风衣' } })).entities[0]?.type)
      .toBe('product')
    const { entities } = await call(api.searchEntities, { query: { q: '北岭风衣' } })
    const { edges } = await call(api.getNeighbourhood, { query: { id: entities[0]!.id } })
    const price = edges.find(({ relation }) => relation === '价格')!
    expect(price.source).toMatchObject({ articleId: article.id, version: 1 })
    expect(body.body.slice(price.source!.start, price.source!.end)).toBe('价格：¥459')

    const { answers } = await call(api.askGraph, { body: { question: '北岭风衣多少钱', language: 'zh' } })
    expect(answers[0]).toMatchObject({ answers: ['¥459'], clear: true, paths: [[{ from: '北岭风衣', to: '¥459' }]] })
  })

  it('lets supervisors curate, writes down who did, and refuses others', async () => {
    const { call, id } = await server().signIn('supervisor')
    const draft = { subject: { name: '北岭风衣' }, relation: '设计师', object: { name: '林青' } }
    const edge = await call(api.addEdge, { body: draft })
    expect(await call(api.judgeEdge, { body: { id: edge.id, verdict: 'confirmed' } })).toMatchObject({
      verdict: 'confirmed',
    })
    const { changes } = await call(api.listGraphChanges, {})
    expect(changes.slice(0, 2).map(({ kind, by }) => [kind, by])).toEqual([
      ['confirmed', id],
      ['edge-added', id],
    ])
    const { token } = await server().signIn('staff')
    const refused = await server().request({ method: 'POST', url: api.addEdge.path, payload: draft, token })
    expect(problemOf(refused).code).toBe('not-allowed')
  })

  it('is exported as JSON-LD', async () => {
    const { token } = await server().signIn('supervisor')
    const { headers, body: text } = await server().request({ method: 'GET', url: api.exportGraph.path, token })
    expect(headers['content-type']).toContain('application/ld+json')
    const document = JSON.parse(text) as {
      '@context': object
      '@graph': { '@id': string; '@type': string; name: string }[]
    }
    expect(document['@graph'].find(({ name }) => name === '北岭风衣')).toMatchObject({
      '@type': 'Product',
      sku: ['SG-9'],
      material: ['蜡棉'],
    })
    expect(new Set(document['@graph'].map((node) => node['@id'])).size).toBe(document['@graph'].length)
  })
})

describe('the knowledge graph with a model', () => {
  const line = { subject: '北岭风衣', relation: '设计师', object: '林青', quote: '由林青主笔' }
  const model: LanguageModel = {
    name: 'reading',
    async *stream({ system }) {
      if (system.includes('knowledge graph')) yield JSON.stringify(line)
    },
  }
  const server = useServer({ model })

  it('holds what the model reads in an article, with its place there', async () => {
    const { call } = await server().signIn('supervisor')
    const body = '- 货号：SG-9\n\n这一件由林青主笔。'
    const draft = { title: '北岭风衣', body, language: 'zh' as const, status: 'published' as const }
    await call(api.addArticle, { body: draft })
    await server().parts.followGraph.idleFurther()
    const { entities } = await call(api.searchEntities, { query: { q: '北岭风衣' } })
    const { edges } = await call(api.getNeighbourhood, { query: { id: entities[0]!.id } })
    const edge = edges.find(({ method }) => method === 'model')!
    expect(edge.relation).toBe('设计师')
    expect(body.slice(edge.source!.start, edge.source!.end)).toBe('由林青主笔')
  })
})
