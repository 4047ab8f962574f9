import { DictionaryDraft, EntityTypeDraft, PatternDraft } from '@lingxi/contract/teaching'
import { expect, it } from 'vitest'
import { onBothDatabases } from '../../platform/database/database.testing.ts'
import { systemIds } from '../../platform/ids/ids.ts'
import { aTeachingCompany, anExample } from './teaching.testing.ts'

const entities = (start: number, end: number, type: string) => [{ start, end, type, value: null, role: null }]

onBothDatabases('what is taught', (opened) => {
  it('keeps the same text of one intent once, whatever its case, width and punctuation', async () => {
    const { addIntent, addExamples, teaching, tenantId } = aTeachingCompany(opened())
    const [refund, cancel] = [await addIntent('refund'), await addIntent('cancel')]
    expect((await addExamples(refund, '怎么退款？', 'ＯＫ吗')).duplicates).toEqual([])
    expect((await addExamples(refund, '怎么退款', 'ok吗!', '退钱')).duplicates).toEqual(['怎么退款', 'ok吗!'])
    expect((await addExamples(cancel, '怎么退款')).examples).toHaveLength(1)
    expect((await teaching.intents.list(tenantId)).map(({ name, examples }) => [name, examples.zh])).toEqual([
      ['cancel', 1],
      ['refund', 3],
    ])
  })

  it('changes nothing for who started from an older version, and tells who comes late', async () => {
    const { addIntent, addExamples, teaching, tenantId } = aTeachingCompany(opened())
    const intent = await addIntent('refund')
    const { title, description, version } = intent
    const draft = { name: 'refunds', title, description, version, archived: false, by: 'stf_2' }
    expect(await teaching.intents.change(tenantId, intent.id, draft)).toMatchObject({ name: 'refunds', version: 2 })
    const again = teaching.intents.change(tenantId, intent.id, { ...draft, name: 'late' })
    await expect(again).rejects.toMatchObject({ code: 'changed-meanwhile' })
    const [example] = (await addExamples(intent, '退钱', '退款')).examples
    const change = { ...anExample('退我钱', { intentId: intent.id }), by: 'stf_2' }
    const changed = await teaching.examples.change(tenantId, example!.id, { ...change, version: 1 })
    expect(changed).toMatchObject({ text: '退我钱', version: 2, updatedBy: 'stf_2', source: 'written' })
    const stale = teaching.examples.change(tenantId, example!.id, { ...change, version: 1 })
    await expect(stale).rejects.toMatchObject({ code: 'changed-meanwhile' })
    const taken = teaching.examples.change(tenantId, example!.id, { ...change, text: '退款', version: 2 })
    await expect(taken).rejects.toMatchObject({ code: 'already-exists' })
  })

  it('merges and splits intents without losing or doubling an example', async () => {
    const { addIntent, addExamples, teaching, tenantId, textsOf } = aTeachingCompany(opened())
    const [refund, money] = [await addIntent('refund'), await addIntent('money-back')]
    await addExamples(refund, '退钱', '退款')
    await addExamples(money, '退款！', '把钱还我', '钱还给我')
    await teaching.intents.merge(tenantId, money.id, { into: refund.id, by: 'stf_1' })
    expect((await textsOf(refund.id)).toSorted()).toEqual(['把钱还我', '退款', '退钱', '钱还给我'].toSorted())
    expect(await teaching.intents.count(tenantId)).toBe(1)
    const { examples } = await teaching.examples.list(tenantId, { q: '还', limit: 10, offset: 0 })
    const asked = { name: 'give-back', title: { zh: '', en: '' }, exampleIds: examples.map(({ id }) => id), by: null }
    const split = await teaching.intents.split(tenantId, refund.id, asked)
    expect((await textsOf(split.id)).toSorted()).toEqual(['把钱还我', '钱还给我'].toSorted())
    expect(await textsOf(refund.id)).toHaveLength(2)
    const nothing = teaching.intents.split(tenantId, refund.id, { ...asked, name: 'empty' })
    await expect(nothing).rejects.toMatchObject({ code: 'not-found' })
    expect(await teaching.intents.count(tenantId)).toBe(2)
  })

  it('changes many examples at once', async () => {
    const { addIntent, addExamples, teaching, tenantId, textsOf } = aTeachingCompany(opened())
    const [one, other] = [await addIntent('one'), await addIntent('other')]
    const { examples } = await addExamples(one, '甲', '乙', '丙')
    await addExamples(other, '甲')
    const ids = examples.map(({ id }) => id)
    const change = (kind: object, which = ids) =>
      teaching.examples.changeMany(tenantId, { ids: which, change: kind as never, by: 'stf_1' })
    expect(await change({ kind: 'move', intentId: other.id })).toBe(3)
    expect([await textsOf(one.id), (await textsOf(other.id)).toSorted()]).toEqual([[], ['甲', '乙', '丙'].toSorted()])
    expect(await change({ kind: 'language', language: 'en' })).toBe(2)
    expect(await change({ kind: 'out-of-scope' })).toBe(2)
    expect(await teaching.examples.count(tenantId, { outOfScope: true })).toBe(2)
    await expect(change({ kind: 'move', intentId: 'gone' })).rejects.toMatchObject({ code: 'not-found' })
    expect(await change({ kind: 'delete' })).toBe(2)
  })

  it('takes a type away with its words, patterns and annotations', async () => {
    const { addIntent, teaching, tenantId } = aTeachingCompany(opened())
    const intent = await addIntent('track')
    const shown = anExample('顺丰到哪了', { intentId: intent.id, entities: entities(0, 2, 'courier') })
    await teaching.examples.add(tenantId, { examples: [shown], source: 'written', by: null })
    const entry = DictionaryDraft.parse({ type: 'courier', value: '顺丰', words: ['SF', '顺风'] })
    await teaching.entities.addEntry(tenantId, entry, null)
    await expect(teaching.entities.addEntry(tenantId, entry, null)).rejects.toMatchObject({ code: 'already-exists' })
    await teaching.entities.addPattern(tenantId, PatternDraft.parse({ type: 'courier', expression: 'sf\\d{12}' }), null)
    const [courier] = await teaching.entities.listTypes(tenantId)
    expect(courier).toMatchObject({ name: 'courier', annotated: 1, words: 1, patterns: 1 })
    await teaching.entities.removeType(tenantId, courier!.id, null)
    expect(await teaching.entities.listTypes(tenantId)).toEqual([])
    expect(await teaching.readLessons(tenantId)).toMatchObject({
      dictionary: [],
      patterns: [],
      examples: [{ entities: [] }],
    })
    const type = await teaching.entities.addType(tenantId, EntityTypeDraft.parse({ name: 'courier' }), 'stf_1')
    const change = { title: { zh: '快递', en: '' }, description: { zh: '', en: '' }, by: null }
    const changed = await teaching.entities.changeType(tenantId, type.id, { ...change, version: 1 })
    expect(changed).toMatchObject({ name: 'courier', title: { zh: '快递' }, version: 2 })
    const stale = teaching.entities.changeType(tenantId, type.id, { ...change, version: 1 })
    await expect(stale).rejects.toMatchObject({ code: 'changed-meanwhile' })
  })

  it('adds many words in one step, and tells which were there', async () => {
    const { teaching, tenantId } = aTeachingCompany(opened())
    const entry = (value: string) => DictionaryDraft.parse({ type: 'shop', value })
    await teaching.entities.addEntry(tenantId, entry('京东'), null)
    const entries = ['京东', '天猫', '淘宝', '天猫', '拼多多'].map(entry)
    const before = (await teaching.readLessons(tenantId)).changes
    expect(await teaching.entities.addEntries(tenantId, { entries, by: null })).toEqual({
      added: 3,
      duplicates: ['京东', '天猫'],
    })
    const { changes, entityTypes, dictionary } = await teaching.readLessons(tenantId)
    expect([changes - before, entityTypes, dictionary.length]).toEqual([1, ['shop'], 4])
  })

  it('refuses a pattern that is none, matches nothing at all, or looks around or back', async () => {
    const { teaching, tenantId } = aTeachingCompany(opened())
    for (const expression of ['(', 'a*', '(?=a)b', '(?<!x)y', '(a|b)\\1'])
      await expect([
        expression,
        await teaching.entities
          .addPattern(tenantId, PatternDraft.parse({ type: 'x', expression }), null)
          .catch(({ code }: { code: string }) => code),
      ]).toEqual([expression, 'invalid-request'])
  })

  it('leaves out of the lessons what is archived, and shows no company what another teaches', async () => {
    const { addIntent, addExamples, teaching, tenantId } = aTeachingCompany(opened())
    const [kept, old] = [await addIntent('kept'), await addIntent('old')]
    await addExamples(kept, '甲')
    await addExamples(old, '乙')
    await addExamples(null, '今天天气')
    const { title, description } = old
    await teaching.intents.change(tenantId, old.id, {
      name: 'old',
      title,
      description,
      version: 1,
      archived: true,
      by: null,
    })
    const lessons = await teaching.readLessons(tenantId)
    expect(lessons.intents).toEqual(['kept'])
    expect(lessons.examples.map(({ text, intent, outOfScope }) => [text, intent, outOfScope])).toEqual([
      ['甲', 'kept', false],
      ['今天天气', null, true],
    ])
    const another = systemIds.next('tnt')
    expect(await teaching.readLessons(another)).toMatchObject({ intents: [], examples: [], changes: 0 })
    await expect(teaching.intents.remove(another, kept.id)).rejects.toMatchObject({ code: 'not-found' })
    await expect(teaching.intents.get(another, kept.id)).rejects.toMatchObject({ code: 'not-found' })
  })
})
