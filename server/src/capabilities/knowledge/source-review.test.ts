import { visitor } from '@lingxi/contract/audience'
import { expect, it } from 'vitest'
import { onBothDatabases } from '../../platform/database/database.testing.ts'
import { aKnowledge, plainSource } from './knowledge.testing.ts'
import type { ArticleSource } from './knowledge.ts'

const by = 'stf_lin'

onBothDatabases('What comes from a source where texts are reviewed', (opened) => {
  function start(source: Partial<ArticleSource> = {}) {
    const base = aKnowledge(opened().database, { reviewRequired: true })
    const { knowledge, tenantId } = base
    const of = { ...plainSource, ...source }
    const put = (text: string, changed = true) =>
      knowledge.putDocument(tenantId, {
        source: of,
        itemId: 'itm_1',
        document: {
          text,
          pages: [{ page: 1, start: 0 }],
          format: 'text',
          location: 'a.txt',
          title: '潜水馆几点开门？',
          tables: [],
        },
        changed,
      })
    const live = async () =>
      (await knowledge.search(tenantId, { text: '潜水馆', limit: 5, reader: visitor })).map(({ text }) => text)
    const queue = async () =>
      (await knowledge.listReviews(tenantId, { state: 'review', by, limit: 9, offset: 0 })).items
    /** Approves the one thing that waits. */
    async function approve() {
      const [item] = await queue()
      return knowledge.approve(tenantId, item!.articleId, { edition: item!.edition, by })
    }
    const kinds = async () =>
      (await knowledge.listEvents(tenantId, { limit: 50, offset: 0 })).events.map(({ kind }) => kind).toReversed()
    return { ...base, source: of, put, live, queue, approve, kinds }
  }

  it('waits as an article, then beside the live one, and is live only when approved', async () => {
    const { put, live, queue, approve, kinds, knowledge, tenantId } = start()
    expect(await put('每天六点开门。')).toMatchObject({ outcome: 'added' })
    expect(await live()).toEqual([])
    expect(await queue()).toMatchObject([{ of: 'article', mayApprove: true }])
    const { id } = await approve()
    expect(await live()).toEqual(['每天六点开门。'])

    expect(await put('每天七点开门。')).toMatchObject({ outcome: 'changed', rows: [{ reason: 'waits for review' }] })
    expect(await put('每天八点开门。')).toMatchObject({ outcome: 'changed' })
    expect(await put('每天八点开门。')).toMatchObject({ outcome: 'unchanged' })
    expect(await live()).toEqual(['每天六点开门。'])
    expect(await queue()).toMatchObject([{ of: 'revision', edition: 2, proposal: { by: 'source', about: 'itm_1' } }])
    expect(await approve()).toMatchObject({ id, version: 3, origin: { itemId: 'itm_1' } })
    expect(await live()).toEqual(['每天八点开门。'])
    expect(await knowledge.findRevision(tenantId, id)).toBeNull()
    expect(await kinds()).toEqual(['submitted', 'approved', 'proposed', 'proposed', 'approved'])
  })

  it('waits no more when the source says again what is live', async () => {
    const { put, approve, queue } = start()
    await put('每天六点开门。')
    await approve()
    await put('每天七点开门。')
    expect(await queue()).toHaveLength(1)
    expect(await put('每天六点开门。')).toMatchObject({ outcome: 'unchanged' })
    expect(await queue()).toEqual([])
  })

  it('is taken out of use at once, on record, and comes back to be reviewed', async () => {
    const { put, approve, live, queue, kinds, knowledge, tenantId } = start()
    await put('每天六点开门。')
    await approve()
    await put('每天七点开门。')
    await knowledge.withdrawDocuments(tenantId, ['itm_1'])
    expect([await live(), await queue()]).toEqual([[], []])
    expect((await kinds()).at(-1)).toBe('archived')
    await put('每天六点开门。')
    expect(await live()).toEqual([])
    expect(await queue()).toMatchObject([{ of: 'article' }])
  })

  it('does not write over what a person writes beside the live text', async () => {
    const { put, approve, knowledge, tenantId, live } = start()
    await put('每天六点开门。')
    const { id, version } = await approve()
    const draft = {
      body: '每天六点准时开门。',
      title: '潜水馆几点开门？',
      language: 'zh' as const,
      tags: [],
      alternatives: [],
    }
    await knowledge.saveRevision(tenantId, id, { ...draft, validFrom: null, validUntil: null, version, edition: 0, by })
    expect(await put('每天七点开门。')).toMatchObject({ rows: [{ outcome: 'refused' }] })
    expect(await knowledge.findRevision(tenantId, id)).toMatchObject({ draft: { body: '每天六点准时开门。' } })
    expect(await live()).toEqual(['每天六点开门。'])
  })

  it('is narrowed with its source, the text that waits as well', async () => {
    const { put, approve, knowledge, tenantId, live, source } = start()
    await put('每天六点开门。')
    const { id } = await approve()
    await put('每天七点开门。')
    const audience = { kind: 'staff' as const, groups: [] }
    await knowledge.restampSource(tenantId, { before: source, source: { ...source, audience } })
    expect(await live()).toEqual([])
    expect(await knowledge.findRevision(tenantId, id)).toMatchObject({ draft: { audience } })
    expect(await approve()).toMatchObject({ id, audience, body: '每天七点开门。' })
    expect(await live()).toEqual([])
  })

  it('goes live at once where the source is trusted', async () => {
    const { put, live, queue } = start({ trusted: true })
    await put('每天六点开门。')
    await put('每天七点开门。')
    expect(await live()).toEqual(['每天七点开门。'])
    expect(await queue()).toEqual([])
  })
})
