import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { onBothDatabases } from '../../platform/database/database.testing.ts'
import { builtIn, createOpenTicket } from './actions.ts'
import { aProvided, done, startActions } from './actions.testing.ts'

onBothDatabases('actions', (opened) => {
  const input = { number: 'D1', phone: '13812345678' }

  it('lists what its providers have, the first of two of one name', async () => {
    const { provided } = aProvided(() => done())
    const { actions, tenant } = startActions(opened(), [provided, createOpenTicket(async () => ({ number: 'T1' }))])
    const list = await actions.list(tenant)
    expect([...list.keys()].sort()).toEqual(['open_ticket', 'refund'])
    expect(list.get('open_ticket')).toMatchObject({ effect: 'act', by: 'built-in', input: { required: ['subject'] } })
  })

  it('performs a run once, and tells whoever asks again what became of it', async () => {
    const { provided, calls } = aProvided(() => ({ ...done({ paid: true }), attempts: 2, cost: 0.5 }))
    const { actions, again, tenant } = startActions(opened(), [provided], 2)
    const asked = { runId: 'run_1', action: 'refund', input }
    const expected = { kind: 'done', output: { paid: true }, attempts: 2, milliseconds: 0, cost: 0.5 }
    const together = await Promise.all([actions.act(tenant, asked), actions.act(tenant, asked)])
    expect([...together, await again().act(tenant, asked)]).toEqual([expected, expected, expected])
    expect(calls).toHaveLength(1)
    expect(calls[0]).toMatchObject({ runId: 'run_1', input })
  })

  it('keeps every call with personal data masked in what was sent', async () => {
    const { provided } = aProvided(() => done())
    const { actions, tenant } = startActions(opened(), [provided], 3)
    await actions.act(tenant, { runId: 'run_1', action: 'refund', input, conversationId: 'cnv_1' })
    const { rows } = await sql<{ input: unknown; conversation_id: string; state: string }>`
      select * from action_runs where tenant_id = ${tenant}`.execute(opened().database)
    expect(rows).toMatchObject([{ input: { number: 'D1', phone: '⟦phone⟧' }, conversation_id: 'cnv_1', state: 'done' }])
  })

  it.each([
    [true, { kind: 'done' }, 2],
    [false, { kind: 'failed', reason: 'nobody-knows' }, 1],
  ])(
    'after a crash in the middle, of what knows its calls again: %s, it comes to %o',
    async (repeatable, end, count) => {
      let crash = true
      const { provided, calls } = aProvided(
        () => {
          if (!crash) return done()
          throw new Error('the process dies here')
        },
        { repeatable },
      )
      const { actions, again, tenant } = startActions(opened(), [provided], repeatable ? 4 : 5)
      const asked = { runId: 'run_1', action: 'refund', input }
      await expect(actions.act(tenant, asked)).rejects.toThrow('dies')
      crash = false
      expect(await again().act(tenant, asked)).toMatchObject(end)
      expect(calls).toHaveLength(count)
    },
  )

  it('lets a run be tried later that failed without harm, and adds up its attempts', async () => {
    const answers = [{ outcome: { kind: 'failed', reason: 'unreachable' } as const, attempts: 3, again: true }, done()]
    const { provided } = aProvided(() => answers.shift()!, { repeatable: false })
    const { actions, tenant } = startActions(opened(), [provided], 6)
    const asked = { runId: 'run_1', action: 'refund', input }
    expect(await actions.act(tenant, asked)).toMatchObject({ kind: 'failed', reason: 'unreachable', again: true })
    const performed = await actions.act(tenant, asked)
    expect(performed).toMatchObject({ kind: 'done', attempts: 4 })
    expect(performed).not.toHaveProperty('again')
  })

  it('sends nothing that does not fit, and takes nothing for an answer that does not', async () => {
    const output = { type: 'object', required: ['paid'], properties: { paid: { type: 'boolean' } } }
    const { provided, calls } = aProvided(() => done({ paid: 'perhaps' }), { output })
    const { actions, tenant } = startActions(opened(), [provided], 7)
    const act = (runId: string, action: string, given: Record<string, unknown>) =>
      actions.act(tenant, { runId, action, input: given })
    expect(await act('run_1', 'refund', { number: 7 })).toMatchObject({
      reason: expect.stringMatching('^invalid-input'),
    })
    expect(calls).toHaveLength(0)
    expect(await act('run_2', 'refund', input)).toMatchObject({ reason: expect.stringMatching('^invalid-output') })
    expect(await act('run_3', 'fly', input)).toMatchObject({ kind: 'failed', reason: 'no-such-action' })
  })

  it('looks with what only looks, and acts with what acts', async () => {
    const { provided } = aProvided(() => done({ at: 'the door' }), { effect: 'look', name: 'track' })
    const refusing = { outcome: { kind: 'refused' as const, reason: 'too-late', output: {} }, attempts: 1 }
    const acting = aProvided(() => refusing)
    const { actions, tenant } = startActions(opened(), [provided, acting.provided], 8)
    const looked = { action: 'track', input, outcome: 'done', output: { at: 'the door' }, milliseconds: 0 }
    expect(await actions.look(tenant, { action: 'track', input })).toEqual(looked)
    expect(await actions.look(tenant, { action: 'refund', input })).toMatchObject({ reason: 'changes-something' })
    expect(acting.calls).toEqual([])
    const asked = { runId: 'run_1', input }
    expect(await actions.act(tenant, { ...asked, action: 'track' })).toMatchObject({ reason: 'only-looks' })
    const refused = await actions.act(tenant, { runId: 'run_2', input, action: 'refund' })
    expect(refused).toMatchObject({ kind: 'refused', reason: 'too-late' })
  })

  it('opens a ticket through whoever keeps them', async () => {
    const opens: unknown[] = []
    const ticket = createOpenTicket(async (_tenant, asked) => (opens.push(asked), { number: 'T-7' }))
    const { actions, tenant } = startActions(opened(), [ticket], 9)
    const asked = { runId: 'run_1', action: 'open_ticket', conversationId: 'cnv_1', input: { subject: ' Torn box ' } }
    expect(await actions.act(tenant, asked)).toMatchObject({ kind: 'done', output: { number: 'T-7' } })
    const filled = { subject: 'Torn box', text: '', priority: 'normal', conversationId: 'cnv_1', runId: 'run_1' }
    expect(opens).toEqual([filled])
  })

  it('types what is built in by its schemas', async () => {
    const size = builtIn({
      name: 'size',
      title: { zh: '尺码' },
      description: 'A size for a height.',
      effect: 'look',
      care: 'none',
      input: z.strictObject({ height: z.number().positive() }),
      output: z.strictObject({ size: z.enum(['S', 'L']) }),
      perform: async ({ height }) => ({ kind: 'done', output: { size: height > 170 ? 'L' : 'S' } }),
    })
    const { actions, tenant } = startActions(opened(), [size], 10)
    expect(await actions.look(tenant, { action: 'size', input: { height: 180 } })).toMatchObject({
      output: { size: 'L' },
    })
    expect(await actions.look(tenant, { action: 'size', input: { height: -1 } })).toMatchObject({ outcome: 'failed' })
  })
})
