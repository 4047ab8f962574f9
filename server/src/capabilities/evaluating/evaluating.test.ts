import type { EvaluationDraft } from '@lingxi/contract/evaluation'
import { expect, it } from 'vitest'
import { systemClock } from '../../platform/clock/clock.ts'
import { onBothDatabases } from '../../platform/database/database.testing.ts'
import { systemIds } from '../../platform/ids/ids.ts'
import { createKeptJobs } from '../../platform/jobs/jobs.testing.ts'
import { createEvaluating } from './evaluating.ts'

const draft = (question: string, more: Partial<EvaluationDraft> = {}): EvaluationDraft => ({
  question,
  language: 'zh',
  decline: false,
  articleIds: [],
  mustContain: ['七天'],
  ...more,
})

onBothDatabases('evaluation', (opened) => {
  function start() {
    const tenantId = systemIds.next('tnt')
    const jobs = createKeptJobs()
    const answers: Record<string, string> = {}
    const asked: string[] = []
    const evaluating = createEvaluating({
      database: opened().database,
      jobs,
      clock: systemClock,
      ids: systemIds,
      async ask(_tenantId, { text }) {
        asked.push(text)
        if (answers[text] === 'breaks') throw new Error('it broke')
        const said = answers[text]
        return said === undefined
          ? { outcome: 'unknown', text: '不清楚', citations: [], support: 0.2 }
          : { outcome: 'answered', text: said, citations: [{ articleId: 'art_1' }], support: 0.9 }
      },
    })
    return { tenantId, evaluating, answers, asked, jobs }
  }

  it('has one run at a time, however many ask for one at once', async () => {
    const { tenantId, evaluating, jobs } = start()
    for (let round = 1; round <= 10; round++) {
      const { id } = await evaluating.addSet(tenantId, '退货')
      await evaluating.addQuestion(tenantId, id, draft('几天能退？'))
      const runs = await Promise.all([1, 2, 3].map((staff) => evaluating.start(tenantId, id, `stf_${staff}`)))
      expect(new Set(runs.map((run) => run.id)).size).toBe(1)
      expect(jobs.added.length).toBe(round)
    }
  })

  it('asks every question once, whatever breaks on the way, and keeps what was answered', async () => {
    const { tenantId, evaluating, answers, asked, jobs } = start()
    const { id } = await evaluating.addSet(tenantId, '退货')
    await expect(evaluating.start(tenantId, id, 'stf_1')).rejects.toMatchObject({ code: 'invalid-request' })
    for (const question of ['几天能退？', '怎么换货？']) await evaluating.addQuestion(tenantId, id, draft(question))
    await evaluating.addQuestion(tenantId, id, draft('能寄到月球吗？', { decline: true, mustContain: [] }))
    Object.assign(answers, { '几天能退？': '七天内可退', '怎么换货？': 'breaks' })
    const run = await evaluating.start(tenantId, id, 'stf_1')
    expect((await evaluating.start(tenantId, id, 'stf_2')).id).toBe(run.id)
    expect(jobs.added).toEqual([{ name: 'evaluate', key: id, body: { tenantId, runId: run.id } }])
    await expect(evaluating.run(tenantId, run.id)).rejects.toThrow('it broke')
    expect((await evaluating.getRun(tenantId, run.id)).run).toMatchObject({ state: 'running', questions: 3, done: 1 })
    answers['怎么换货？'] = '三十天内可换'
    await evaluating.run(tenantId, run.id)
    await evaluating.run(tenantId, run.id)
    expect(asked).toEqual(['几天能退？', '怎么换货？', '怎么换货？', '能寄到月球吗？'])
    const figures = { correct: 1, declined: 1, missed: 0, wrong: 1, precision: 0.5, coverage: 1 }
    const { run: ended, outcomes } = await evaluating.getRun(tenantId, run.id)
    expect(ended).toMatchObject({ state: 'done', done: 3, figures })
    expect(outcomes.map(({ verdict }) => verdict).sort()).toEqual(['correct', 'declined', 'wrong'])
    expect((await evaluating.listSets(tenantId))[0]).toMatchObject({ questions: 3, lastRun: { id: run.id, figures } })
  })

  it('keeps each run as it was, and forgets all of a set that is removed', async () => {
    const { tenantId, evaluating, answers } = start()
    const { id } = await evaluating.addSet(tenantId, '退货')
    const question = await evaluating.addQuestion(tenantId, id, draft('几天能退？'))
    const first = await evaluating.start(tenantId, id, 'stf_1')
    await evaluating.run(tenantId, first.id)
    answers['几天可以退？'] = '七天'
    await evaluating.changeQuestion(tenantId, question.id, draft('几天可以退？'))
    const second = await evaluating.start(tenantId, id, 'stf_1')
    await evaluating.run(tenantId, second.id)
    const runs = await evaluating.listRuns(tenantId, id)
    expect(runs.map((run) => [run.id, run.figures?.correct])).toEqual([
      [second.id, 1],
      [first.id, 0],
    ])
    const before = await evaluating.getRun(tenantId, first.id)
    expect(before.outcomes).toMatchObject([{ questionId: question.id, question: '几天能退？', verdict: 'missed' }])
    await evaluating.removeQuestion(tenantId, question.id)
    await expect(evaluating.removeQuestion(tenantId, question.id)).rejects.toMatchObject({ code: 'not-found' })
    const stranger = systemIds.next('tnt')
    await expect(evaluating.getRun(stranger, first.id)).rejects.toMatchObject({ code: 'not-found' })
    await evaluating.removeSet(tenantId, id)
    await expect(evaluating.listRuns(tenantId, id)).rejects.toMatchObject({ code: 'not-found' })
    await expect(evaluating.getRun(tenantId, first.id)).rejects.toMatchObject({ code: 'not-found' })
    await evaluating.run(tenantId, first.id)
  })
})
