import { afterAll, beforeAll, describe, expect } from 'vitest'
import { apiOf } from '../api.ts'
import { customerAt } from '../customer.ts'
import { deskAt } from '../desk.ts'
import { type HelpingEndpoint, startHelpingEndpoint } from '../helping-endpoint.ts'
import { type LingxiServer, startServer } from '../lingxi-server.ts'
import { languages, story } from '../stage.ts'
import { assistWords, consoleWords } from '../words.ts'

const question = '退货运费谁承担？'
const wish = '火星快递我不想要了，请星星别送'
let model: HelpingEndpoint
let server: LingxiServer
beforeAll(async () => {
  model = await startHelpingEndpoint(({ text, sources: [first] }) => {
    if (text.includes(wish)) return { call: { name: 'begin_flow', input: { flow: 'cancel_order', slots: {} } } }
    const sentence = first?.text.split(/[。：\n]/)[0]?.replaceAll('*', '') ?? ''
    return { say: `${sentence}[1]。每单再送您 ¥500 现金券[1]。` }
  })
  server = await startServer({ LINGXI_MODEL_URL: model.url, LINGXI_MODEL_NAME: 'scripted' })
})
afterAll(async () => {
  await server.stop()
  await model.close()
})

describe('a model that helps', () => {
  story(
    'is switched and given its budgets by the company, says only what has a source, and is seen to',
    async ({ stage }) => {
      const words = assistWords.zh
      const admin = deskAt(await stage.open({ url: server.url }), 'zh')
      await admin.enter(server, '/console/settings')
      const form = admin.page.locator('form').filter({ has: admin.page.getByLabel(words.seconds) })
      await form.getByRole('radio', { name: words.always }).click()
      await form.getByLabel(words.steps).fill('0')
      await form.getByText(words.range).waitFor()
      await form.getByLabel(words.steps).fill('3')
      await form.getByLabel(words.seconds).fill('20')
      await form.getByLabel(words.priceIn).fill('2.5')
      await form.getByRole('button', { name: admin.words.save, exact: true }).click()
      await admin.page.getByText(words.saved).waitFor()
      await form.scrollIntoViewIfNeeded()
      await stage.photograph(admin.page, 'console-assist-settings-zh')
      const { assist } = await (await apiOf(server)).getSettings()
      expect(assist).toMatchObject({ use: 'always', steps: 3, seconds: 20, price: { in: 2.5, out: 0 } })

      const customer = customerAt(await stage.open({ url: server.url }), 'zh')
      await customer.visit()
      await customer.openChat()
      await customer.say(question)
      await customer.sources.first().waitFor()
      expect(await customer.log.getByText('现金券').count()).toBe(0)

      const { id } = await (await apiOf(server)).conversationAbout(question)
      for (const language of languages)
        for (const width of [1280, 390]) {
          const desk = deskAt(await stage.open({ url: server.url, language, width }), language)
          await desk.enter(server)
          await desk.page.goto(`/console/inbox/open/${id}`)
          await desk.log.waitFor()
          const why = desk.page.getByText(consoleWords[language].why).last()
          await why.click()
          await desk.log.getByText(assistWords[language].dropped).waitFor()
          await desk.log.getByText(assistWords[language].claims).scrollIntoViewIfNeeded()
          await stage.photograph(desk.page, `console-assist-why-${language}-${width}`)
        }
    },
  )

  story('asks for a flow, which then leads and asks what it needs', async ({ stage }) => {
    const customer = customerAt(await stage.open({ url: server.url }), 'zh')
    await customer.visit()
    await customer.openChat()
    await customer.say(wish)
    await customer.reads(/订单号/)
    const { events } = await (await apiOf(server)).conversationAbout(wish)
    const decided = events.find((event) => event.type === 'turn-decided')
    expect(decided).toMatchObject({
      decision: 'flow',
      why: { assisted: { outcome: 'begins-flow', flow: 'cancel_order', use: { tokensIn: 1_480 } } },
    })
  })

  story('has its settings in English, and on a phone', async ({ stage }) => {
    for (const [language, width] of [
      ['en', 1280],
      ['en', 390],
      ['zh', 390],
    ] as const) {
      const desk = deskAt(await stage.open({ url: server.url, language, width }), language)
      await desk.enter(server, '/console/settings')
      await desk.page.getByLabel(assistWords[language].steps).scrollIntoViewIfNeeded()
      await stage.photograph(desk.page, `console-assist-settings-${language}-${width}`)
    }
  })
})
