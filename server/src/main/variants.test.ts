import { webRoutes } from '@lingxi/contract/channel-routes'
import { ArticleDraft } from '@lingxi/contract/knowledge'
import { knowledgeRoutes } from '@lingxi/contract/knowledge-routes'
import { identityHeader } from '@lingxi/contract/message'
import { staffRoutes } from '@lingxi/contract/staff-routes'
import { SignJWT } from 'jose'
import { beforeAll, describe, expect, it } from 'vitest'
import { systemIds } from '#platform/ids'
import { aVisitor } from './customers.testing.ts'
import { useServer } from './main.testing.ts'
import { mainTenant } from './parts.ts'

const question = '羊绒手套的保养费是多少？'
const texts = {
  own: '羊绒手套的保养费是五十元。',
  web: '羊绒手套的保养费在网页上预约是四十元。',
  gold: '羊绒手套的保养费对金卡是零元。',
  hongkong: '羊绒手套的保养费在香港是六十港币。',
  helpCentre: '羊绒手套的保养费见门店价目。',
}
const when = { channels: [], tiers: [], regions: [], from: null, until: null }
const variants = [
  { when: { ...when, channels: ['web'] }, body: texts.web },
  { when: { ...when, channels: ['web', 'openai'], tiers: ['gold'] }, body: texts.gold },
  { when: { ...when, channels: ['web', 'rest', 'openai'], regions: ['香港'] }, body: texts.hongkong },
  { when: { ...when, channels: ['help-centre'] }, body: texts.helpCentre },
]

describe('an article with a text for each situation', () => {
  const server = useServer()
  let secret: string
  let apiKey: string
  let id: string
  beforeAll(async () => {
    const admin = await server().signIn('admin')
    secret = (await admin.call(staffRoutes.rotateIdentitySecret, {})).secret
    apiKey = (await admin.call(staffRoutes.addApiKey, { body: { name: 'a program' } })).key
    const draft = ArticleDraft.parse({
      title: question,
      body: texts.own,
      language: 'zh',
      status: 'published',
      variants,
    })
    id = (await server().parts.knowledge.add(mainTenant, draft)).id
  })
  const prove = (claims: object) =>
    new SignJWT({ ...claims, sub: systemIds.next('sub') })
      .setProtectedHeader({ alg: 'HS256' })
      .setExpirationTime('1h')
      .sign(new TextEncoder().encode(secret))

  /** Which of the texts is in it; of two or none, their names. */
  const textIn = (seen: string) =>
    Object.entries(texts)
      .filter(([, text]) => seen.includes(text))
      .map(([name]) => name)
      .join(' and ')

  it('is answered on the web by who asks, and opened as it was cited', async () => {
    const ask = async (opening: { identity?: string; region?: string }) => {
      const { say, call } = await aVisitor(server(), opening)
      const answer = (await say(question)).find((entry) => entry.type === 'message')
      const [citation] = answer!.citations
      const { body } = await call(webRoutes.readArticle, { params: { id } })
      expect(body.slice(citation!.start, citation!.end)).toBe(citation!.quote)
      return [textIn(answer!.text), citation!.variant?.name]
    }
    expect(await ask({})).toEqual(['web', 'web'])
    expect(await ask({ region: '香港' })).toEqual(['hongkong', 'web · rest · openai · 香港'])
    expect(await ask({ identity: await prove({ tier: 'gold' }) })).toEqual(['gold', 'web · openai · gold'])
    expect(await ask({ identity: await prove({ region: '香港' }), region: '澳门' })).toEqual([
      'hongkong',
      'web · rest · openai · 香港',
    ])
  })

  it('is answered over REST, by the region that is said or proven, also when that changes', async () => {
    const sender = systemIds.next('sender')
    const ask = async (metadata?: object, identity?: string) => {
      const { body } = await server().request({
        method: 'POST',
        url: '/webhooks/rest/webhook',
        payload: { sender, message: question, ...(metadata && { metadata }) },
        ...(identity && { headers: { [identityHeader]: identity } }),
      })
      return textIn(body)
    }
    expect(await ask()).toBe('own')
    expect(await ask({ region: '香港', more: 1 })).toBe('hongkong')
    expect(await ask()).toBe('hongkong')
    expect(await ask({ region: '澳门' })).toBe('own')
    expect(await ask({ region: 7 })).toBe('own')
    expect(await ask(undefined, await prove({ region: '香港' }))).toBe('hongkong')
  })

  it('is answered to clients of OpenAI', async () => {
    const ask = async (more: object, identity?: string) => {
      const { body } = await server().request({
        method: 'POST',
        url: '/v1/chat/completions',
        payload: { messages: [{ role: 'user', content: question }], ...more },
        token: apiKey,
        ...(identity && { headers: { [identityHeader]: identity } }),
      })
      return textIn(body)
    }
    expect(await ask({})).toBe('own')
    expect(await ask({ metadata: { region: '香港' } })).toBe('hongkong')
    expect(await ask({}, await prove({ tier: 'gold' }))).toBe('gold')
  })

  it('stands in the help centre with the text that is for it', async () => {
    const read = async (url: string) => textIn((await server().request({ method: 'GET', url })).body)
    expect(await read(`/help/zh/articles/${id}/x`)).toBe('helpCentre')
    expect(await read(`/help/zh/search?q=${encodeURIComponent('羊绒手套')}`)).toBe('helpCentre')
    expect(await read('/help/zh/topics/-')).toBe('helpCentre')
  })

  it('is tried in the place of a given customer, and says why it was that text', async () => {
    const { call } = await server().signIn('supervisor')
    const attempt = async (as?: object) => {
      const tried = await call(knowledgeRoutes.tryQuestion, { body: { question, language: 'zh', ...(as && { as }) } })
      const mine = tried.passages.filter(({ articleId }) => articleId === id)
      return [textIn(tried.text), mine.map(({ variant }) => variant?.by)]
    }
    expect(await attempt()).toEqual(['web', [['channel']]])
    expect(await attempt({ signedIn: true, tier: 'gold' })).toEqual(['gold', [['channel', 'tier']]])
    expect(await attempt({ channel: 'rest', region: '香港' })).toEqual(['hongkong', [['channel', 'region']]])
    expect(await attempt({ channel: 'rest' })).toEqual(['own', [undefined]])
  })
})
