import { restRoutes, webRoutes } from '@lingxi/contract/channel-routes'
import { identityHeader } from '@lingxi/contract/message'
import { staffRoutes } from '@lingxi/contract/staff-routes'
import { type JWTPayload, SignJWT } from 'jose'
import { beforeAll, describe, expect, it } from 'vitest'
import { createFakeClock } from '../platform/clock/clock.testing.ts'
import { aVisitor } from './customers.testing.ts'
import { problemOf, useServer } from './main.testing.ts'
import { mainTenant } from './parts.ts'

const hour = 3_600_000

describe('a customer whom the company vouches for', () => {
  const clock = createFakeClock()
  const server = useServer({ clock })
  let secret: string
  beforeAll(async () => {
    secret = await newSecret()
  })
  const newSecret = async () => {
    const { call } = await server().signIn('admin')
    return (await call(staffRoutes.rotateIdentitySecret, {})).secret
  }
  const sign = (claims: JWTPayload, { key = secret, alg = 'HS256' } = {}) =>
    new SignJWT({ exp: Math.floor((clock.now() + hour) / 1000), ...claims })
      .setProtectedHeader({ alg })
      .sign(new TextEncoder().encode(key))
  const open = (body: { identity?: string; token?: string }) => server().callAs()(webRoutes.openSession, { body })
  const refused = (detail: string) =>
    expect.objectContaining({ code: 'identity-refused', message: expect.stringContaining(detail) })

  it('is one customer on every device, by the name that the company gives', async () => {
    const [one, other] = [
      await sign({ sub: '42', name: '林晓' }),
      await sign({ sub: '42', name: '林晓', tier: 'gold' }),
    ]
    const phone = await aVisitor(server(), { identity: one })
    await phone.say('你好')
    const desk = await aVisitor(server(), { identity: other })
    expect(await desk.read()).toEqual(await phone.read())
    const customer = await server().parts.customers.get(mainTenant, await desk.customerId())
    expect(customer).toMatchObject({ name: '林晓', channel: 'web' })
    const stranger = await aVisitor(server(), { identity: await sign({ sub: '43' }) })
    expect(await stranger.read()).toEqual([])
  })

  it('is a stranger again for a page that does not vouch for anybody', async () => {
    const { token, customerId } = await open({ identity: await sign({ sub: 'left' }) })
    const next = await open({ token })
    expect(next.customerId).not.toBe(customerId)
    const visitor = await open({})
    expect((await open({ token: visitor.token })).customerId).toBe(visitor.customerId)
  })

  it('is refused clearly with a token that does not hold, and stays who they were', async () => {
    const visitor = await open({})
    const soon = { exp: Math.floor((clock.now() + 1000) / 1000) }
    const late = await sign({ sub: '42', ...soon })
    clock.move(2000)
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from('{"sub":"42","exp":9999999999}').toString('base64url')}.`
    const wrong = [
      [await sign({ sub: '42' }, { key: 'another secret altogether, and long' }), 'signature'],
      [late, 'expired'],
      [await sign({ sub: '42' }, { alg: 'HS384' }), 'HS256'],
      [unsigned, 'HS256'],
      ['no token', 'HS256'],
      [await sign({ name: 'nobody' }), 'JWT'],
      [await sign({ sub: '42', tier: ['gold'] } as never), 'claims'],
    ] as const
    for (const [identity, detail] of wrong)
      await expect(open({ identity, token: visitor.token })).rejects.toEqual(refused(detail))
    expect((await open({ token: visitor.token })).customerId).toBe(visitor.customerId)
  })

  it('is vouched for until the token says, and by then a visitor', async () => {
    const { token } = await open({ identity: await sign({ sub: 'short', tier: 'gold' }) })
    const { externalId } = await server().parts.staff.verifyCustomerToken(token)
    const id = server().parts.customers.idOf('web', externalId)
    const reader = () => server().parts.customers.readerOf(mainTenant, id)
    expect(await reader()).toEqual({ kind: 'customer', signedIn: true, tier: 'gold' })
    clock.move(hour)
    expect(await reader()).toMatchObject({ signedIn: false })
    const answer = await server().request({ method: 'GET', url: '/api/v1/web/entries', token })
    expect(problemOf(answer).code).toBe('not-signed-in')
  })

  it('is not vouched for longer than thirty days, whatever the token says', async () => {
    const years = Math.floor((clock.now() + 5 * 365 * 24 * hour) / 1000)
    const { token } = await open({ identity: await sign({ sub: 'years', exp: years }) })
    clock.move(30 * 24 * hour)
    const answer = await server().request({ method: 'GET', url: '/api/v1/web/entries', token })
    expect(problemOf(answer).code).toBe('not-signed-in')
  })

  it('is proven on each request of a channel that knows no sessions, and nobody can call themselves so', async () => {
    const ask = (sender: string, identity?: string) =>
      server().request({
        method: 'POST',
        url: restRoutes.restWebhook.path,
        payload: { sender, message: '你好' },
        ...(identity && { headers: { [identityHeader]: identity } }),
      })
    const answer = await ask('device-1', await sign({ sub: '77', tier: 'gold' }))
    expect(answer.json()[0]).toMatchObject({ recipient_id: 'device-1' })
    expect(problemOf(await ask('signed-in:77')).code).toBe('invalid-request')
    expect(problemOf(await ask('device-1', 'forged')).code).toBe('identity-refused')
  })

  it('is vouched for by the newest secret only, which is shown once', async () => {
    const before = await sign({ sub: '42' })
    await open({ identity: before })
    secret = await newSecret()
    await expect(open({ identity: before })).rejects.toEqual(refused('signature'))
    await open({ identity: await sign({ sub: '42' }) })
    const { call } = await server().signIn('admin')
    const shown = await call(staffRoutes.getIdentitySecret, {})
    expect(shown).toEqual({ createdAt: new Date(clock.now()).toISOString() })
    expect(server().lines.join('\n')).not.toContain(secret)
  })
})
