import { expect, it } from 'vitest'
import { choose, probabilitiesOf } from '../../capabilities/dialogue/policy/bandit/choose.ts'
import { type Arm, type Features } from '../../capabilities/dialogue/policy/bandit/learnt.ts'
import { onBothDatabases } from '../../platform/database/database.testing.ts'
import { aCompanyInAWorld, day } from './world.testing.ts'

onBothDatabases('Choosing between ways', (opened) => {
  /** A company that tried ways out with so many customers, a good week ago. */
  async function aCompanyThatTried(messages: number, more: Parameters<typeof aCompanyInAWorld>[1] = {}) {
    const company = aCompanyInAWorld(opened(), more)
    await company.change({ frozen: false })
    await company.serve(messages)
    company.clock.move(8 * day)
    return company
  }

  it('learns, is put in use, is read again from the database, and solves more than what it came with', async () => {
    const company = await aCompanyThatTried(3_000)
    const { tenantId, learn, use, change, serve, choosing } = company
    await change({ frozen: true })
    const before = await serve(1_000)
    await change({ frozen: false })
    const learnt = await learn(tenantId, null)
    expect(learnt).toMatchObject({ outcome: 'learnt', version: { number: 1, state: 'candidate', createdBy: null } })
    const { judgement, samples } = (await choosing.get(tenantId, 1))!
    expect(judgement).toMatchObject({ against: 0, verdict: 'not-worse' })
    // Those of the week in between do not count yet; a third is held back.
    expect(samples + judgement!.candidate.samples).toBe(3_000)
    expect(await choosing.choices.count(tenantId)).toMatchObject({ made: 4_000, known: 3_000, tried: 3_000 })
    await use(1)
    await change({ frozen: true })
    const other = aCompanyInAWorld(opened(), { at: tenantId, seed: 'other' })
    const read = await other.policyOf(tenantId)
    expect(read).toEqual(await company.policyOf(tenantId))
    expect(read).toMatchObject({ learnt: { version: 1 }, frozen: true })
    const [after, elsewhere] = [await serve(1_000), await other.serve(1_000)]
    expect(Math.min(after, elsewhere)).toBeGreaterThan(before + 0.1)
    // What was said of it beforehand holds: it was judged as one that tries out, which brings a little less.
    const { lower, upper } = judgement!.candidate.doublyRobust
    expect([after > lower - 0.03, after < upper + 0.06]).toEqual([true, true])
  })

  it('is decided again from its log alone, with the propensity that the choice was made with', async () => {
    const company = await aCompanyThatTried(200)
    const { tenantId, learn, learntOf, talks, choosing } = company
    await learn(tenantId, null)
    let tried = 0
    for (const { state, events } of talks.values()) {
      const [decided] = events
      const { explored } = (decided as { why: { dialogue: { explored: ReturnType<typeof choose> } } }).why.dialogue
      const policy = { learnt: await learntOf(tenantId, explored.learnt), frozen: explored.frozen }
      const features = explored.features as Features
      const arms = explored.arms as Arm[]
      expect(choose(policy, { arms, features, seed: `${state.id}:1` })).toEqual(explored)
      expect(explored.chosen).toBe(arms[explored.draws.indexOf(Math.max(...explored.draws))])
      const propensities = probabilitiesOf(policy, { arms, features })
      expect(explored.propensity).toBe(propensities[arms.indexOf(explored.chosen as Arm)])
      if (explored.propensity < 1) tried++
    }
    expect(tried).toBe(200)
    const kept = await choosing.choices.known(tenantId, 1_000)
    for (const { conversation_id: id, propensity, features } of kept) {
      const [decided] = talks.get(id)!.events
      expect(decided).toMatchObject({ why: { dialogue: { explored: { propensity, features } } } })
    }
    expect(kept).toHaveLength(200)
  })

  it('counts an outcome a week after, when whoever comes back has had the time to', async () => {
    const { tenantId, talk, gather, policyOf, choosing, clock } = aCompanyInAWorld(opened())
    const policy = await policyOf(tenantId)
    const { id: first } = talk(policy, { customer: 'cus_back', rates: false })
    talk(policy, { rates: false })
    await gather(tenantId)
    const told = async () => {
      const { contexts } = await choosing.choices.tell(tenantId, '2000-01-01T00:00:00.000Z')
      const ways = contexts.find(({ context }) => context === 'all')!.ways.filter(({ taken }) => taken > 0)
      return ways.map(({ taken, known, back, endings }) => [taken, known, back, endings.quiet])
    }
    const sum = async () =>
      (await told()).reduce((one, other) => one.map((value, at) => value + other[at]!), [0, 0, 0, 0])
    expect(await sum()).toEqual([2, 0, 0, 2])
    clock.move(3 * day)
    talk(policy, { customer: 'cus_back', rates: false })
    clock.move(5 * day)
    await gather(tenantId)
    await gather(tenantId)
    expect(await sum()).toEqual([3, 2, 1, 3])
    const known = await choosing.choices.known(tenantId, 10)
    expect(Object.fromEntries(known.map(({ conversation_id: id, reward }) => [id === first, reward]))).toEqual({
      true: 0.3,
      false: 0.6,
    })
  })

  it('learns nothing where too little is new, and judges nothing by what chance had no part in', async () => {
    const company = aCompanyInAWorld(opened())
    const { tenantId, serve, learn, clock, use } = company
    await serve(300)
    expect(await learn(tenantId, 'stf_1')).toEqual({ outcome: 'nothing-new', known: 0, needed: 50 })
    clock.move(8 * day)
    expect(await learn(tenantId, 'stf_1')).toMatchObject({
      outcome: 'learnt',
      version: { judgement: null, createdBy: 'stf_1' },
    })
    expect(await learn(tenantId, 'stf_1')).toEqual({ outcome: 'nothing-new', known: 300, needed: 350 })
    await expect(use(1)).rejects.toMatchObject({ code: 'not-judged' })
  })

  it('takes what another program wrote for nothing, and says so', async () => {
    const { tenantId, choosing, policyOf, change, forget } = aCompanyInAWorld(opened())
    const { version } = await change({ byItself: true })
    const judgement = { verdict: 'not-worse' } as never
    const kept = { learnt: '{"features":["tomorrow"]}', samples: 1, known: 1, judgement, by: null }
    await choosing.add(tenantId, { ...kept, since: { standing: version, last: 0 } })
    forget(tenantId)
    expect(await choosing.standing(tenantId)).toMatchObject({ used: 1 })
    expect(await policyOf(tenantId)).toMatchObject({ learnt: { version: 0 }, frozen: true })
  })
})
