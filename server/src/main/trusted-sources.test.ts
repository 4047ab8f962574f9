import { sourceRoutes } from '@lingxi/contract/source-routes'
import { staffRoutes } from '@lingxi/contract/staff-routes'
import { describe, expect, it } from 'vitest'
import { problemOf, useServer } from './main.testing.ts'
import { aSource, endOf, reading, upload } from './sources.testing.ts'
import { mainTenant } from './parts.ts'

describe('a source that is trusted', () => {
  const server = useServer({ reading })

  it('is made so by administrators alone, who are on record, and then needs no review', async () => {
    const admin = await server().signIn('admin')
    const supervisor = await server().signIn('supervisor')
    const { settings } = await admin.call(staffRoutes.getSettings, {})
    await admin.call(staffRoutes.changeSettings, { body: { ...settings, reviewRequired: true } })
    const { source } = await aSource(supervisor, { kind: 'upload' })
    expect(source.trusted).toBe(false)
    const statusOf = async (name: string) => {
      const body = new TextEncoder().encode(`# ${name}\n\n${name}每天六点开门。`)
      const { run } = await upload(supervisor, source.id, [`${name}.md`, body])
      await endOf(supervisor, run.id)
      const { articles } = await server().parts.knowledge.list(mainTenant, { q: name, limit: 5, offset: 0 })
      return articles.map(({ status }) => status)
    }
    expect(await statusOf('潜水馆')).toEqual(['review'])

    const url = `/api/v1/knowledge/sources/${source.id}/trust`
    const refused = await server().request({ method: 'PUT', url, payload: { trusted: true }, token: supervisor.token })
    expect(problemOf(refused).code).toBe('not-allowed')
    const params = { id: source.id }
    expect(await admin.call(sourceRoutes.trustSource, { params, body: { trusted: true } })).toMatchObject({
      trusted: true,
    })
    expect(await statusOf('滑雪馆')).toEqual(['published'])
    await admin.call(sourceRoutes.trustSource, { params, body: { trusted: false } })
    expect(await statusOf('攀岩馆')).toEqual(['review'])
    const { said } = await supervisor.call(sourceRoutes.listSourceTrust, { params })
    expect(said.map(({ trusted, by }) => [trusted, by])).toEqual([
      [false, admin.id],
      [true, admin.id],
    ])
  })
})
