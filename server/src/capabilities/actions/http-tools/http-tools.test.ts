import { expect, it } from 'vitest'
import { sql } from 'kysely'
import { onBothDatabases } from '../../../platform/database/database.testing.ts'
import { aDraft, startHttpTools, useSystems } from './http-tools.testing.ts'

onBothDatabases('tools over HTTP', (opened) => {
  const aSystem = useSystems()
  const input = { order: 'D 1/2', amount: 5, note: '好' }
  let seed = 300
  const start = (more = {}) => startHttpTools(opened(), ++seed, more)
  let runs = 0
  const asked = (given: Record<string, unknown> = input) => ({ runId: `run_${++runs}`, action: 'refund', input: given })

  it('send the input where it was said, with the run as the key, and make an output of the answer', async () => {
    const { url, heard } = await aSystem((_request, response) =>
      response.writeHead(201, { 'content-type': 'application/json' }).end('{"data":{"paid":5}}'),
    )
    const { httpTools, actions, tenant } = start()
    const draft = aDraft({
      url: `${url}/orders/{order}/refunds`,
      query: [
        { name: 'note', value: '{note}' },
        { name: 'lang', value: '{absent}' },
      ],
      headers: [{ name: 'X-Amount', value: 'EUR {amount}' }],
      input: { type: 'object', properties: { order: {}, amount: {}, note: {}, absent: {}, why: {} } },
      answer: { kind: 'expression', expression: '{"paid": body.data.paid, "fine": status == 201.0}' },
      cost: 0.25,
    })
    await httpTools.add(tenant, draft, null)
    const run = asked({ ...input, why: 'torn' })
    const done = { kind: 'done', output: { paid: 5, fine: true }, attempts: 1, cost: 0.25 }
    expect(await actions.act(tenant, run)).toMatchObject(done)
    expect(heard).toMatchObject([
      { method: 'POST', url: '/orders/D%201%2F2/refunds?note=%E5%A5%BD', body: '{"why":"torn"}' },
    ])
    expect(heard[0]?.headers).toMatchObject({ 'x-amount': 'EUR 5', 'idempotency-key': run.runId })
  })

  it('tell a refusal with the reason that the other side gave', async () => {
    const { url } = await aSystem((_request, response) => response.writeHead(409).end('{"detail":"too late"}'))
    const { httpTools, actions, tenant } = start()
    await httpTools.add(tenant, aDraft({ url, refusals: { statuses: [409], reason: '/detail' } }), null)
    const refused = { kind: 'refused', reason: 'too late', output: { detail: 'too late' } }
    expect(await actions.act(tenant, asked())).toMatchObject(refused)
  })

  it('ask for the language of the customer, and tell them a refusal in it', async () => {
    const { url, heard } = await aSystem((_request, response) =>
      response.writeHead(409).end('{"why":{"zh":"已经发货了","en":"It has been sent"},"only":{"zh":"晚了"}}'),
    )
    const { httpTools, actions, tenant } = start()
    const refusals = { statuses: [409], reason: '/why' }
    await httpTools.add(tenant, aDraft({ url, refusals }), null)
    const other = { name: 'other', url, refusals: { ...refusals, reason: '/only' } }
    await httpTools.add(tenant, aDraft({ ...other, headers: [{ name: 'Accept-Language', value: 'ja' }] }), null)
    const reasonIn = async (language: 'zh' | 'en' | undefined, action = 'refund') => {
      const outcome = await actions.act(tenant, { ...asked(), action, language })
      return outcome.kind === 'refused' && outcome.reason
    }
    expect([await reasonIn('zh'), await reasonIn('en')]).toEqual(['已经发货了', 'It has been sent'])
    expect([await reasonIn(undefined), await reasonIn('en', 'other')]).toEqual(['已经发货了', '晚了'])
    const wanted = ['zh-CN, zh;q=0.9', 'en', undefined, 'ja']
    expect(heard.map(({ headers }) => headers['accept-language'])).toEqual(wanted)
  })

  it.each([
    ['a page', 'answered-html', 1],
    ['something broken', 'answered-no-json', 1],
    ['fifty megabytes', 'too-large', 1],
    ['nothing, for ever', 'takes-too-long', 2],
    ['a fault', 'status-500', 2],
    ['another place', 'status-302', 1],
  ])('fail clearly on an answer that is %s', async (what, reason, attempts) => {
    const { url } = await aSystem((_request, response) => {
      if (what === 'a page') response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>hello</h1>')
      else if (what === 'something broken') response.end('{"a":')
      else if (what === 'fifty megabytes')
        response.writeHead(200, { 'content-length': String(50 * 1024 * 1024) }).write('{')
      else if (what === 'nothing, for ever') response.writeHead(200).write(' ')
      else response.writeHead(what === 'a fault' ? 500 : 302, { location: 'http://127.0.0.1:1/' }).end('{}')
    })
    const { httpTools, actions, tenant } = start()
    const within = what === 'nothing, for ever' ? 300 : 20_000
    await httpTools.add(tenant, aDraft({ url, within, retries: 1 }), null)
    expect(await actions.act(tenant, asked())).toMatchObject({ kind: 'failed', reason, attempts })
  })

  it('are tried again only where it does no harm', async () => {
    let busy = 2
    const { url, heard } = await aSystem((_request, response) => response.writeHead(busy-- > 0 ? 503 : 200).end('{}'))
    const { httpTools, actions, tenant } = start()
    const tool = await httpTools.add(tenant, aDraft({ url }), null)
    const run = asked()
    expect(await actions.act(tenant, run)).toMatchObject({ kind: 'done', attempts: 3 })
    expect(heard.map(({ headers }) => headers['idempotency-key'])).toEqual([run.runId, run.runId, run.runId])
    busy = 2
    const { version } = tool
    await httpTools.change(tenant, tool.id, { ...aDraft({ url, idempotencyHeader: null }), version })
    const told = await actions.act(tenant, asked())
    expect(told).toMatchObject({ kind: 'failed', reason: 'status-503', attempts: 1 })
    expect(told).not.toHaveProperty('again')
    const nobody = aDraft({ name: 'nobody', url: 'http://127.0.0.1:1/', idempotencyHeader: null })
    await httpTools.add(tenant, nobody, null)
    const unreached = await actions.act(tenant, { ...asked(), action: 'nobody' })
    expect(unreached).toMatchObject({ reason: 'unreachable', attempts: 3, again: true })
  })

  it('ask nothing for a while of a system that fails again and again', async () => {
    const { url, heard } = await aSystem((_request, response) => response.writeHead(500).end('{}'))
    const { httpTools, actions, tenant } = start()
    const { id } = await httpTools.add(tenant, aDraft({ url, retries: 4 }), null)
    await actions.act(tenant, asked())
    expect(await actions.act(tenant, asked())).toMatchObject({ kind: 'failed', reason: 'circuit-open', again: true })
    expect(heard).toHaveLength(5)
    expect(await httpTools.get(tenant, id)).toMatchObject({ circuit: 'open' })
  })

  it('reach no private address unless it is allowed, and no other folder than was described', async () => {
    const { url, heard } = await aSystem((_request, response) => response.end('{}'))
    const guarded = start({ allowed: [] })
    await guarded.httpTools.add(guarded.tenant, aDraft({ url }), null)
    expect(await guarded.actions.act(guarded.tenant, asked())).toMatchObject({ reason: 'forbidden-address' })
    const { httpTools, actions, tenant } = start()
    await httpTools.add(tenant, aDraft({ url: `${url}/orders/{order}/refund` }), null)
    expect(await actions.act(tenant, asked({ order: '..' }))).toMatchObject({ reason: expect.stringMatching('order') })
    expect(heard).toEqual([])
  })

  it.each([
    [{ kind: 'bearer' }, (headers: Record<string, unknown>) => headers['authorization'] === 'Bearer s3cret-word'],
    [
      { kind: 'basic', user: 'shop' },
      (headers: Record<string, unknown>) => headers['authorization'] === `Basic ${btoa('shop:s3cret-word')}`,
    ],
    [
      { kind: 'key', in: 'header', name: 'X-Key' },
      (headers: Record<string, unknown>) => headers['x-key'] === 's3cret-word',
    ],
    [{ kind: 'key', in: 'query', name: 'key' }, (_: unknown, url: string) => url === '/?key=s3cret-word'],
    [
      { kind: 'hmac', header: 'X-Sign' },
      (headers: Record<string, unknown>) => /^t=\d+,v1=[0-9a-f]{64}$/.test(String(headers['x-sign'])),
    ],
  ] as const)('say who they are by %o, and show the secret to nobody', async (kind, isRight) => {
    const { url, heard } = await aSystem((request, response) =>
      response.end(JSON.stringify({ heard: request.headers, at: request.url })),
    )
    const { httpTools, actions, tenant } = start()
    const draft = aDraft({ url, authentication: { ...kind, secret: 's3cret-word' } })
    const added = await httpTools.add(tenant, draft, null)
    expect(added).toMatchObject({ hasSecret: true, authentication: kind })
    // Saved again without it, it is still there.
    const { version } = added
    await httpTools.change(tenant, added.id, { ...aDraft({ url, authentication: kind }), version })
    await actions.act(tenant, asked())
    expect(isRight(heard[0]!.headers, heard[0]!.url)).toBe(true)
    const tried = await httpTools.tryOut(tenant, { tool: aDraft({ url, authentication: kind }), id: added.id, input })
    expect(tried).toMatchObject({ outcome: 'done', response: { status: 200 }, request: { method: 'POST' } })
    const { rows } = await sql`select to_jsonb(http_tools) as row from http_tools where tenant_id = ${tenant}`.execute(
      opened().database,
    )
    const shown = JSON.stringify([tried, rows, await httpTools.list(tenant)])
    for (const each of ['s3cret-word', btoa('shop:s3cret-word')]) expect(shown).not.toContain(each)
  })

  it('refuse a description that cannot work, at the place of it', async () => {
    const { httpTools, tenant } = start()
    const wrong = (more: Parameters<typeof aDraft>[0]) => httpTools.add(tenant, aDraft(more), null)
    const at = (path: string) => ({ errors: expect.arrayContaining([expect.objectContaining({ path })]) })
    await expect(wrong({ url: 'ftp://files.example/' })).rejects.toMatchObject(at('body.url'))
    await expect(wrong({ url: 'https://{order}.example/' })).rejects.toMatchObject(at('body.url'))
    await expect(wrong({ url: 'https://a.example/{number}' })).rejects.toMatchObject(at('body.url'))
    const url = 'https://a.example/'
    await expect(wrong({ url, input: { type: 'objekt' } })).rejects.toMatchObject(at('body.input'))
    await expect(wrong({ url, name: 'open_ticket' })).rejects.toMatchObject(at('body.name'))
    const answer = { kind: 'expression', expression: 'body.' } as const
    await expect(wrong({ url, answer })).rejects.toMatchObject(at('body.answer.expression'))
    await wrong({ url })
    await expect(wrong({ url })).rejects.toMatchObject({ code: 'already-exists' })
  })
})
