import { expect, it } from 'vitest'
import { onBothDatabases } from '../../platform/database/database.testing.ts'
import { aDraft, aKnowledge } from './knowledge.testing.ts'

onBothDatabases('The same text in other languages', (opened) => {
  function start() {
    const base = aKnowledge(opened().database)
    const { knowledge, tenantId } = base
    return {
      ...base,
      english: (translationOf: string | null) =>
        knowledge.add(tenantId, aDraft({ title: 'How do I return it?', language: 'en', translationOf })),
      titlesBeside: async (id: string) =>
        (await knowledge.listTranslations(tenantId, await knowledge.get(tenantId, id))).map(({ title }) => title),
    }
  }

  it('is found from each of them', async () => {
    const { knowledge, tenantId, english, titlesBeside } = start()
    const original = await knowledge.add(tenantId, aDraft())
    expect(await titlesBeside(original.id)).toEqual([])
    const translation = await english(original.id)
    expect(translation.translationOf).toBe(original.id)
    expect(await titlesBeside(original.id)).toEqual(['How do I return it?'])
    expect(await titlesBeside(translation.id)).toEqual(['怎么退货？'])
  })

  it('points to the first of its kind, also where a translation was named', async () => {
    const { knowledge, tenantId, english } = start()
    const original = await knowledge.add(tenantId, aDraft())
    const translation = await english(original.id)
    const again = await knowledge.add(tenantId, aDraft({ title: '退货怎么办？', translationOf: translation.id }))
    expect(again.translationOf).toBe(original.id)
  })

  it('is no article of the same language, none that is gone, and not itself', async () => {
    const { knowledge, tenantId, english } = start()
    const original = await knowledge.add(tenantId, aDraft())
    const refused = (call: Promise<unknown>) =>
      expect(call).rejects.toMatchObject({
        code: 'invalid-request',
        errors: [{ path: 'body.translationOf' }],
      })
    await refused(knowledge.add(tenantId, aDraft({ translationOf: original.id })))
    await refused(english('art_gone'))
    await refused(knowledge.change(tenantId, original.id, { ...aDraft({ translationOf: original.id }), version: 1 }))
    const other = start()
    await refused(other.english(original.id))
  })

  it('stands alone again once the original is gone', async () => {
    const { knowledge, tenantId, english, titlesBeside } = start()
    const original = await knowledge.add(tenantId, aDraft())
    const translation = await english(original.id)
    await knowledge.remove(tenantId, original.id)
    expect(await knowledge.get(tenantId, translation.id)).toMatchObject({ translationOf: null, version: 1 })
    expect(await titlesBeside(translation.id)).toEqual([])
  })
})
