import { expect, it } from 'vitest'
import { aLog } from '../../capabilities/learning/learning.testing.ts'
import { onBothDatabases } from '../../platform/database/database.testing.ts'
import { useHouse } from '../turn/turn.testing.ts'
import { createProposeArticle } from './propose-article.ts'

onBothDatabases('A gap that becomes an article', (opened) => {
  const house = useHouse(opened, { seed: 8_300 })

  it('waits for review, is found once it is released, and its gap with it', async () => {
    const { learning, knowledge, tenant } = house()
    const proposals = createProposeArticle(house())
    const log = aLog().asks({ question: '支持以旧换新吗？', decision: 'unknown' }).wantsPerson()
    log.replies('旧家电可以抵 200 元。').resolved().rated(true)
    const about = { id: 'cnv_gap', customerId: 'cus_gap', channel: 'web', customerName: '访客' }
    await learning.recordConversation(tenant, about, log.events)
    await learning.gaps.group(tenant)
    const stateOf = async (id: string) => (await learning.gaps.get(tenant, id)).state
    const { gaps } = await learning.gaps.list(tenant, { state: 'open', limit: 9, offset: 0 })
    const { id } = gaps[0]!

    const {
      conversations: _count,
      writer: _writer,
      modelOutcome: _outcome,
      ...draft
    } = await learning.gaps.draft(tenant, id)
    const article = await proposals.propose(tenant, id, { ...draft, by: 'stf_1' })
    expect(article).toMatchObject({
      status: 'review',
      proposal: { by: 'learning', about: id },
      body: '旧家电可以抵 200 元。',
    })
    await expect(proposals.propose(tenant, id, { ...draft, by: 'stf_2' })).rejects.toMatchObject({
      code: 'already-exists',
    })
    await proposals.follow(tenant)
    expect(await stateOf(id)).toBe('proposed')

    await knowledge.remove(tenant, article.id)
    await proposals.follow(tenant)
    expect(await stateOf(id)).toBe('open')
  })
})
