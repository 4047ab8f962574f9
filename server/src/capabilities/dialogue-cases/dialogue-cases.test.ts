import { type CaseTurn, DialogueCase } from '@lingxi/contract/dialogue-case'
import type { CaseFault } from '@lingxi/contract/dialogue-case-runs'
import { FlowSet } from '@lingxi/contract/flow'
import { Problem } from '@lingxi/contract/problem'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type KyselyPlugin, sql } from 'kysely'
import { expect, it } from 'vitest'
import { systemClock } from '../../platform/clock/clock.ts'
import type { OpenDatabase } from '../../platform/database/database.ts'
import { onBothDatabases } from '../../platform/database/database.testing.ts'
import { systemIds } from '../../platform/ids/ids.ts'
import { createKeptJobs } from '../../platform/jobs/jobs.testing.ts'
import { createDialogueCases } from './dialogue-cases.ts'

const hello: CaseTurn = { user: 'hello', expect: { flow: 'greet' } }
const aCase = (name: string, turns: CaseTurn[] = [hello]): DialogueCase =>
  DialogueCase.parse({ name, about: 'happy-path', language: 'en', turns })
const wrongFlow: CaseFault = { kind: 'flow', expected: 'greet', got: null }
const isNew = (content: DialogueCase) => ({ id: null, version: null, content })
const migrations = join(import.meta.dirname, '../../../migrations')
const set = FlowSet.parse({
  flows: {
    greet: {
      name: { en: 'Greet' },
      steps: [
        { id: 'hi', say: { en: 'Hi' } },
        { id: 'bye', say: { en: 'Bye' } },
      ],
    },
  },
})

onBothDatabases('conversations as tests', (opened) => {
  function start(clock = systemClock, { database }: Pick<OpenDatabase, 'database'> = opened()) {
    const tenantId = systemIds.next('tnt')
    const jobs = createKeptJobs()
    const rehearsed: string[] = []
    const logged: unknown[][] = []
    const draft = { state: 1 }
    const { cases, runs } = createDialogueCases({
      database,
      jobs,
      clock,
      ids: systemIds,
      log: { error: (...line) => void logged.push(line) },
      draftOf: async () => draft.state,
      async flowsOf(_tenantId, of) {
        if (of > 1) throw new Problem('not-found')
        return set
      },
      rehearse: async () => async (of) => {
        rehearsed.push(of.name)
        if (of.name === 'always breaks') throw new Error('it broke')
        if (of.name === 'breaks' && rehearsed.filter((name) => name === 'breaks').length < 2)
          throw new Error('it broke')
        const faults = of.name === 'fails' ? [wrongFlow] : []
        const taken = [{ flow: 'greet', step: 'hi' }]
        const seen = { said: [], flow: null, step: null, started: [], slots: {}, actions: [], repairs: [] }
        const turn = { ...seen, handedOver: false, taken, understood: '', faults }
        return of.name === 'fails late'
          ? [turn, { ...turn, faults: [wrongFlow, { ...wrongFlow, kind: 'step' }] }]
          : [turn]
      },
    })
    return { tenantId, cases, runs, jobs, rehearsed, logged, draft }
  }
  type Started = ReturnType<typeof start>
  const namesIn = async ({ tenantId, cases }: Started) => (await cases.list(tenantId)).map(({ name }) => name)

  it('are changed only by who has seen the newest version, and bear names of their own', async () => {
    const { tenantId, cases } = start()
    const { id, version } = await cases.save(tenantId, isNew(aCase('one')), 'stf_1')
    await expect(cases.save(tenantId, isNew(aCase('one')), 'stf_1')).rejects.toMatchObject({ code: 'already-exists' })
    const changed = await cases.save(tenantId, { id, version, content: aCase('two') }, 'stf_2')
    expect(changed).toMatchObject({ id, version: 2, updatedBy: 'stf_2', content: { name: 'two' }, result: null })
    const late = { id, version, content: aCase('three') }
    await expect(cases.save(tenantId, late, 'stf_1')).rejects.toMatchObject({ code: 'changed-meanwhile' })
    await expect(cases.remove(tenantId, { id, version })).rejects.toMatchObject({ code: 'changed-meanwhile' })
    await expect(cases.get('tnt_other', id)).rejects.toMatchObject({ code: 'not-found' })
    const unread = aCase('unread', [{ user: 'hello', expect: { said: ['/(a)\\1/'] } }])
    const errors = [{ path: 'body.content.turns.0.expect.said.0', message: expect.stringContaining('\\1') }]
    await expect(cases.save(tenantId, isNew(unread), 'stf_1')).rejects.toMatchObject({
      code: 'invalid-request',
      errors,
    })
    await cases.remove(tenantId, { id, version: 2 })
    await expect(cases.get(tenantId, id)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('come out of a file and go into one, and what is looked at first is not kept', async () => {
    const started = start()
    const { tenantId, cases } = started
    await cases.save(tenantId, isNew(aCase('same')), 'stf_1')
    await cases.save(tenantId, isNew(aCase('other')), 'stf_1')
    const text = (await cases.write(tenantId))
      .replace('name: other', 'name: new')
      .replace('- name: same', '- name: same')
    const take = (preview: boolean, from = text) => cases.take(tenantId, { text: from, preview, by: 'stf_1' })
    expect(await take(true)).toEqual({ committed: false, faults: [], added: ['new'], changed: [], same: 1 })
    expect(await namesIn(started)).toEqual(['other', 'same'])
    expect(await take(false, text.replaceAll('language: en', 'language: zh'))).toMatchObject({
      committed: true,
      added: ['new'],
      changed: ['same'],
    })
    expect(await namesIn(started)).toEqual(['new', 'other', 'same'])
    expect((await cases.list(tenantId)).map(({ version }) => version)).toEqual([1, 1, 2])
    expect(await take(false, '- name: a\n  about: nothing\n  language: en\n  turns: []\n')).toMatchObject({
      committed: false,
      faults: [
        { path: '0.about', line: 2, column: 3 },
        { path: '0.turns', line: 4, column: 3 },
      ],
    })
    const unread =
      '- {name: a, about: happy-path, language: en, turns: [{user: a, expect: {not_said: [b,\n  /(?!c)/]}}]}'
    const notRun = { path: '0.turns.0.expect.not_said.1', line: 2, message: expect.stringContaining('(?!') }
    expect(await take(false, unread)).toMatchObject({ committed: false, faults: [notRun] })
    expect((await take(false, 'a: &a [x, x]\nb: [*a, *a]')).faults[0]!.message).toMatch(/by a name/)
  })

  it('are run once each by a run, which goes on where it was when its process died', async () => {
    const started = start()
    const { tenantId, cases, runs, jobs, rehearsed, logged } = started
    const asked = { ids: null, of: 0, by: 'stf_1' }
    await expect(runs.start(tenantId, asked)).rejects.toMatchObject({ code: 'invalid-request' })
    for (const name of ['answers', 'breaks', 'fails']) await cases.save(tenantId, isNew(aCase(name)), 'stf_1')
    await expect(runs.start(tenantId, { ...asked, of: 7 })).rejects.toMatchObject({ code: 'not-found' })
    await expect(runs.start(tenantId, { ...asked, ids: ['dlc_0'] })).rejects.toMatchObject({ code: 'not-found' })
    const run = await runs.start(tenantId, asked)
    expect((await runs.start(tenantId, asked)).id).toBe(run.id)
    expect(jobs.added).toEqual([{ name: 'run-dialogue-cases', key: tenantId, body: { tenantId, runId: run.id } }])
    await expect(runs.run(tenantId, run.id, { last: false })).rejects.toThrow('it broke')
    expect(await runs.get(tenantId, run.id)).toMatchObject({ state: 'running', cases: 3, done: 1 })
    await runs.run(tenantId, run.id, { last: false })
    await runs.run(tenantId, run.id, { last: false })
    expect(rehearsed).toEqual(['answers', 'breaks', 'breaks', 'fails'])
    expect(await runs.get(tenantId, run.id)).toMatchObject({
      state: 'done',
      done: 3,
      passed: 2,
      failed: 1,
      figures: { stepCoverage: 0.5, branchCoverage: 1 },
    })
    const lasts = Object.fromEntries((await cases.list(tenantId)).map(({ name, last }) => [name, last]))
    expect(lasts['fails']).toMatchObject({ passed: false, isStale: false, fault: { kind: 'flow', turn: 0 } })
    expect(logged).toEqual([])
    const { id: caseId } = await cases.save(tenantId, isNew(aCase('always breaks')), 'stf_1')
    const again = await runs.start(tenantId, asked)
    await runs.run(tenantId, again.id, { last: true })
    expect(logged).toEqual([['dialogue-case-broke', { runId: again.id, caseId }, new Error('it broke')]])
    expect(await runs.get(tenantId, again.id)).toMatchObject({ state: 'done', cases: 4, failed: 2 })
    // What came of an earlier run stays what it was, though its cases have newer results.
    expect(await runs.get(tenantId, run.id)).toMatchObject({ state: 'done', done: 3, passed: 2, failed: 1 })
    expect((await runs.coverage(tenantId))[0]).toMatchObject({ missingSteps: ['bye'] })
  })

  it('are listed with what went wrong, and cover flows, without one turn being read', async () => {
    const { database } = opened()
    const read = new Set<string>()
    const seen: KyselyPlugin = {
      transformQuery: ({ node }) => node,
      async transformResult({ result }) {
        for (const column of Object.keys(result.rows[0] ?? {})) read.add(column)
        return result
      },
    }
    const { tenantId, cases, runs } = start(systemClock, { database: database.withPlugin(seen) })
    for (const name of ['answers', 'fails late']) await cases.save(tenantId, isNew(aCase(name)), 'stf_1')
    const { id } = await runs.start(tenantId, { ids: null, of: 0, by: 'stf_1' })
    await runs.run(tenantId, id, { last: false })
    const told = async () => ({
      last: (await cases.list(tenantId)).map(({ last }) => last),
      ...(await runs.coverage(tenantId)),
    })
    const before = await told()
    expect(before).toMatchObject({
      last: [{ fault: null }, { fault: { kind: 'flow', turn: 1 } }],
      0: { stepsTaken: 1 },
    })
    // A result that was kept before these columns were there.
    const [, fill] = /^(update [^;]+);/m.exec(readFileSync(join(migrations, '0037-dialogue-case-faults.sql'), 'utf8'))!
    const empty = sql`update dialogue_case_results set fault = null, taken = '[]' where tenant_id = ${tenantId}`
    await empty.execute(database)
    expect(await told()).toMatchObject({ last: [{ fault: null }, { fault: null }], 0: { stepsTaken: 0 } })
    await sql.raw(fill!).execute(database)
    expect(await told()).toEqual(before)
    expect(read).toContain('taken')
    expect(read).not.toContain('turns')
  })

  it('are run anew by a run that goes on with another draft, and only then', async () => {
    for (const [of, again] of [
      [0, ['answers', 'breaks']],
      [1, ['breaks']],
    ] as const) {
      const { tenantId, cases, runs, rehearsed, draft } = start()
      for (const name of ['answers', 'breaks']) await cases.save(tenantId, isNew(aCase(name)), 'stf_1')
      const { id } = await runs.start(tenantId, { ids: null, of, by: 'stf_1' })
      await expect(runs.run(tenantId, id, { last: false })).rejects.toThrow('it broke')
      draft.state = 2
      await runs.run(tenantId, id, { last: false })
      expect(rehearsed).toEqual(['answers', 'breaks', ...again])
      expect((await cases.list(tenantId)).map(({ last }) => last?.isStale)).toEqual([false, false])
    }
  })

  it('end a run whose job is given up with what it came to, so that another one can begin', async () => {
    const { tenantId, cases, runs } = start()
    for (const name of ['answers', 'breaks', 'later']) await cases.save(tenantId, isNew(aCase(name)), 'stf_1')
    const asked = { ids: null, of: 0, by: 'stf_1' }
    const { id } = await runs.start(tenantId, asked)
    await expect(runs.run(tenantId, id, { last: false })).rejects.toThrow('it broke')
    await runs.giveUp(tenantId, id)
    const ended = await runs.last(tenantId)
    expect(ended).toMatchObject({ id, state: 'done', cases: 3, done: 1, passed: 1, failed: 0, figures: null })
    expect(ended!.endedAt).not.toBeNull()
    const next = await runs.start(tenantId, asked)
    expect(next.id).not.toBe(id)
    await runs.run(tenantId, next.id, { last: false })
    await runs.giveUp(tenantId, next.id)
    expect(await runs.get(tenantId, next.id)).toMatchObject({ done: 3, figures: { stepCoverage: 0.5 } })
  })

  it('give a run up that nobody is at any more, so that another one can begin', async () => {
    let now = systemClock.now()
    const { tenantId, cases, runs } = start({ ...systemClock, now: () => now })
    await cases.save(tenantId, isNew(aCase('answers')), 'stf_1')
    const asked = { ids: null, of: 0, by: 'stf_1' }
    const lost = await runs.start(tenantId, asked)
    now += 3_599_000
    expect((await runs.start(tenantId, asked)).id).toBe(lost.id)
    now += 2000
    expect(await runs.last(tenantId)).toMatchObject({ id: lost.id, state: 'done', done: 0 })
    expect(await runs.start(tenantId, asked)).toMatchObject({
      id: expect.not.stringMatching(lost.id),
      state: 'running',
    })
  })
})
