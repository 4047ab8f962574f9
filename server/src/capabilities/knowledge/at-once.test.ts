import type { Audience } from '@lingxi/contract/audience'
import { expect, it } from 'vitest'
import { onBothDatabases } from '../../platform/database/database.testing.ts'
import { aKnowledge, bytesOf, plainSource } from './knowledge.testing.ts'

const by = 'stf_lin'
const everything = { limit: 200, offset: 0 }
const questions = Array.from({ length: 12 }, (_, number) => `第 ${number} 问怎么办？`)

onBothDatabases('Articles that several processes write at once', (opened) => {
  function start() {
    const { knowledge, another, tenantId } = aKnowledge(opened().database)
    const processes = [knowledge, another(), another()]
    const aFile = (answer: string, rows = questions) => ({
      name: 'questions.csv',
      bytes: bytesOf(['question,answer', ...rows.map((row) => `${row},${answer}`)].join('\n')),
      status: 'published' as const,
    })
    const aDocument = (item: string, answer: string) => ({
      source: plainSource,
      itemId: item,
      document: {
        text: questions.map((row) => `# ${row}\n\n${answer}\n`).join('\n'),
        pages: [{ page: 1, start: 0 }],
        format: 'markdown' as const,
        location: `${item}.md`,
        title: item,
        tables: [],
      },
      changed: true,
    })
    const all = async () => (await knowledge.list(tenantId, everything)).articles
    const bodies = async () =>
      new Set(
        (
          await knowledge.findAll(
            tenantId,
            (await all()).map(({ id }) => id),
          )
        ).map(({ body }) => body),
      )
    return { tenantId, processes, knowledge, aFile, aDocument, all, bodies }
  }

  it('are there once, of whichever file came last', async () => {
    const { tenantId, processes, aFile, all, bodies } = start()
    for (let round = 0; round < 8; round++) {
      const answers = processes.map((_, place) => `答案 ${round} ${place}。`)
      const orders = [questions, questions.toReversed(), questions.toSorted(() => round - 4)]
      const imports = processes.map((each, place) => each.importFile(tenantId, aFile(answers[place]!, orders[place]!)))
      for (const report of await Promise.all(imports)) expect(report.refused).toBe(0)
      expect((await all()).length).toBe(questions.length)
      const [body, ...more] = await bodies()
      expect([answers.includes(body!), more]).toEqual([true, []])
    }
  })

  it('are there once, of whichever state of their document came last', async () => {
    const { tenantId, processes, knowledge, aDocument, all } = start()
    await processes[0]!.putDocument(tenantId, aDocument('itm_alone', '答案。'))
    const count = (await all()).length
    for (let round = 0; round < 8; round++) {
      const item = `itm_${round}`
      const put = processes.map((each, place) => each.putDocument(tenantId, aDocument(item, `答案 ${place}。`)))
      for (const { outcome } of await Promise.all(put)) expect(outcome).not.toBe('refused')
      const ids = (await knowledge.listArticlesOf(tenantId, [item])).get(item)!
      expect(ids.length).toBe(count)
      const texts = (await knowledge.findAll(tenantId, ids)).map(({ body }) => /答案 \d/.exec(body)?.[0])
      expect(new Set(texts).size).toBe(1)
    }
  })

  it('keep what people say of them meanwhile', async () => {
    const { tenantId, processes, knowledge, aFile, aDocument, all } = start()
    const [one, other, third] = processes as [typeof knowledge, typeof knowledge, typeof knowledge]
    await one.importFile(tenantId, aFile('起初。'))
    await one.putDocument(tenantId, aDocument('itm_1', '起初。'))
    const ids = (await all()).map(({ id }) => id)
    for (let round = 0; round < 8; round++) {
      const audience: Audience = { kind: round % 2 ? 'customers' : 'public' }
      const category = `类别 ${round}`
      const [report] = await Promise.all([
        other.changeMany(tenantId, ids, { category, by }),
        one.importFile(tenantId, aFile(`答案 ${round}。`)),
        third.restampSource(tenantId, { before: plainSource, source: { ...plainSource, audience } }),
      ])
      const changed = report.flatMap(({ articleId, outcome }) => (outcome === 'changed' ? [articleId] : []))
      const categories = (await knowledge.findAll(tenantId, changed)).map((article) => article.category)
      expect(new Set([category, ...categories])).toEqual(new Set([category]))
    }
  })
})
