import { api } from '@lingxi/contract/api'
import { DialogueCase, type Expected, type Fault } from '@lingxi/contract/dialogue-case'
import type { CaseRun } from '@lingxi/contract/dialogue-case-runs'
import { Flow } from '@lingxi/contract/flow'
import { HttpToolDraft } from '@lingxi/contract/http-tool'
import { expect, it } from 'vitest'
import type { LanguageModel } from '../platform/models/models.ts'
import { knownArticle, useServer } from './main.testing.ts'
import { eventually } from '../eventually.testing.ts'

/** What a model was asked, but for the graph, which reads every article that is added. */
const asked: string[] = []
const model: LanguageModel = {
  name: 'paid',
  async *stream({ system }) {
    if (!system.includes('knowledge graph')) asked.push(system)
    yield '七天[1]。'
  },
}
const server = useServer({ model })
const text = (zh: string) => ({ zh, en: zh })
const order = { type: 'text', label: text('订单号'), ask: text('请说订单号') } as const
const cancel = Flow.parse({
  name: text('取消订单'),
  triggers: [{ event: 'cancel' }],
  steps: [
    { id: 'which', collect: 'order' },
    { id: 'sure', confirm: text('确定取消 {{ slots.order }}？'), no: 'kept' },
    { id: 'do', open_ticket: { subject: text('取消'), text: text('{{ slots.order }}') }, into: 'ticket' },
    { id: 'done', say: text('已受理，工单 {{ results.ticket.number }}。'), next: 'end' },
    { id: 'kept', say: text('好的，订单保留。') },
  ],
})
const track = Flow.parse({
  name: text('查订单'),
  triggers: [{ event: 'track' }],
  steps: [
    { id: 'find', action: 'find_order', into: 'found' },
    { id: 'tell', say: text('订单{{ results.found.state }}。') },
  ],
})
/** Behind an address that may not be called. */
const findOrder = HttpToolDraft.parse({
  name: 'find_order',
  title: text('查订单'),
  effect: 'look',
  method: 'GET',
  url: 'http://127.0.0.1:1/order',
  query: [],
  headers: [],
  body: { kind: 'none' },
  input: { type: 'object' },
  output: {},
  answer: { kind: 'whole' },
  refusals: { statuses: [404], reason: null },
  idempotencyHeader: null,
  cost: null,
  authentication: { kind: 'none' },
})
const begun = { event: { name: 'cancel' } }
const aCase = (name: string, turns: object[], more: object = {}) =>
  DialogueCase.parse({ name, about: 'happy-path', language: 'zh', turns, ...more })
const byYes = [
  { ...begun, expect: { started: 'cancel', flow: 'cancel', step: 'which', said: ['订单号'] } },
  { user: 'A17', expect: { slots: { order: 'A17' }, said: ['/确定.*A17/'], no_action: 'open_ticket' } },
  { user: '是的', expect: { action: 'open_ticket', ticket: true, said: ['T-9'], flow: null } },
]

it('runs what a company expects through its draft, and leaves no trace of it', async () => {
  const { call } = await server().signIn('admin')
  await call(api.saveFlowPart, { body: { kind: 'slot', name: 'order', version: null, content: order } })
  await call(api.addHttpTool, { body: findOrder })
  await call(api.saveFlowPart, { body: { kind: 'flow', name: 'track', version: null, content: track } })
  const { version } = await call(api.saveFlowPart, {
    body: { kind: 'flow', name: 'cancel', version: null, content: cancel },
  })
  const save = (content: DialogueCase) => call(api.saveDialogueCase, { body: { id: null, version: null, content } })
  const run = async (ids: string[] | null = null): Promise<CaseRun> => {
    const { id } = await call(api.startCaseRun, { body: { ids } })
    return eventually(async () => {
      const now = await call(api.getCaseRun, { params: { id } })
      expect(now.state).toBe('done')
      return now
    })
  }
  const resultOf = async (id: string) => (await call(api.getDialogueCase, { params: { id } })).result!

  const actions = { open_ticket: { output: { number: 'T-9' } } }
  const good = await save(aCase('取消，说是', byYes, { actions }))
  const found = await save(
    aCase('查得到', [{ event: { name: 'track' }, expect: { action: 'find_order', said: ['订单已发货'] } }], {
      actions: { find_order: { output: { state: '已发货' } } },
    }),
  )
  const person = await save(aCase('要人工', [{ user: '转人工', expect: { handed_over: true } }]))
  const cited = await save(
    aCase('问知识', [begun, { user: knownArticle.title, expect: { cited: '退货', flow: 'cancel', step: 'which' } }]),
  )
  const wrong = await save(
    aCase('一开始就错', [
      { ...begun, expect: { said: ['手机号'] } },
      { user: 'A17', expect: {} },
    ]),
  )
  const silent = await save(
    aCase('一直不说话', [begun, { user: 'A17' }, { pause: 'PT15M', expect: { repair: 'silence', flow: 'cancel' } }]),
  )
  const failed = await save(
    aCase('系统坏了', [begun, { user: 'A17' }, { user: '是的', expect: { handed_over: true } }], {
      faults: { open_ticket: { kind: 'error' } },
    }),
  )
  const trackedWith = (fault: Fault, expected: Expected) => ({
    ...aCase(`查单时 ${JSON.stringify(fault)}`, [{ event: { name: 'track' }, expect: expected }]),
    actions: { find_order: [{ output: { state: '已发货' } }, { output: { state: '已签收' } }] },
    faults: { find_order: fault },
  })
  const late = await save(trackedWith({ kind: 'slow' }, { said: ['订单已发货'] }))
  const tooLate = await save(trackedWith({ kind: 'slow', milliseconds: 60_000 }, { handed_over: true }))
  const twice = await save(trackedWith({ kind: 'twice' }, { said: ['订单已发货'] }))
  const before = await call(api.listConversations, { query: { state: 'open' } })

  const all = await run()
  expect(await resultOf(good.id)).toMatchObject({ passed: true, of: 0 })
  expect((await resultOf(good.id)).turns.at(-1)).toMatchObject({
    actions: [{ action: 'open_ticket', outcome: 'done' }],
    taken: [{ step: 'sure', branch: 'yes' }, { step: 'do' }, { step: 'done' }],
  })
  for (const { id } of [found, person, cited, silent, failed, late, tooLate, twice])
    expect((await resultOf(id)).turns.flatMap(({ faults }) => faults)).toEqual([])
  const spoilt = await resultOf(wrong.id)
  expect(spoilt.turns).toHaveLength(1)
  expect(spoilt.turns[0]!.faults).toEqual([
    { kind: 'said', expected: '手机号', got: expect.stringContaining('订单号') },
  ])
  expect(all).toMatchObject({ cases: 10, done: 10, passed: 9, failed: 1 })
  expect(all.figures).toEqual({ stepCoverage: 0.857, branchCoverage: 0.5 })
  const { flows } = await call(api.getCaseCoverage, {})
  const missing = { missingSteps: ['kept'], missingBranches: [{ step: 'sure', at: 'no' }] }
  expect(flows[0]).toEqual({ flow: 'cancel', steps: 5, stepsTaken: 4, branches: 2, branchesTaken: 1, ...missing })

  expect(asked).toEqual([])
  expect(await call(api.listConversations, { query: { state: 'open' } })).toEqual(before)
  expect((await call(api.listTickets, { query: {} })).tickets).toEqual([])
  expect((await call(api.listActionRuns, { query: {} })).runs).toEqual([])

  // What was run is known to be of another draft once that is changed; one alone is run again.
  const [, sure, ...rest] = cancel.steps
  const content = Flow.parse({
    ...cancel,
    steps: [{ id: 'which', collect: 'order' }, { ...sure, no: 'done' }, ...rest],
  })
  await call(api.saveFlowPart, { body: { kind: 'flow', name: 'cancel', version, content } })
  const staleIn = async () =>
    (await call(api.listDialogueCases, {})).cases.filter(({ last }) => last?.isStale).map(({ name }) => name)
  expect(await staleIn()).toHaveLength(10)
  expect(await run([good.id])).toMatchObject({ cases: 1, passed: 1 })
  expect(await staleIn()).toHaveLength(9)
})
