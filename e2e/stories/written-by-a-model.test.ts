import { afterAll, beforeAll, describe, expect } from 'vitest'
import { apiOf } from '../api.ts'
import { customerAt } from '../customer.ts'
import { type LingxiServer, startServer } from '../lingxi-server.ts'
import { type ModelEndpoint, startModelEndpoint } from '../model-endpoint.ts'
import { story } from '../stage.ts'

const question = '新疆、西藏、内蒙古的运费怎么收？'
let model: ModelEndpoint
let server: LingxiServer
beforeAll(async () => {
  model = await startModelEndpoint(question)
  server = await startServer({
    LINGXI_MODEL_URL: model.url,
    LINGXI_MODEL_NAME: 'scripted',
    LINGXI_MODEL_KEY: 'a-key-of-the-model',
  })
})
afterAll(async () => {
  await server.stop()
  await model.close()
})

describe('with a language model', () => {
  story('an answer is seen being written, and cites; without its endpoint the articles answer', async ({ stage }) => {
    const api = await apiOf(server)
    const settings = await api.getSettings()
    // It writes as slowly as this story is told.
    await api.changeSettings({ ...settings, assist: { ...settings.assist, seconds: 30 } })
    const customer = customerAt(await stage.open({ url: server.url }), 'zh')
    await customer.visit()
    await customer.openChat()
    await customer.say(question)
    await expect.poll(() => model.isListened()).toBe(true)
    model.say('这三个地区每单加收 ¥15 偏远附加费 [1]。')
    model.say('满 ¥299 全免')
    const panel = customer.panel
    await panel.getByText('这三个地区每单加收 ¥15 偏远附加费').waitFor()
    expect(await customer.sources.count()).toBe(0)
    await stage.photograph(customer.page, 'chat-draft-zh')
    model.say(' [1]。')
    model.finish()
    await customer.sources.first().waitFor()
    await customer.reads('满 ¥299 全免')
    expect(await customer.log.getByText('这三个地区每单加收 ¥15 偏远附加费').count()).toBe(1)
    expect(await customer.log.getByText('¥8 + ¥15 = ¥23').count()).toBe(0)
    expect(model.asked().at(-1)).toContain(question)

    model.goDown()
    await customer.say('Who pays for return shipping?')
    await customer.reads('Every return is insured')
    await expect.poll(() => customer.sources.count()).toBe(2)
  })
})
