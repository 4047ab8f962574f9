import { api } from '@lingxi/contract/api'
import type { Access, Route } from '@lingxi/contract/route'
import { roles } from '@lingxi/contract/staff'
import { beforeAll, describe, expect, it } from 'vitest'
import { aVisitor } from './customers.testing.ts'
import { problemOf, useServer } from './main.testing.ts'

const callers = ['nobody', 'a stranger', 'a customer', 'a program', ...roles] as const
type Caller = (typeof callers)[number]
const admitted: Record<Access, readonly Caller[]> = {
  anyone: callers,
  customer: ['a customer'],
  'api-key': ['a program'],
  'staff-or-key': ['a program', 'staff', 'supervisor', 'admin'],
  staff: ['staff', 'supervisor', 'admin'],
  supervisor: ['supervisor', 'admin'],
  admin: ['admin'],
}

/** 401 for who has not proven who they are; 403 for staff whose role is not enough. */
function expected(access: Access, caller: Caller): 'admitted' | 401 | 403 {
  if (admitted[access].includes(caller)) return 'admitted'
  const isStaff = (roles as readonly string[]).includes(caller)
  return isStaff && (roles as readonly string[]).includes(access) ? 403 : 401
}

describe('who may call what', () => {
  const server = useServer()
  const tokens = new Map<Caller, string | undefined>()
  beforeAll(async () => {
    for (const role of roles) tokens.set(role, (await server().signIn(role)).token)
    const { call } = await server().signIn('admin')
    tokens.set('a program', (await call(api.addApiKey, { body: { name: 'a program' } })).key)
    tokens.set('a customer', (await aVisitor(server())).token)
    tokens.set('a stranger', 'eyJhbGciOiJub25lIn0.eyJ0ZW5hbnQiOiJ0bnRfbWFpbiJ9.')
    tokens.set('nobody', undefined)
  })

  it.each(Object.entries<Route>(api).map(([name, route]) => ({ name, route })))('$name', async ({ route }) => {
    for (const caller of callers) {
      const answer = await server().request({
        method: route.method,
        url: route.path.replaceAll(/:\w+/g, 'nothing'),
        token: tokens.get(caller),
        // Refused for its form, if for nothing else: that is asked after who is calling.
        ...(route.body && { payload: { surplus: true } }),
      })
      const wanted = expected(route.access, caller)
      if (wanted === 'admitted') expect([caller, answer.statusCode === 403]).toEqual([caller, false])
      if (wanted === 'admitted' && route.access !== 'anyone')
        expect([caller, answer.statusCode === 401]).toEqual([caller, false])
      if (wanted !== 'admitted') expect([caller, problemOf(answer).status]).toEqual([caller, wanted])
    }
  })

  it('looks at every kind of access', () => {
    const looked = new Set(Object.values<Route>(api).map(({ access }) => access))
    expect([...looked].toSorted()).toEqual(Object.keys(admitted).toSorted())
  })
})
