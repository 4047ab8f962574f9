/** What a company's customers said comes out as a recording that is read, and decided again as it was. */
import { readRecording } from '@lingxi/contract/recording'
import { recordingRoutes } from '@lingxi/contract/recording-routes'
import { expect, it } from 'vitest'
import { createTakeAgain, replay } from '../journeys/replaying/replaying.ts'
import { onBothDatabases } from '../platform/database/database.testing.ts'
import { aVisitor } from './customers.testing.ts'
import { startServer } from './main.testing.ts'
import { mainTenant } from './parts.ts'
import { createTurnOver } from './turn-over.ts'

onBothDatabases('The conversations of a company', (opened) => {
  it('are downloaded as a recording, the newest first, and replay as they were', async () => {
    const server = await startServer(opened())
    const { parts } = server
    const ids: string[] = []
    for (const said of [['你好', '怎么退货'], ['转人工'], ['How do I return it?']]) {
      const visitor = await aVisitor(server)
      for (const text of said) await visitor.say(text)
      ids.unshift(await visitor.conversationId())
    }
    const { token } = await server.signIn('admin')
    const download = (query = '', as = token) =>
      server.request({ method: 'GET', url: `${recordingRoutes.downloadRecording.path}${query}`, token: as })

    const answer = await download()
    expect(answer.headers['content-type']).toBe('application/x-ndjson')
    const { header, conversations } = readRecording(answer.body)
    expect(header).toMatchObject({ versions: { flows: 0, understanding: null } })
    expect(conversations.map(({ id }) => id)).toEqual(ids)
    for (const { id, events } of conversations)
      expect(events).toEqual(await parts.conversations.eventsAfter(mainTenant, id, 0))

    const flows = await parts.flows.flows.live(mainTenant)
    const after = createTakeAgain({ turnOver: createTurnOver(parts), flows, settings: header.settings })
    const report = await replay(mainTenant, [{ conversations, after }])
    expect(report).toMatchObject({ conversations: 3, turns: 4, identical: 4, changed: 0 })

    const idsOf = async (query: string) => readRecording((await download(query)).body).conversations.map(({ id }) => id)
    expect(await idsOf('?limit=1')).toEqual(ids.slice(0, 1))
    expect(await idsOf('?from=2026-01-01T00:00:00Z')).toEqual(ids)
    expect(await idsOf('?to=2026-01-01T00:00:00Z')).toEqual([])
    expect(await idsOf('?from=9999-01-01T00:00:00Z')).toEqual([])
    expect((await download('?limit=1001')).statusCode).toBe(400)
    expect((await download('', (await server.signIn('supervisor')).token)).statusCode).toBe(403)
    await server.stop()
  })
})
