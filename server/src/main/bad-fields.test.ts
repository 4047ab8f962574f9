import { api } from '@lingxi/contract/api'
import { deskRoutes } from '@lingxi/contract/desk-routes'
import { flowsDraft } from '@lingxi/contract/release-replays'
import type { Route } from '@lingxi/contract/route'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aVisitor } from './customers.testing.ts'
import { draftOfArticle, type Known, makeKnownThings } from './known-things.testing.ts'
import { aLearntBase } from './learnt.testing.ts'
import { errorsIn, problemOf, useServer } from './main.testing.ts'
import { aTrainedCompany } from './taught-things.testing.ts'
import { type Sample, sampleOf, type Spoilt, spoil, toRequest } from './samples.testing.ts'

/** Stands in every text that is sent, so that it can be looked for where it must not be. */
const mark = 'zq7mark'
const badTexts = [
  `${mark} \0 \u0001\u001b[31m\u007f\u0085`,
  `${mark} \ud83d and \udc00 \ud83d`,
  `\ud800${mark}`,
  `${mark}'; drop table conversations; --`,
  `${mark} <script>alert(1)</script><img src=x onerror=alert(1)>`,
  `${mark} 👩‍👩‍👧‍👦 ‮ \u{1f1e8}\u{1f1f3} ${'é'.repeat(20)}`,
  `${'a'.repeat(59)}😀${mark}`,
  `${mark}${'长'.repeat(100_000)}`,
  `../../${mark}/%2e%2e/%00`,
  '',
  '   ',
  '\0',
  '2026-02-31T25:00:00Z',
  '0000-01-01T00:00:00Z',
  '9999-12-31T23:59:59+23:59',
  '0000-01-01T00:00:00Z|cnv_0',
  'yesterday|cnv_0',
  '__proto__',
]
const badNumbers = [-1, 0, 1.5, 1e308, 2 ** 31, 2 ** 53, 2 ** 63, '1e3', `${mark}`]
/** So many at once: while the database has one, the next is read. */
const atOnce = 6
const badKinds = [null, 7, true, [], [[]], {}, { __proto__: 1, [mark]: 1 }, [`${mark}`], 'x']

/** What only a browser or another system can bring about; the manners of a refusal are looked at as well. */
const refusedWithoutMore: Record<string, number> = {
  refresh: 401,
  takeEvent: 401,
  // A message without a method says nothing, and nothing else is there; see mcp.test.ts.
  mcp: 400,
  // Nobody serves tools at the place of the sample; see mcp-tools.test.ts.
  chooseMcpTools: 400,
  mcpStream: 405,
  mcpEnd: 405,
  // Nothing waits for a person in a conversation that no flow has led; see approvals.test.ts.
  judgeAction: 409,
  // The file of a sample is a text, and an import takes archives only; see exchange.test.ts.
  importKnowledge: 400,
  // Something else was seen than what is there, see flow-things.
  publishFlows: 409,
  releaseFlowVersion: 409,
  draftFlowVersion: 409,
  stopFlowCandidate: 409,
  // What is learnt reads only after a replay of the conversations that are there, and none has found anything; see replaying.test.ts.
  releaseVersion: 409,
  acceptChanges: 404,
  // Nobody has learnt anything yet; see choosing.test.ts.
  getChoosingVersion: 404,
}

type Who = Record<Route['access'], string | undefined>

describe('a field of any operation that holds what it should not', () => {
  const server = useServer()
  let who: Who
  let known: Known
  beforeAll(async () => {
    const admin = await server().signIn('admin')
    const { call, token, password } = admin
    const { key } = await call(api.addApiKey, { body: { name: 'a program' } })
    const visitor = await aVisitor(server())
    await visitor.say('转人工')
    const body = { title: 'A title', body: 'A body.', language: 'en', status: 'published' } as const
    const [article, another] = [await call(api.addArticle, { body }), await call(api.addArticle, { body })]
    const colleague = await server().signIn('supervisor')
    const add = async (status: 'draft' | 'review' | 'published') =>
      (await colleague.call(api.addArticle, { body: { ...body, status } })).id
    const revised = { params: { id: await add('published') }, body: { ...body, version: 1, edition: 0 } } as const
    const { status: _status, ...draft } = revised.body
    await call(api.saveRevision, { ...revised, body: draft })
    const edge = (subject: string) =>
      call(api.addEdge, { body: { subject: { name: subject }, relation: 'made of', object: { name: 'wool' } } })
    const [stated, taken, merged] = [await edge('a coat'), await edge('a hat'), await edge('a scarf')]
    const someone = await server().signIn('staff')
    const conversation = { 'params.id': await visitor.conversationId() }
    const talking = await aVisitor(server())
    await talking.say('你好')
    const word = await call(api.addWord, { body: { kind: 'word', text: 'kept' } })
    known = {
      ...(await aLearntBase(server())),
      ...Object.fromEntries(Object.keys(deskRoutes).map((name) => [name, conversation])),
      signIn: { 'body.email': someone.email, 'body.password': someone.password },
      changePassword: { 'body.current': password },
      changeSettings: {
        'body.helpCentre.domain': null,
        'body.helpCentre.accent': '#b4552d',
        'body.timeZone': 'Europe/London',
      },
      tellEvent: { 'body.fields': {}, 'body.to': { conversation: await talking.conversationId() } },
      exportKnowledge: { 'query.originals': 'true' },
      changeStaff: { 'params.id': someone.id },
      resetPassword: { 'params.id': someone.id },
      addStaff: { 'body.email': 'newcomer@shop.example' },
      changeApiKey: { 'params.id': (await call(api.addApiKey, { body: { name: 'kept' } })).apiKey.id },
      removeApiKey: { 'params.id': (await call(api.addApiKey, { body: { name: 'gone' } })).apiKey.id },
      getArticle: { 'params.id': article.id },
      ...(await makeKnownThings(admin)),
      ...(await aTrainedCompany(server(), (await call(api.addIntent, { body: { name: 'an-intent' } })).id)),
      changeArticle: { ...draftOfArticle, 'params.id': article.id },
      addArticle: draftOfArticle,
      changeArticles: { 'body.ids': [await add('draft')], 'body.change.audience': { kind: 'public' } },
      listArticles: { 'query.due': 'true', 'query.ended': 'true' },
      listDue: { 'query.mine': 'true' },
      listTranslations: { 'params.id': another.id },
      getRevision: { 'params.id': revised.params.id },
      saveRevision: { ...draftOfArticle, 'params.id': await add('published') },
      discardRevision: { 'params.id': revised.params.id },
      submitForReview: { 'params.id': await add('draft') },
      withdrawFromReview: { 'params.id': await add('review') },
      approveReview: { 'params.id': await add('review') },
      returnReview: { 'params.id': await add('review') },
      listVersions: { 'params.id': another.id },
      getVersion: { 'params.id': another.id },
      restoreVersion: { 'params.id': await add('published') },
      careForArticle: { 'params.id': another.id },
      openSession: { 'body.identity': undefined },
      readArticle: { 'params.id': another.id },
      removeArticle: { 'params.id': (await call(api.addArticle, { body })).id },
      importFile: { 'query.name': 'file.md' },
      switchRelations: { 'body.version': null },
      addWord: { 'body.others': [] },
      changeWord: { 'params.id': word.id, 'body.text': 'changed', 'body.others': [] },
      removeWord: { 'params.id': (await call(api.addWord, { body: { kind: 'word', text: 'gone' } })).id },
      listConversations: { 'query.after': `2026-01-05T08:00:00.000Z|${conversation['params.id']}` },
      readEntries: { 'query.after': `${conversation['params.id']}:1` },
      getNeighbourhood: { 'query.id': stated.subject.id },
      getEdge: { 'query.id': stated.id },
      addEdge: {
        'body.subject.id': stated.subject.id,
        'body.object.id': stated.object.id,
        'body.audience': { kind: 'public' },
      },
      removeEdge: { 'query.id': taken.id },
      judgeEdge: { 'body.id': stated.id },
      renameEntity: { 'body.id': stated.subject.id },
      mergeEntities: { 'body.id': merged.subject.id, 'body.into': stated.subject.id },
      partEntities: { 'query.id': merged.subject.id },
      getReplay: { 'params.what': flowsDraft },
      startReplay: { 'params.what': flowsDraft },
      rate: { 'body.conversationId': conversation['params.id'] },
      complete: { 'body.messages.0.role': 'user', 'body.stream': false, 'body.stream_options': null },
    }
    who = {
      anyone: undefined,
      customer: visitor.token,
      staff: token,
      supervisor: token,
      admin: token,
      'api-key': key,
      'staff-or-key': key,
    }
  })
  afterAll(() => {
    expect(errorsIn(server().lines)).toEqual([])
    expect(server().lines.filter((line) => line.includes(mark))).toEqual([])
    expect(server().lines.length).toBeGreaterThan(500)
  })

  const send = (route: Route, sample: Sample) =>
    server().request({
      ...toRequest(route, sample),
      token: who[route.access],
      // Each from an address of its own, so that nobody is slowed down for what another did.
      remoteAddress: `10.0.${callers >> 8}.${callers++ & 255}`,
    })
  let callers = 0

  async function expectGoodManners(route: Route, { at, sample }: Spoilt) {
    const answer = await send(route, sample)
    expect([at, answer.statusCode < 500]).toEqual([at, true])
    if (answer.statusCode >= 400) problemOf(answer)
    else if (String(answer.headers['content-type']).startsWith('application/json')) route.ok.parse(answer.json())
  }

  const routes = Object.entries<Route>(api).map(([name, route]) => ({ name, route }))
  it.each(routes)('$name', async ({ name, route }) => {
    const sample = sampleOf(route, known[name])
    const sound = await send(route, sample)
    expect([sound.statusCode, sound.body]).toEqual([refusedWithoutMore[name] ?? route.status ?? 200, expect.anything()])
    const cases = [
      ...spoil(sample, 'string', [...badTexts, `${known['getConversation']!['params.id']}:${'9'.repeat(60)}`]),
      ...spoil(sample, 'number', badNumbers),
      ...spoil(sample, 'any', badKinds),
    ]
    for (let from = 0; from < cases.length; from += atOnce)
      await Promise.all(cases.slice(from, from + atOnce).map((each) => expectGoodManners(route, each)))
  })
})
