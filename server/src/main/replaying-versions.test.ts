import { api } from '@lingxi/contract/api'
import { Flow } from '@lingxi/contract/flow'
import { expect, it } from 'vitest'
import { createTeaching } from '../capabilities/teaching/teaching.ts'
import { learnLessons } from '../capabilities/understanding/learning/learn.ts'
import { madeLessons } from '../capabilities/understanding/learning/lessons.testing.ts'
import { createKeptJobs } from '../platform/jobs/jobs.testing.ts'
import { aVisitor } from './customers.testing.ts'
import { useServer } from './main.testing.ts'
import { mainTenant } from './parts.ts'
import { eventually } from '../eventually.testing.ts'

const server = useServer()
const text = (zh: string) => ({ zh, en: zh })
const refused = (code: string) => expect.objectContaining({ code })

/** Without the intents in `but`, whose wordings are none of our business. */
function learn({ but }: { but: string[] }) {
  const lessons = madeLessons(8)
  const examples = lessons.examples.map((example) =>
    example.intent && but.includes(example.intent) ? { ...example, intent: null, outOfScope: true } : example,
  )
  const learnt = learnLessons({ ...lessons, examples }, { seed: 1, reading: () => performance.now() })
  if (learnt.outcome !== 'learnt') throw new Error(learnt.outcome)
  return learnt
}

/** Kept here and now, in place of the job. */
async function keep({ artefact, evaluation }: ReturnType<typeof learn>): Promise<string> {
  const { opened, clock, ids } = server()
  const nobody = () => undefined
  const parts = { database: opened.database, jobs: createKeptJobs(), clock, ids, packsFolder: '' }
  const { trainings, versions } = createTeaching({ ...parts, onRelease: nobody, onCancel: nobody })
  const { id: trainingId } = await trainings.start(mainTenant, { note: '', by: 'stf_1' })
  await trainings.takeUp(mainTenant, trainingId)
  const taught = { intents: 4, examples: evaluation.examples, entityTypes: 1 }
  const told = { trainingId, note: '', by: 'stf_1', taught, evaluation, artefact }
  return (await versions.keep(mainTenant, { ...told, judged: [], seconds: 1, changes: 0 }))!.id
}

it('keeps a learnt version from customers whom it would treat otherwise, until somebody accepts that', async () => {
  const { call, id: by } = await server().signIn('supervisor')
  const release = (id: string) => call(api.releaseVersion, { params: { id } })
  const look = (what: string) => call(api.getReplay, { params: { what } })
  const isRead = (expected: string[]) =>
    eventually(async () => {
      const { intents } = await call(api.understand, { body: { text: '请问退款可以吗' } })
      expect(intents.map(({ name }) => name)).toEqual(expected)
    })
  async function replay(what: string) {
    await call(api.startReplay, { params: { what } })
    return eventually(async () => {
      const { replay: now } = await look(what)
      expect(now?.state).toBe('done')
      return now!
    })
  }

  const whole = learn({ but: [] })
  // The first of all reads at once, and so would any while nobody has written.
  const [first, same, worse] = [await keep(whole), await keep(whole), await keep(learn({ but: ['refund'] }))]
  await release(first)
  await isRead(['refund'])
  expect(await look(worse)).toEqual({ needs: 'none', replay: null })
  await call(api.addIntent, { body: { name: 'refund' } })
  const content = Flow.parse({
    name: text('退款'),
    triggers: [{ intent: 'refund' }],
    steps: [{ id: 'first', say: text('退款三天内到账。') }],
  })
  await call(api.saveFlowPart, { body: { kind: 'flow', name: 'refund', version: null, content } })
  await call(api.publishFlows, { body: { draft: (await call(api.getFlows, {})).draft } })
  const visitor = await aVisitor(server())
  expect(JSON.stringify(await visitor.say('请问退款可以吗'))).toContain('退款三天内到账。')
  const conversation = await visitor.conversationId()
  const logOf = async () => JSON.stringify(await server().parts.conversations.eventsAfter(mainTenant, conversation, 0))
  const before = await logOf()

  await expect(release(same)).rejects.toEqual(refused('not-replayed'))
  expect((await replay(same)).report).toMatchObject({ of: 1, turns: 1, identical: 1, groups: [] })
  await release(same)

  await expect(release(worse)).rejects.toEqual(refused('not-replayed'))
  const { id, report } = await replay(worse)
  const [group] = report!.groups
  expect(report!.groups).toMatchObject([
    { kind: 'flow', before: 'refund', turns: 1, examples: [{ said: '请问退款可以吗', before: { intent: 'refund' } }] },
  ])
  await expect(release(worse)).rejects.toMatchObject({ code: 'not-accepted', errors: [{ path: group!.key }] })
  const { call: asStaff } = await server().signIn('staff')
  const given = { params: { what: worse, id }, body: { keys: [group!.key], reason: '退款改由人工处理' } }
  await expect(asStaff(api.acceptChanges, given)).rejects.toEqual(refused('not-allowed'))
  expect((await asStaff(api.getReplay, { params: { what: worse } })).replay).toMatchObject({ id, accepted: [] })
  expect((await call(api.acceptChanges, given)).accepted).toMatchObject([{ key: group!.key, by }])
  await release(worse)
  await isRead([])

  // The way back is open at once, also past the one before.
  expect((await call(api.rollBackVersion, {})).running).toMatchObject({ id: same })
  await isRead(['refund'])
  await release(first)
  expect(await logOf()).toBe(before)
  await expect(look('ver_unknown')).rejects.toEqual(refused('not-found'))
})
