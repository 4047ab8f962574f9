/**
 * Tries each way in which what is not for a customer could reach one. A way is a function that asks and gives back all
 * that came of it; each is tried by those who may read and by those who may not, so that a way that leads nowhere fails.
 */
import { type Audience, visitor } from '@lingxi/contract/audience'
import { webRoutes } from '@lingxi/contract/channel-routes'
import { ArticleDraft } from '@lingxi/contract/knowledge'
import { knowledgeRoutes } from '@lingxi/contract/knowledge-routes'
import { identityHeader } from '@lingxi/contract/message'
import { staffRoutes } from '@lingxi/contract/staff-routes'
import { SignJWT } from 'jose'
import { beforeAll, describe, expect, it } from 'vitest'
import { createLocalSignals } from '#platform/signals'
import { systemIds } from '#platform/ids'
import { aVisitor } from './customers.testing.ts'
import { type Server, useServer } from './main.testing.ts'
import { createParts, mainTenant } from './parts.ts'

const secrets = {
  staff: { audience: { kind: 'staff', groups: [] }, title: '羊绒围巾的特批口令是什么？', word: '蓝鲸七号' },
  group: { audience: { kind: 'staff', groups: ['退款组'] }, title: '羊绒围巾的赔付上限是多少？', word: '四千零七元' },
  gold: { audience: { kind: 'tiers', tiers: ['gold'] }, title: '羊绒围巾的金卡专享价是多少？', word: '八百一十三元' },
  signedIn: { audience: { kind: 'customers' }, title: '羊绒围巾的会员保养福利是什么？', word: '樟木礼盒' },
} as const satisfies Record<string, { audience: Audience; title: string; word: string }>
type Secret = keyof typeof secrets
const all = Object.keys(secrets) as Secret[]

/** Who asks, and which of the secrets are theirs. */
const people = {
  'a visitor': { claims: undefined, may: [] },
  'a customer who is signed in': { claims: { tier: 'silver' }, may: ['signedIn'] },
  'a customer of another tier': { claims: { tier: 'golden' }, may: ['signedIn'] },
  'a gold customer': { claims: { tier: 'gold' }, may: ['signedIn', 'gold'] },
} as const satisfies Record<string, { claims: object | undefined; may: readonly Secret[] }>
type Person = keyof typeof people
const everybody = Object.keys(people) as Person[]

describe('what is not for everybody', () => {
  const server = useServer()
  const ids = {} as Record<Secret, string>
  let secret: string
  let apiKey: string
  beforeAll(async () => {
    const admin = await server().signIn('admin')
    secret = (await admin.call(staffRoutes.rotateIdentitySecret, {})).secret
    apiKey = (await admin.call(staffRoutes.addApiKey, { body: { name: 'a program' } })).key
    for (const name of all) ids[name] = await add(server(), secrets[name])
  })

  const tokenOf = async (person: Person, sub: string = systemIds.next('sub')) => {
    const { claims } = people[person]
    if (!claims) return undefined
    return new SignJWT({ ...claims, sub })
      .setProtectedHeader({ alg: 'HS256' })
      .setExpirationTime('1h')
      .sign(new TextEncoder().encode(secret))
  }

  const ways: Record<string, (person: Person, question: string) => Promise<string>> = {
    'an answer on the web, with its citations, suggestions and buttons': async (person, question) => {
      const { say } = await aVisitor(server(), { identity: await tokenOf(person) })
      return JSON.stringify((await say(question)).filter(({ type }) => type !== 'said'))
    },
    'a cited article, opened': async (person) => {
      const { call } = await aVisitor(server(), { identity: await tokenOf(person) })
      const opened = all.map((name) =>
        call(webRoutes.readArticle, { params: { id: ids[name] } }).catch(() => undefined),
      )
      return JSON.stringify(await Promise.all(opened))
    },
    'the REST channel': async (person, question) => {
      const identity = await tokenOf(person)
      const answer = await server().request({
        method: 'POST',
        url: '/webhooks/rest/webhook',
        payload: { sender: systemIds.next('sender'), message: question },
        ...(identity && { headers: { [identityHeader]: identity } }),
      })
      return answer.body
    },
    'the OpenAI channel, whole and streamed': async (person, question) => {
      const identity = await tokenOf(person)
      const ask = (stream: boolean) =>
        server().request({
          method: 'POST',
          url: '/v1/chat/completions',
          payload: { messages: [{ role: 'user', content: question }], stream },
          token: apiKey,
          ...(identity && { headers: { [identityHeader]: identity } }),
        })
      const [whole, streamed] = [await ask(false), await ask(true)]
      const pieces = [...streamed.body.matchAll(/"content":"((?:[^"\\]|\\.)*)"/g)].map(([, piece]) => piece)
      return whole.body + pieces.join('')
    },
    'another process, which follows by signals': async (person, question) => {
      const identity = await tokenOf(person)
      const parts = await secondProcess()
      const customer = await parts.customers.recognise(mainTenant, 'web', {
        externalId: systemIds.next('visitor'),
        ...(identity && (await parts.prove(mainTenant, identity))),
      })
      const reader = await parts.customers.readerOf(mainTenant, customer.id)
      const { signal } = new AbortController()
      return JSON.stringify(await parts.findAnswer(mainTenant, { text: question, language: 'zh', reader, signal }))
    },
  }

  let second: ReturnType<typeof createParts> | undefined
  let deaf = false
  let tellSecond: ReturnType<typeof createLocalSignals>['tellLocally']
  async function secondProcess() {
    if (second) return second
    const { opened, clock, ids: of, log, metrics, model, signals } = server()
    const theirs = createLocalSignals()
    second = createParts({ opened, clock, ids: of, log, metrics, model, signals: theirs })
    await second.knowledge.load(mainTenant)
    tellSecond = theirs.tellLocally
    signals.follow((signal) => deaf || theirs.tellLocally({ ...signal, remote: true }))
    return second
  }

  describe.each(Object.entries(ways))('reaches only those it is for by %s', (_, ask) => {
    it.each(everybody)('%s', async (person) => {
      const may: readonly Secret[] = people[person].may
      for (const name of all) {
        const seen = await ask(person, secrets[name].title)
        expect([name, seen.includes(secrets[name].word)]).toEqual([name, may.includes(name)])
        for (const other of all)
          if (!may.includes(other))
            expect(seen).not.toMatch(new RegExp(`${secrets[other].word}|${secrets[other].title}`))
      }
    })
  })

  it('is not given to a visitor because somebody who may read it has just asked the same', async () => {
    for (const person of ['a gold customer', 'a visitor', 'a gold customer', 'a visitor'] as const) {
      const seen = await ways['an answer on the web, with its citations, suggestions and buttons']!(
        person,
        secrets.gold.title,
      )
      expect([person, seen.includes(secrets.gold.word)]).toEqual([person, person === 'a gold customer'])
    }
  })

  it('is on no page of the help centre', async () => {
    const urls = [
      '/help/zh',
      `/help/zh/search?q=${encodeURIComponent('羊绒围巾')}`,
      `/help/zh/suggest?q=${encodeURIComponent('羊绒围巾')}`,
      '/help/sitemap.xml',
      ...Object.values(ids).map((id) => `/help/zh/articles/${id}/x`),
    ]
    for (const url of urls) {
      const { body } = await server().request({ method: 'GET', url })
      for (const name of all) {
        expect(body).not.toContain(secrets[name].word)
        expect(body).not.toContain(`<title>${secrets[name].title}`)
        expect(body).not.toContain(ids[name] + '"')
      }
    }
  })

  it('is gone for those it is not for any more as soon as it is narrowed, in every process', async () => {
    const { call } = await server().signIn('supervisor')
    const open = { title: '羊绒围巾怎么清洗？', word: '深冷十二度', audience: { kind: 'public' } } as const
    const { id, ...draft } = await call(knowledgeRoutes.getArticle, { params: { id: await add(server(), open) } })
    const ask = async (way: string) => (await ways[way]!('a visitor', open.title)).includes(open.word)
    const tried = Object.keys(ways).filter((way) => way !== 'a cited article, opened')
    for (const way of tried) expect([way, await ask(way)]).toEqual([way, true])
    const body = { ...plain(draft), audience: { kind: 'staff' as const }, version: draft.version }
    await call(knowledgeRoutes.changeArticle, { params: { id }, body })
    for (const way of tried) expect([way, await ask(way)]).toEqual([way, false])
    const opened = server().callAs()(webRoutes.readArticle, { params: { id } })
    await expect(opened).rejects.toMatchObject({ code: 'not-found' })
  })

  it('is gone for those it is not for any more also in a process that missed being told', async () => {
    const { call } = await server().signIn('supervisor')
    const open = { title: '羊绒围巾怎么熨烫？', word: '蒸汽九十度', audience: { kind: 'public' } } as const
    const { id, ...draft } = await call(knowledgeRoutes.getArticle, { params: { id: await add(server(), open) } })
    const parts = await secondProcess()
    const find = async () => {
      const found = await parts.knowledge.find(mainTenant, { text: open.title, language: 'zh', reader: visitor })
      return JSON.stringify(found).includes(open.word)
    }
    expect(await find()).toBe(true)
    deaf = true
    const body = { ...plain(draft), audience: { kind: 'staff' as const }, version: draft.version }
    await call(knowledgeRoutes.changeArticle, { params: { id }, body })
    expect(await find()).toBe(true)
    deaf = false
    tellSecond({ topic: 'missed', tenantId: '', id: '', of: '', remote: true })
    await expect.poll(find).toBe(false)
  })

  it('is open to staff by their groups, in lists, in search, and article by article', async () => {
    const person = await server().signIn('staff')
    const seen = async () => {
      const { token } = await server()
        .parts.staff.signIn(mainTenant, {
          email: person.email,
          password: person.password,
          from: systemIds.next('address'),
        })
        .then(({ accessToken }) => ({ token: accessToken }))
      const call = server().callAs(token)
      const listed = await call(knowledgeRoutes.listArticles, { query: { q: '羊绒', limit: 200 } })
      const found = await call(knowledgeRoutes.search, { query: { q: secrets.group.title, limit: 50 } })
      const tried = await call(knowledgeRoutes.tryQuestion, {
        body: { question: secrets.group.title, language: 'zh', asStaff: ['退款组'] },
      })
      const read = await call(knowledgeRoutes.getArticle, { params: { id: ids.group } }).catch(() => undefined)
      return [listed, found, tried.hits, read].map((each) => JSON.stringify(each ?? null).includes(ids.group))
    }
    expect(await seen()).toEqual([false, false, false, false])
    const { call } = await server().signIn('admin')
    await call(staffRoutes.changeStaff, { params: { id: person.id }, body: { groups: ['退款组'] } })
    expect(await seen()).toEqual([true, true, true, true])
    await call(staffRoutes.changeStaff, { params: { id: person.id }, body: { groups: [] } })
    expect(await seen()).toEqual([false, false, false, false])
  })
})

async function add(server: Server, { title, word, audience }: { title: string; word: string; audience: Audience }) {
  const body = `${title.replace(/(是什么|是多少|怎么清洗)？/, '')}：${word}。`
  const draft = ArticleDraft.parse({ title, body, language: 'zh', status: 'published', audience })
  return (await server.parts.knowledge.add(mainTenant, draft)).id
}

const plain = (draft: Omit<ArticleDraft, 'id'>) => ArticleDraft.parse(pick(draft))
const pick = (draft: object) => Object.fromEntries(Object.entries(draft).filter(([key]) => key in ArticleDraft.shape))
