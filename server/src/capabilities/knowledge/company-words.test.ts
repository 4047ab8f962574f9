import { keeper } from '@lingxi/contract/audience'
import type { SearchWordDraft } from '@lingxi/contract/search-words'
import { describe, expect, it } from 'vitest'
import { onBothDatabases } from '../../platform/database/database.testing.ts'
import { aDraft, aKnowledge, bytesOf } from './knowledge.testing.ts'

const aWord = (more: Partial<SearchWordDraft>): SearchWordDraft => ({
  kind: 'word',
  language: null,
  text: '云朵绒',
  others: [],
  weight: 0.8,
  ...more,
})

onBothDatabases("A company's own words", (opened) => {
  const start = () => aKnowledge(opened().database)
  type Base = ReturnType<typeof start>
  const find = (
    { knowledge, tenantId }: Pick<Base, 'knowledge' | 'tenantId'>,
    text: string,
    language: 'zh' | 'en' = 'zh',
  ) => knowledge.find(tenantId, { text, language, reader: keeper })
  const titles = async (base: Pick<Base, 'knowledge' | 'tenantId'>, text: string, language: 'zh' | 'en' = 'zh') =>
    (await find(base, text, language)).map(({ title }) => title)

  it('show at once how a sentence is cut, what says little in it, and what stands for a word', async () => {
    const { knowledge, tenantId } = start()
    const { words } = knowledge
    const cut = async () => (await words.cut(tenantId, { q: '云朵绒的邮费谢谢', language: 'zh' })).words
    expect((await cut()).map(({ word }) => word)).not.toContain('云朵绒')
    await words.add(tenantId, aWord({}), null)
    await words.add(tenantId, aWord({ kind: 'stop-word', text: '谢谢' }), null)
    await words.add(tenantId, aWord({ kind: 'two-way', text: '邮费', others: ['运费'], weight: 0.7 }), null)
    expect(await cut()).toEqual([
      { word: '云朵绒', says: true, synonyms: [] },
      { word: '的', says: false, synonyms: [] },
      { word: '邮费', says: true, synonyms: [{ word: '运费', weight: 0.7 }] },
      { word: '谢谢', says: false, synonyms: [] },
    ])
  })

  describe('are kept', () => {
    it('added, listed, changed by version and removed', async () => {
      const { knowledge, tenantId, changed } = start()
      const { words } = knowledge
      const added = await words.add(tenantId, aWord({ text: 'Power Bank' }), 'stf_1')
      expect(added).toMatchObject({ text: 'Power Bank', version: 1, updatedBy: 'stf_1' })
      await expect(words.add(tenantId, aWord({ text: 'ＰＯＷＥＲ bank' }), null)).rejects.toMatchObject({
        code: 'already-exists',
      })
      const next = await words.change(tenantId, added.id, { ...aWord({ text: 'power pack' }), version: 1, by: 'stf_2' })
      expect(next).toMatchObject({ text: 'power pack', version: 2, updatedBy: 'stf_2' })
      const late = words.change(tenantId, added.id, { ...aWord({}), version: 1, by: null })
      await expect(late).rejects.toMatchObject({ code: 'changed-meanwhile' })
      await words.add(tenantId, aWord({ kind: 'two-way', text: '邮费', others: ['运费'], language: 'zh' }), null)
      const page = { limit: 10, offset: 0 }
      expect((await words.list(tenantId, { ...page, q: 'POWER' })).words).toEqual([next])
      expect((await words.list(tenantId, { ...page, q: '運費' })).total).toBe(1)
      expect((await words.list(tenantId, { ...page, kind: 'two-way' })).total).toBe(1)
      expect((await words.list(tenantId, { ...page, language: 'en' })).total).toBe(1)
      await words.remove(tenantId, added.id)
      await expect(words.remove(tenantId, added.id)).rejects.toMatchObject({ code: 'not-found' })
      expect((await words.list(tenantId, page)).total).toBe(1)
      expect(changed).toEqual([['words'], ['words'], ['words'], ['words']])
    })

    it('belong to one company', async () => {
      const [one, other] = [start(), start()]
      const { id } = await one.knowledge.words.add(one.tenantId, aWord({}), null)
      await expect(one.knowledge.words.remove(other.tenantId, id)).rejects.toMatchObject({ code: 'not-found' })
      const { tokens } = await one.knowledge.words.of(other.tenantId)
      expect(tokens.words('云朵绒')).not.toEqual(['云朵绒'])
      expect((await one.knowledge.words.of(one.tenantId)).tokens.words('云朵绒')).toEqual(['云朵绒'])
    })

    it('imported from CSV: the same again changes nothing, and a broken row costs only itself', async () => {
      const { knowledge, tenantId } = start()
      const file = bytesOf(
        '类型,词,同义词,权重,语言\n词,云朵绒\n同义,充电宝,移动电源|power bank,0.9,zh\n单向,退,退货\nstop-word,商城\nnonsense,x\n词,"坏\n同义,孤独\n词,雲朵絨',
      )
      const { refused, ...counted } = await knowledge.words.importFile(tenantId, file, null)
      expect(counted).toEqual({ created: 4, updated: 0, unchanged: 0 })
      expect(refused.map(({ row }) => row)).toEqual([5, 6, 7])
      expect(await knowledge.words.importFile(tenantId, file, null)).toMatchObject({
        created: 0,
        updated: 0,
        unchanged: 4,
      })
      const heavier = bytesOf('kind,text,others,weight,language\ntwo-way,充电宝,移动电源,1,zh')
      expect(await knowledge.words.importFile(tenantId, heavier, null)).toMatchObject({ updated: 1 })
      expect(await knowledge.words.importFile(tenantId, bytesOf('轻羽绒\n云朵绒\n'), null)).toMatchObject({
        created: 1,
        updated: 1,
      })
      await expect(knowledge.words.importFile(tenantId, bytesOf('a,b\n1,2'), null)).rejects.toMatchObject({
        code: 'invalid-request',
      })
    })
  })

  describe('at work', () => {
    it('synonyms find at once, each way as they were entered, in their language', async () => {
      const base = start()
      const { knowledge, tenantId } = base
      await knowledge.add(tenantId, aDraft({ title: '怎么配吊牌？', body: '见说明。' }))
      await knowledge.add(tenantId, aDraft({ title: '铭条在哪？', body: '在底部。' }))
      expect(await titles(base, '铭条')).toEqual(['铭条在哪？'])
      await knowledge.words.add(
        tenantId,
        aWord({ kind: 'one-way', text: '铭条', others: ['吊牌'], language: 'zh' }),
        null,
      )
      expect((await titles(base, '铭条')).toSorted()).toEqual(['怎么配吊牌？', '铭条在哪？'])
      expect(await titles(base, '吊牌')).toEqual(['怎么配吊牌？'])
      const [found] = await find(base, '铭条')
      expect(found!.asked.find(({ word }) => word === '铭条')!.alike).toEqual(['吊牌'])
      await knowledge.words.add(
        tenantId,
        aWord({ kind: 'two-way', text: '吊牌', others: ['铭条'], language: 'en' }),
        null,
      )
      expect(await titles(base, '吊牌')).toEqual(['怎么配吊牌？'])
      await knowledge.words.add(tenantId, aWord({ kind: 'two-way', text: '吊牌', others: ['铭条'] }), null)
      expect(await titles(base, '吊牌')).toHaveLength(2)
    })

    it('a phrase of one language finds a word of the other', async () => {
      const base = start()
      await base.knowledge.add(base.tenantId, aDraft({ title: '充电宝能带上飞机吗？', body: '可以。' }))
      const synonym = aWord({ kind: 'two-way', text: '充电宝', others: ['juice brick'] })
      await base.knowledge.words.add(base.tenantId, synonym, null)
      expect(await titles(base, 'juice bricks', 'en')).toEqual(['充电宝能带上飞机吗？'])
    })

    it('a new word is kept together in questions at once and in the index soon after, and goes again', async () => {
      const base = start()
      const { knowledge, tenantId } = base
      await knowledge.add(tenantId, aDraft({ title: '云朵绒怎么洗？', body: '手洗。' }))
      const { id } = await knowledge.words.add(tenantId, aWord({}), null)
      expect(await titles(base, '云朵绒')).toEqual(['云朵绒怎么洗？'])
      await knowledge.settled()
      expect((await find(base, '云朵绒'))[0]!.terms).toContain('云朵绒')
      await knowledge.words.remove(tenantId, id)
      await knowledge.settled()
      expect((await find(base, '云朵绒'))[0]!.terms).not.toContain('云朵绒')
    })

    it('reach another process by the signal alone, and a new one from the database', async () => {
      const base = start()
      const { knowledge, tenantId } = base
      const other = base.another()
      await knowledge.add(tenantId, aDraft({ title: '吊牌', body: '在领口。' }))
      await other.load(tenantId)
      await knowledge.words.add(tenantId, aWord({ kind: 'two-way', text: '铭条', others: ['吊牌'] }), null)
      expect(await titles({ knowledge: other, tenantId }, '铭条')).toEqual([])
      await other.reload(tenantId, base.changed.at(-1)![0]!)
      expect(await titles({ knowledge: other, tenantId }, '铭条')).toEqual(['吊牌'])
      expect(await titles({ knowledge: base.another(), tenantId }, '铭条')).toEqual(['吊牌'])
    })

    it('what was mistyped is searched as it was meant, and said so', async () => {
      const base = start()
      const { knowledge, tenantId } = base
      await knowledge.add(tenantId, aDraft({ title: '怎么退货？', body: '点退货。' }))
      for (const [typed, meant] of [
        ['怎么退伙', '退货'],
        ['tui huo', '退货'],
        ['zenme tuihuo', '怎么退货'],
      ] as const) {
        const [found] = await find(base, typed, /^[a-z]/.test(typed) ? 'en' : 'zh')
        expect([typed, found?.title, found?.corrections[0]?.meant[0]]).toEqual([typed, '怎么退货？', meant])
      }
    })

    it('no word that only the staff may read is proposed to whoever mistypes it', async () => {
      const base = start()
      const { knowledge, tenantId } = base
      await knowledge.add(tenantId, aDraft({ title: '夜莺计划', body: '…', audience: { kind: 'staff', groups: [] } }))
      await knowledge.add(tenantId, aDraft({ title: '夜樱外套', body: '夜英计划' }))
      expect(
        (await find(base, '夜影外套')).flatMap(({ corrections }) => corrections.flatMap(({ meant }) => meant)),
      ).not.toContain('夜莺')
    })
  })
})
