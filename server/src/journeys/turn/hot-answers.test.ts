import { type Reader, visitor } from '@lingxi/contract/audience'
import { expect, it } from 'vitest'
import { createAnswering } from '../../capabilities/answering/answering.ts'
import { aDraft, aKnowledge, tokens } from '../../capabilities/knowledge/knowledge.testing.ts'
import { createConcepts } from '../../capabilities/understanding/concepts/concepts.ts'
import { onBothDatabases } from '../../platform/database/database.testing.ts'
import { createScripted } from '../../platform/models/scripted.ts'
import { type Answer, createFindAnswer } from './answer.ts'
import { createHotAnswers } from './hot-answers.ts'

const gold: Reader = { kind: 'customer', signedIn: true, tier: 'gold' }
const staff: Reader = { kind: 'staff', groups: [] }
const { signal } = new AbortController()
/** Wordings of one meaning may be found a little more or less surely; what is said is the same. */
const said = ({ outcome, text, citations, nearest }: Answer) => ({ outcome, text, citations, nearest })

onBothDatabases('A hot answer', (opened) => {
  function start(model?: ReturnType<typeof createScripted>) {
    const { knowledge, another, tenantId, clock } = aKnowledge(opened().database)
    const outcomes: string[] = []
    const parts = { knowledge, answering: createAnswering({ tokens, readConcepts: createConcepts({ tokens }) }), model }
    const hotAnswers = createHotAnswers({
      editionOf: async (tenant) => String(knowledge.edition(tenant)),
      holdsUntil: knowledge.holdsUntil,
      clock,
      onOutcome: (outcome) => outcomes.push(outcome),
    })
    const cached = createFindAnswer({ ...parts, hotAnswers })
    const plain = createFindAnswer(parts)
    const question = (text: string, reader: Reader, channel?: string) => ({
      text,
      language: 'zh' as const,
      reader,
      signal,
      ...(channel && { channel }),
    })
    return {
      knowledge,
      another,
      tenantId,
      clock,
      outcomes,
      ask: (text: string, reader: Reader = visitor, channel?: string) =>
        cached(tenantId, question(text, reader, channel)),
      askAnew: (text: string, reader: Reader = visitor) => plain(tenantId, question(text, reader)),
    }
  }

  it('is found again by what is meant, however it is written, and says so', async () => {
    const { knowledge, tenantId, ask, outcomes } = start()
    await knowledge.add(tenantId, aDraft())
    const first = await ask('怎么退货？')
    expect(first).toMatchObject({ outcome: 'answered', writer: 'extracted' })
    expect(first.fromCache).toBeUndefined()
    for (const wording of ['你好，请问如何退货', '怎麼退貨!!', '  怎么 退货呀 '])
      expect(await ask(wording)).toMatchObject({ ...said(first), fromCache: true })
    expect(outcomes).toEqual(['miss', 'hit', 'hit', 'hit'])
  })

  it('is no answer to what means something else', async () => {
    const { ask, outcomes } = start()
    for (const text of ['能退货吗', '不能退货吗', '退货要 3 天吗', '退货要 5 天吗', '金卡能退货吗', '黑卡能退货吗'])
      await ask(text)
    expect(outcomes).not.toContain('hit')
  })

  it('gives way at once to a change here, in another process, of words and of what was removed', async () => {
    const { knowledge, another, tenantId, ask } = start()
    const draft = aDraft()
    const { id, version } = await knowledge.add(tenantId, draft)
    expect((await ask('怎么退货')).text).toBe('打开订单，点退货。')
    await knowledge.change(tenantId, id, { ...draft, body: '到店里退。', version })
    expect((await ask('怎么退货')).text).toBe('到店里退。')

    const elsewhere = another()
    await elsewhere.change(tenantId, id, { ...draft, body: '写信来退。', version: version + 1 })
    await knowledge.reload(tenantId, id)
    expect((await ask('怎么退货')).text).toBe('写信来退。')

    expect((await ask('怎么回旋')).outcome).toBe('unknown')
    const synonyms = { kind: 'two-way', language: 'zh', text: '退货', others: ['回旋'], weight: 1 } as const
    await knowledge.words.add(tenantId, { ...synonyms, others: [...synonyms.others] }, null)
    expect((await ask('怎么回旋')).text).toBe('写信来退。')

    await knowledge.remove(tenantId, id)
    expect((await ask('怎么退货')).outcome).toBe('unknown')
  })

  it('ends with the time of an article, and begins with it', async () => {
    const { knowledge, tenantId, clock, ask } = start()
    const at = (minutes: number) => new Date(clock.now() + minutes * 60_000).toISOString()
    await knowledge.add(tenantId, aDraft({ validUntil: at(2) }))
    await knowledge.add(tenantId, aDraft({ body: '下周起改为到店退。', validFrom: at(3) }))
    expect((await ask('怎么退货')).text).toBe('打开订单，点退货。')
    clock.move(2 * 60_000)
    expect((await ask('怎么退货')).outcome).toBe('unknown')
    clock.move(60_000)
    expect((await ask('怎么退货')).text).toBe('下周起改为到店退。')
  })

  it('is for one channel, tier and region, and for the time of its text', async () => {
    const { knowledge, tenantId, clock, ask } = start()
    const anyone = { channels: [], tiers: [], regions: [], from: null, until: null }
    const soon = new Date(clock.now() + 60_000).toISOString()
    const variants = [
      { when: { ...anyone, channels: ['rest'] }, body: '在接口里退。' },
      { when: { ...anyone, regions: ['香港'] }, body: '到香港门店退。' },
      { when: { ...anyone, from: soon }, body: '从今天起寄回即可。' },
    ]
    await knowledge.add(tenantId, aDraft({ variants }))
    const inHongKong = { ...visitor, region: '香港' }
    for (const _ of [1, 2]) {
      expect((await ask('怎么退货')).text).toBe('打开订单，点退货。')
      expect((await ask('怎么退货', visitor, 'rest')).text).toBe('在接口里退。')
      expect((await ask('怎么退货', inHongKong)).text).toBe('到香港门店退。')
    }
    clock.move(60_000)
    expect((await ask('怎么退货')).text).toBe('从今天起寄回即可。')
  })

  it('never reaches who may not read it', async () => {
    const { knowledge, tenantId, ask, outcomes } = start()
    await knowledge.add(tenantId, aDraft({ audience: { kind: 'staff', groups: [] } }))
    expect((await ask('怎么退货', staff)).outcome).toBe('answered')
    expect((await ask('怎么退货')).outcome).toBe('unknown')
    expect((await ask('怎么退货', gold)).outcome).toBe('unknown')
    expect((await ask('怎么退货', staff)).fromCache).toBe(true)
    expect(outcomes).toEqual(['miss', 'miss', 'miss', 'hit'])
  })

  it('is not kept where the model broke down', async () => {
    const broken = createScripted([{ fail: 'failed' }, { say: ['打开订单，点退货。[1]'] }])
    const { knowledge, tenantId, ask } = start(broken)
    await knowledge.add(tenantId, aDraft())
    expect((await ask('怎么退货')).writer).toBe('extracted')
    expect((await ask('怎么退货')).writer).toBe('model')
    expect(await ask('怎么退货')).toMatchObject({ writer: 'model', fromCache: true })
  })

  it('is what would be found without it, whatever happens in between', async () => {
    const { knowledge, tenantId, clock, ask, askAnew, outcomes } = start()
    const random = seeded(20_261_128)
    const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!
    const things = ['退货', '换货', '发票', '运费']
    const audiences = [{ kind: 'public' }, { kind: 'tiers', tiers: ['gold'] }, { kind: 'staff', groups: [] }] as const
    const known: { id: string; version: number }[] = []
    const aText = (step: number) => {
      const soon = new Date(clock.now() + Math.ceil(random() * 20) * 30_000).toISOString()
      const audience = structuredClone(pick(audiences)) as ReturnType<typeof aDraft>['audience']
      const title = `怎么${pick(things)}？`
      const validUntil = random() < 0.3 ? soon : null
      return aDraft({ title, body: `第 ${step} 版的办法。`, audience, validUntil })
    }
    for (let step = 0; step < 120; step++) {
      const what = random()
      const one = known.length > 0 ? pick(known) : undefined
      if (what < 0.12) known.push(await knowledge.add(tenantId, aText(step)))
      else if (what < 0.2 && one)
        one.version = (await knowledge.change(tenantId, one.id, { ...aText(step), version: one.version })).version
      else if (what < 0.24 && one) await knowledge.remove(tenantId, known.splice(known.indexOf(one), 1)[0]!.id)
      else if (what < 0.34) clock.move(30_000)
      const text = pick(['怎么', '如何', '请问怎么']) + pick(things) + pick(['', '？', '呢'])
      const reader = pick([visitor, gold, staff])
      expect(said(await ask(text, reader)), `step ${step}`).toEqual(said(await askAnew(text, reader)))
    }
    expect(outcomes.filter((outcome) => outcome === 'hit').length).toBeGreaterThan(20)
  }, 60_000)
})

function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
