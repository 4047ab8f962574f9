import type { SourceEvent, SourceEventAnswer } from '@lingxi/contract/source'
import { sourceRoutes } from '@lingxi/contract/source-routes'
import { beforeAll, describe, expect, it } from 'vitest'
import { signEvent } from '../capabilities/sources/sources.ts'
import { aVisitor } from './customers.testing.ts'
import { problemOf, useServer } from './main.testing.ts'
import { aSource, reading } from './sources.testing.ts'

describe('what another system tells', () => {
  const server = useServer({ reading })
  type Person = Awaited<ReturnType<ReturnType<typeof server>['signIn']>>
  let admin: Person
  let sourceId: string
  let secret: string
  beforeAll(async () => {
    admin = await server().signIn('admin')
    const made = await aSource(admin, { kind: 'webhook' })
    sourceId = made.source.id
    secret = made.secret!
  })
  let count = 0
  const event = (more: Partial<SourceEvent>): Partial<SourceEvent> => ({
    id: `e${++count}`,
    type: 'put',
    document: 'd',
    sequence: count,
    ...more,
  })
  const now = () => Math.floor(Date.now() / 1000)
  const send = (body: string, { key = secret, seconds = now(), signed = body, to = sourceId } = {}) =>
    server().request({
      method: 'POST',
      url: `/api/v1/knowledge/sources/${to}/events`,
      headers: {
        'content-type': 'application/octet-stream',
        'lingxi-signature': signEvent(Buffer.from(signed), { secret: key, seconds }),
      },
      payload: Buffer.from(body),
    })
  async function tell(told: Partial<SourceEvent>): Promise<SourceEventAnswer> {
    const answer = await send(JSON.stringify(told))
    expect(answer.statusCode).toBe(200)
    return sourceRoutes.takeEvent.ok.parse(JSON.parse(answer.body))
  }
  const answerTo = async (text: string) => JSON.stringify((await (await aVisitor(server())).say(text))[1])

  it('is found by customers within a second, changed as soon, and gone as soon as it is withdrawn', async () => {
    const document = 'opening-hours'
    const put = (content: string) => tell(event({ document, title: '潜水馆几点开门？', content, format: 'html' }))
    await put('<p>先热个身。</p>')
    const begun = performance.now()
    expect(await put('<p>潜水馆每天早上 <b>六点半</b>开门。</p>')).toMatchObject({
      outcome: 'changed',
      repeated: false,
    })
    const visible = performance.now() - begun
    expect(await answerTo('潜水馆几点开门？')).toContain('六点半')
    expect(visible).toBeLessThan(1000)
    expect((await put('<p>潜水馆每天早上七点开门。</p>')).outcome).toBe('changed')
    expect(await answerTo('潜水馆几点开门？')).toContain('七点')
    expect((await tell(event({ document, type: 'withdraw' }))).outcome).toBe('withdrawn')
    expect(await answerTo('潜水馆几点开门？')).not.toContain('七点')
  })

  it('twice is answered as before and changes nothing; an older one after a newer is ignored', async () => {
    const document = 'ropes'
    const newer = event({ document, title: 'How long is the rope?', content: 'The rope is 40 m long.', sequence: 1000 })
    const first = await tell(newer)
    expect(first).toMatchObject({ outcome: 'added', repeated: false })
    expect(await tell(newer)).toEqual({ ...first, repeated: true })
    const older = event({ document, title: 'How long is the rope?', content: 'The rope is 30 m long.', sequence: 999 })
    expect(await tell(older)).toMatchObject({ outcome: 'ignored-older' })
    expect(await tell(event({ document, type: 'withdraw', sequence: 998 }))).toMatchObject({ outcome: 'ignored-older' })
    expect(await answerTo('How long is the rope?')).toContain('40 m')
    const { items } = await admin.call(sourceRoutes.listItems, { params: { id: sourceId }, query: { q: document } })
    expect(items).toMatchObject([{ location: document, articles: 1, state: 'read' }])
  })

  it('in any order and all at once leaves the newest standing', async () => {
    const document = 'boats'
    const told = [3, 1, 5, 2, 4].map((sequence) =>
      event({
        document,
        title: 'How many boats are there?',
        content: `There are ${sequence * 11} boats.`,
        sequence: 5000 + sequence,
      }),
    )
    await Promise.all(told.map(tell))
    const { items } = await admin.call(sourceRoutes.listItems, { params: { id: sourceId }, query: { q: document } })
    const { text } = await admin.call(sourceRoutes.readOriginalText, { params: { id: items[0]!.id } })
    expect(text).toBe('There are 55 boats.')
    expect(await answerTo('How many boats are there?')).toContain('55')
  })

  it('that is forged, stale or for another source is refused and changes nothing', async () => {
    const body = JSON.stringify(event({ document: 'forged', title: 'Forged', content: 'Forged words.' }))
    const other = await aSource(admin, { kind: 'webhook' })
    const attempts = [
      send(body, { key: 'whsec_guess' }),
      send(body, { signed: body.replace('Forged words', 'True words') }),
      send(body, { seconds: now() - 3600 }),
      send(body, { seconds: now() + 3600 }),
      send(body, { key: other.secret! }),
      send(body, { to: 'src_nothing' }),
    ]
    for (const attempt of attempts) expect(problemOf(await attempt).status).toBe(401)
    const bare = await server().request({
      method: 'POST',
      url: `/api/v1/knowledge/sources/${sourceId}/events`,
      payload: Buffer.from(body),
      headers: { 'content-type': 'application/octet-stream' },
    })
    expect(problemOf(bare).status).toBe(401)
    expect((await admin.call(sourceRoutes.listItems, { params: { id: sourceId }, query: { q: 'forged' } })).total).toBe(
      0,
    )
    expect(problemOf(await send('{"id":"x"}')).code).toBe('invalid-request')
  })

  it('is signed with the new secret at once when it is replaced, and with the old one for another day', async () => {
    const made = await aSource(admin, { kind: 'webhook' })
    const { secret: fresh } = await admin.call(sourceRoutes.rotateSecret, { params: { id: made.source.id } })
    const body = () => JSON.stringify(event({ document: 'rotated', title: 'Rotated', content: 'Rotated words.' }))
    for (const key of [made.secret!, fresh])
      expect((await send(body(), { key, to: made.source.id })).statusCode).toBe(200)
    await admin.call(sourceRoutes.rotateSecret, { params: { id: made.source.id } })
    expect((await send(body(), { key: made.secret!, to: made.source.id })).statusCode).toBe(401)
  })
})
