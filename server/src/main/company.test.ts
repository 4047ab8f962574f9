import { openaiRoutes, webRoutes } from '@lingxi/contract/channel-routes'
import { deskRoutes } from '@lingxi/contract/desk-routes'
import { staffRoutes } from '@lingxi/contract/staff-routes'
import { beforeAll, describe, expect, it } from 'vitest'
import { aVisitor } from './customers.testing.ts'
import { useServer } from './main.testing.ts'

describe('the company over the API', () => {
  const server = useServer()
  type Person = Awaited<ReturnType<ReturnType<typeof server>['signIn']>>
  let admin: Person
  beforeAll(async () => {
    admin = await server().signIn('admin')
  })
  const refused = (code: string) => expect.objectContaining({ code })
  const signInAs = (email: string, password: string) =>
    server().callAs()(staffRoutes.signIn, { body: { email, password } })

  it('adds people, who sign in with the password that is shown once', async () => {
    const body = { email: 'New.Person@Shop.example', name: ' 新人 ', role: 'supervisor' } as const
    const { staff, password } = await admin.call(staffRoutes.addStaff, { body })
    expect(staff).toMatchObject({ email: 'new.person@shop.example', name: '新人', role: 'supervisor', active: true })
    expect((await signInAs('new.person@shop.example', password)).staff.id).toBe(staff.id)
    const { staff: everyone } = await admin.call(staffRoutes.listStaff, {})
    expect(everyone.find(({ id }) => id === staff.id)).toMatchObject({ lastSignInAt: expect.any(String) })
    await expect(admin.call(staffRoutes.addStaff, { body })).rejects.toEqual(refused('already-exists'))
  })

  it('lets someone out at once, and in again', async () => {
    const { id, email, password, call } = await server().signIn('staff')
    await call(staffRoutes.me, {})
    const params = { id }
    expect(await admin.call(staffRoutes.changeStaff, { params, body: { active: false } })).toMatchObject({
      active: false,
    })
    await expect(call(staffRoutes.me, {})).rejects.toEqual(refused('not-signed-in'))
    await expect(signInAs(email, password)).rejects.toEqual(refused('wrong-credentials'))
    await admin.call(staffRoutes.changeStaff, { params, body: { active: true } })
    await signInAs(email, password)
    const { password: next } = await admin.call(staffRoutes.resetPassword, { params })
    await expect(signInAs(email, password)).rejects.toEqual(refused('wrong-credentials'))
    await signInAs(email, next)
  })

  it('keeps one active admin', async () => {
    const { staff } = await admin.call(staffRoutes.listStaff, {})
    const admins = staff.filter(({ role }) => role === 'admin')
    const outcomes: unknown[] = []
    // The one who asks comes last, or they could not ask any more.
    for (const { id } of admins.toSorted((one) => (one.id === admin.id ? 1 : -1)))
      outcomes.push(
        await admin.call(staffRoutes.changeStaff, { params: { id }, body: { role: 'staff' } }).catch((error) => error),
      )
    expect(outcomes.at(-1)).toEqual(refused('last-admin'))
    expect(outcomes.filter((outcome) => outcome instanceof Error)).toHaveLength(1)
    expect(await admin.call(staffRoutes.me, {})).toMatchObject({ role: 'admin', active: true })
  })

  it('shows customers the name that someone gives themselves', async () => {
    const lin = await server().signIn('staff', '小林')
    await lin.call(staffRoutes.changeMe, { body: { name: '林老师' } })
    const visitor = await aVisitor(server())
    await visitor.say('转人工')
    await lin.call(deskRoutes.claim, { params: { id: await visitor.conversationId() } })
    expect((await visitor.read()).at(-1)).toMatchObject({ type: 'joined', name: '林老师' })
  })

  it('gives keys to programs, shows each once, and ends them', async () => {
    const { apiKey, key } = await admin.call(staffRoutes.addApiKey, { body: { name: '聊天页面' } })
    expect(key.endsWith(apiKey.hint)).toBe(true)
    const program = server().callAs(key)
    expect((await program(openaiRoutes.listModels, {})).data).toMatchObject([{ id: 'lingxi' }])
    const { apiKeys } = await admin.call(staffRoutes.listApiKeys, {})
    expect(apiKeys.find(({ id }) => id === apiKey.id)).toMatchObject({
      name: '聊天页面',
      lastUsedAt: expect.any(String),
    })
    expect(JSON.stringify(apiKeys)).not.toContain(key)
    await admin.call(staffRoutes.removeApiKey, { params: { id: apiKey.id } })
    await expect(program(openaiRoutes.listModels, {})).rejects.toEqual(refused('not-signed-in'))
    const again = admin.call(staffRoutes.removeApiKey, { params: { id: apiKey.id } })
    await expect(again).rejects.toEqual(refused('not-found'))
  })

  it('changes its settings, which hold from the next session and answer on', async () => {
    const { settings, installation } = await admin.call(staffRoutes.getSettings, {})
    expect(installation).toEqual({ version: '0.0.0', database: 'embedded', model: { configured: false, name: null } })
    const wanted = {
      ...settings,
      companyName: `O'Neill & <b>Söhne</b>`,
      botName: '新名字',
      defaultLanguage: 'en',
      greeting: { zh: '你好 <script>', en: "Hi'; drop table tenants; --" },
      suggestions: { zh: [], en: ['Where is my order?'] },
      askSatisfaction: false,
    } as const
    const body = { ...wanted, suggestions: { zh: [], en: [...wanted.suggestions.en] } }
    expect(await admin.call(staffRoutes.changeSettings, { body })).toEqual(wanted)
    expect((await admin.call(staffRoutes.getSettings, {})).settings).toEqual(wanted)
    const session = await server().callAs()(webRoutes.openSession, { body: {} })
    expect(session).toMatchObject({ companyName: wanted.companyName, language: 'en', greeting: wanted.greeting.en })

    const visitor = await aVisitor(server())
    const [, greeting] = await visitor.say('你好')
    expect(greeting).toMatchObject({ speaker: { kind: 'bot', name: '新名字' }, text: wanted.greeting.zh })
    await admin.call(deskRoutes.resolve, { params: { id: await visitor.conversationId() } })
    expect((await visitor.read()).at(-1)).toMatchObject({ type: 'resolved' })
    await admin.call(staffRoutes.changeSettings, { body: settings })
  })
})
