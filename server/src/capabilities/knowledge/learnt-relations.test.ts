import { visitor } from '@lingxi/contract/audience'
import { describe, expect, it } from 'vitest'
import { onBothDatabases } from '../../platform/database/database.testing.ts'
import { aDraft, aKnowledge } from './knowledge.testing.ts'

/** Each matter is asked for in two ways that stand in the same places, and known under one of them only. */
const subjects = Array.from({ length: 24 }, (_, place) => `subject${'abcdefghijklmnopqrstuvwx'[place]}`)
const drafts = subjects.map((subject) =>
  aDraft({
    title: `How do I relinquish my ${subject} booking`,
    language: 'en',
    body: `Open your ${subject} booking and choose relinquish.`,
    alternatives: [
      `please abandon my ${subject} booking`,
      `please relinquish my ${subject} booking`,
      `abandon the ${subject} booking today`,
      `relinquish the ${subject} booking today`,
    ],
  }),
)

onBothDatabases('Learnt relations', (opened) => {
  async function start() {
    const started = aKnowledge(opened().database)
    for (const draft of drafts) await started.knowledge.add(started.tenantId, draft)
    return started
  }

  describe('are learnt when asked for', () => {
    it('with their figures, and stay off unless held-out wordings were found better', async () => {
      const { knowledge, tenantId } = await start()
      await knowledge.relations.request(tenantId)
      await knowledge.relations.request(tenantId)
      expect(await knowledge.relations.list(tenantId)).toMatchObject([
        { version: 1, state: 'requested', active: false },
      ])
      await knowledge.relations.learnRequested(tenantId)
      const [learnt] = await knowledge.relations.list(tenantId)
      expect(learnt).toMatchObject({
        version: 1,
        state: 'learnt',
        active: false,
        figures: { questions: 24, helps: false },
      })
      await knowledge.relations.learnRequested(tenantId)
      expect(await knowledge.relations.list(tenantId)).toHaveLength(1)
    })

    it('are put to work, seen by another process, told in the steps, and rolled back', async () => {
      const { knowledge, another, tenantId } = await start()
      const other = another()
      await other.load(tenantId)
      await knowledge.relations.request(tenantId)
      await knowledge.relations.learnRequested(tenantId)
      const learntStep = async (asked: typeof knowledge) =>
        (await asked.analyse(tenantId, { text: 'abandon', language: 'en' })).steps.filter(
          (step) => step.kind === 'expanded' && step.by === 'learnt',
        )
      expect(await learntStep(knowledge)).toEqual([])
      await knowledge.relations.activate(tenantId, 1)
      expect(await learntStep(knowledge)).toMatchObject([{ others: expect.arrayContaining(['relinquish']) }])
      const tried = { text: 'abandon', language: 'en', trial: { at: 0, learnt: false } } as const
      expect((await knowledge.analyse(tenantId, tried)).steps).toEqual([])
      await other.reload(tenantId, 'relations')
      expect(await learntStep(other)).toHaveLength(1)
      expect(await learntStep(another())).toHaveLength(1)
      await knowledge.relations.rollBack(tenantId)
      expect(await learntStep(knowledge)).toEqual([])
      await expect(knowledge.relations.activate(tenantId, 7)).rejects.toMatchObject({ code: 'not-found' })
    })
  })

  it('what served customers is learnt from, and another company is not touched by it', async () => {
    const { knowledge, tenantId } = await start()
    const [found] = await knowledge.find(tenantId, { text: 'relinquish', language: 'en', reader: visitor })
    const served = { question: 'call it off', language: 'en' as const, articleId: found!.articleId, value: 1 }
    await knowledge.relations.request(tenantId)
    await knowledge.relations.learnRequested(tenantId, async () => [served])
    expect((await knowledge.relations.list(tenantId))[0]!.figures!.texts).toBeGreaterThan(drafts.length)
    const stranger = aKnowledge(opened().database)
    expect(await stranger.knowledge.relations.list(stranger.tenantId)).toEqual([])
  })
})
