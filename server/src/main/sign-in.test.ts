import { staffRoutes } from '@lingxi/contract/staff-routes'
import { describe, expect, it } from 'vitest'
import { adminEmail, adminPassword, problemOf, useServer } from './main.testing.ts'

describe('signing in over HTTP', () => {
  const server = useServer()
  const post = (url: string, more: { payload?: object; headers?: Record<string, string> } = {}) =>
    server().request({ method: 'POST', url, ...more })
  const signIn = (password = adminPassword) => post('/api/v1/sign-in', { payload: { email: adminEmail, password } })
  const cookieOf = (answer: Awaited<ReturnType<typeof signIn>>) => answer.cookies[0]!
  const refresh = (cookie: string) => post('/api/v1/sign-in/refresh', { headers: { cookie } })

  it('gives a token that opens the API, and a refresh cookie that no script can read', async () => {
    const answer = await signIn()
    expect(answer.statusCode).toBe(200)
    const { accessToken, staff } = staffRoutes.signIn.ok.parse(answer.json())
    expect(cookieOf(answer)).toMatchObject({
      name: 'lingxi_refresh',
      httpOnly: true,
      sameSite: 'Strict',
      path: '/api/v1',
    })
    expect(answer.body).not.toContain(cookieOf(answer).value)
    expect(await server().callAs(accessToken)(staffRoutes.me, {})).toEqual({
      ...staff,
      lastSignInAt: expect.anything(),
    })
  })

  it('never says which of address and password is wrong', async () => {
    const wrongPassword = await signIn('not the password')
    const nobody = await post('/api/v1/sign-in', { payload: { email: 'nobody@shop.example', password: 'x' } })
    expect(problemOf(wrongPassword)).toEqual(problemOf(nobody))
    expect(problemOf(nobody).code).toBe('wrong-credentials')
    expect(wrongPassword.headers['set-cookie']).toBeUndefined()
  })

  it('gives a new access token and a new cookie for the cookie', async () => {
    const first = cookieOf(await signIn())
    const answer = await refresh(`lingxi_refresh=${first.value}`)
    const { accessToken } = staffRoutes.refresh.ok.parse(answer.json())
    expect(cookieOf(answer).value).not.toBe(first.value)
    await server().callAs(accessToken)(staffRoutes.me, {})
  })

  it('refuses to refresh without a cookie, with a broken one, and with an access token for one', async () => {
    const { accessToken } = staffRoutes.signIn.ok.parse((await signIn()).json())
    for (const cookie of [
      '',
      'lingxi_refresh=',
      'lingxi_refresh=%E0%A4%A',
      'lingxi_refresh=a.b.c',
      `lingxi_refresh=${accessToken}`,
    ])
      expect(problemOf(await refresh(cookie)).code).toBe('not-signed-in')
  })

  it('ends the sign-in on signing out, and removes the cookie', async () => {
    const signedIn = await signIn()
    const { accessToken } = staffRoutes.signIn.ok.parse(signedIn.json())
    const cookie = `lingxi_refresh=${cookieOf(signedIn).value}`
    const out = await post('/api/v1/sign-out', { headers: { cookie } })
    expect(out.statusCode).toBe(204)
    expect(cookieOf(out)).toMatchObject({ name: 'lingxi_refresh', value: '', path: '/api/v1' })
    expect(problemOf(await refresh(cookie)).code).toBe('not-signed-in')
    const me = await server().request({ method: 'GET', url: '/api/v1/me', token: accessToken })
    expect(problemOf(me).code).toBe('not-signed-in')
  })

  it('keeps this sign-in and ends the others when the password is changed', async () => {
    const { email, password, call } = await server().signIn('staff')
    const elsewhere = await post('/api/v1/sign-in', { payload: { email, password } })
    const next = 'another long password'
    await call(staffRoutes.changePassword, { body: { current: password, next } })
    await call(staffRoutes.me, {})
    expect((await refresh(`lingxi_refresh=${cookieOf(elsewhere).value}`)).statusCode).toBe(401)
    expect((await post('/api/v1/sign-in', { payload: { email, password: next } })).statusCode).toBe(200)
  })

  it('slows down whoever guesses', async () => {
    const { email } = await server().signIn('staff')
    const codes: string[] = []
    for (let guess = 0; guess < 6; guess++)
      codes.push(problemOf(await post('/api/v1/sign-in', { payload: { email, password: `guess ${guess}` } })).code)
    expect(codes).toEqual([...Array(5).fill('wrong-credentials'), 'too-many-attempts'])
  })
})
