import { expect, it } from 'vitest'
import { createFakeClock } from '../../platform/clock/clock.testing.ts'
import { onBothDatabases } from '../../platform/database/database.testing.ts'
import { createSeededIds } from '../../platform/ids/ids.testing.ts'
import { createTickets } from './tickets.ts'

onBothDatabases('tickets', (opened) => {
  function start(seed: number) {
    const clock = createFakeClock()
    const ids = createSeededIds(seed)
    return { tickets: createTickets({ database: opened().database, clock, ids }), clock, tenant: ids.next('tnt') }
  }
  const aTicket = {
    subject: 'Torn box',
    text: 'The box came torn.',
    priority: 'normal' as const,
    conversationId: null,
    customerId: 'cus_1',
    customerName: '访客 1',
    openedBy: null,
    assigneeId: null,
    runId: null as string | null,
  }

  it('are numbered without gaps, also when many are opened at once, and an action opens one only once', async () => {
    const { tickets, tenant } = start(1)
    const runIds = [null, null, 'run_1', 'run_1', 'run_2', null, 'run_1']
    const opens = await Promise.all(runIds.map((runId) => tickets.open(tenant, { ...aTicket, runId })))
    const ofRun = opens.filter((_ticket, place) => runIds[place] === 'run_1').map(({ number }) => number)
    expect(new Set(ofRun).size).toBe(1)
    const { tickets: all, total } = await tickets.list(tenant, { limit: 50, offset: 0 })
    expect(total).toBe(5)
    expect(all.map(({ number }) => number).sort()).toEqual(['T-1', 'T-2', 'T-3', 'T-4', 'T-5'])
    expect((await start(2).tickets.open('tnt_other', aTicket)).number).toBe('T-1')
  })

  it('are found by what they are, and what is in them', async () => {
    const { tickets, tenant } = start(3)
    await tickets.open(tenant, aTicket)
    await tickets.open(tenant, {
      ...aTicket,
      subject: '发票 100%',
      priority: 'urgent',
      assigneeId: 'stf_1',
      conversationId: 'cnv_1',
    })
    const found = async (filter: object) =>
      (await tickets.list(tenant, { limit: 50, offset: 0, ...filter })).tickets.map(({ number }) => number)
    expect(await found({ priority: 'urgent' })).toEqual(['T-2'])
    expect(await found({ assignee: 'none' })).toEqual(['T-1'])
    expect(await found({ assignee: 'stf_1' })).toEqual(['T-2'])
    expect(await found({ conversation: 'cnv_1' })).toEqual(['T-2'])
    expect(await found({ search: '100%' })).toEqual(['T-2'])
    expect(await found({ search: 't-1' })).toEqual(['T-1'])
    expect(await found({ status: 'solved' })).toEqual([])
    expect(await found({ limit: 1, offset: 1 })).toEqual(['T-1'])
  })

  it('are changed by who read them last', async () => {
    const { tickets, clock, tenant } = start(4)
    const { id, number } = await tickets.open(tenant, aTicket)
    clock.move(60_000)
    const solved = await tickets.change(tenant, number, { version: 1, status: 'solved', assigneeId: 'stf_1' })
    expect(solved).toMatchObject({
      id,
      status: 'solved',
      assigneeId: 'stf_1',
      version: 2,
      solvedAt: '2026-01-05T08:01:00.000Z',
    })
    await expect(tickets.change(tenant, id, { version: 1, priority: 'low' })).rejects.toMatchObject({
      code: 'changed-meanwhile',
    })
    const open = await tickets.change(tenant, id, { version: 2, status: 'open', assigneeId: null })
    expect(open).toMatchObject({ solvedAt: null, assigneeId: null, subject: 'Torn box' })
    await expect(tickets.get(tenant, 'T-99')).rejects.toMatchObject({ code: 'not-found' })
    await expect(tickets.get('tnt_other_one', id)).rejects.toMatchObject({ code: 'not-found' })
  })
})
