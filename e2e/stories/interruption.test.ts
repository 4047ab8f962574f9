import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { apiOf } from '../api.ts'
import { type Customer, customerAt } from '../customer.ts'
import { type LingxiServer, startServer } from '../lingxi-server.ts'
import { story, until } from '../stage.ts'

const first = { question: '新疆、西藏、内蒙古的运费怎么收？', answer: '偏远附加费' }
const second = { question: 'Who pays for return shipping?', answer: 'Every return is insured' }
const third = { question: '积分怎么用？能抵多少钱？', answer: '抵' }

let server: LingxiServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

/** A server that has just begun has much to do on a machine that others use. */
const longestReturn = 30_000
const noConnection = [
  /ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE/,
  /WebSocket connection to/,
]

/** The customer presses "try now" where it is offered, until so many answers are there. */
const comeBack = (customer: Customer, answers: number) =>
  until(async () => {
    const offer = customer.panel.getByRole('button', { name: customer.words.reconnect })
    if (await offer.isVisible()) await offer.click({ timeout: 500 }).catch(() => undefined)
    return (await customer.sources.count()) === answers
  }, longestReturn)

async function expectOnce(customer: Customer, texts: string[]) {
  for (const text of texts) expect([text, await customer.log.getByText(text).count()]).toEqual([text, 1])
}

describe('an interruption loses nothing and repeats nothing', () => {
  story('when the network of the customer is away for a while', async ({ stage }) => {
    stage.allow(...noConnection)
    const api = await apiOf(server)
    const page = await stage.open({ url: server.url })
    const sockets: { close: () => Promise<void> }[] = []
    await page.routeWebSocket(/\/api\/v1\/web\/socket/, (socket) => {
      socket.connectToServer()
      sockets.push(socket)
    })
    const customer = customerAt(page, 'zh')
    await customer.visit()
    await customer.openChat()
    await customer.say(first.question)
    await customer.reads(first.answer)
    const { id } = await api.conversationAbout(first.question)

    await page.context().setOffline(true)
    for (const socket of sockets) await socket.close()
    await customer.field.fill('断网时写的一句话')
    await customer.field.press('Enter')
    await customer.panel.getByText(customer.words.offline).waitFor()
    await stage.photograph(page, 'chat-offline-zh')
    await api.ask(`/api/v1/conversations/${id}/claim`, { method: 'POST' })
    await api.ask(`/api/v1/conversations/${id}/reply`, { body: { text: '我是人工客服，看到您的问题了' } })
    await page.context().setOffline(false)

    await customer.reads('我是人工客服，看到您的问题了')
    await expect.poll(async () => (await api.getConversation(id)).preview).toBe('断网时写的一句话')
    await customer.panel.getByText(customer.words.offline).waitFor({ state: 'hidden' })
    await expectOnce(customer, ['断网时写的一句话', '我是人工客服，看到您的问题了', first.answer])
    const heard = (await api.getConversation(id)).events.filter(({ type }) => type === 'message-received')
    expect(heard).toHaveLength(2)
  })

  story('when the server is killed in the middle of an answer, and started again', async ({ stage }) => {
    stage.allow(...noConnection)
    const customer = customerAt(await stage.open({ url: server.url }), 'zh')
    await customer.visit()
    await customer.openChat()
    await customer.say(first.question)
    await customer.reads(first.answer)

    await customer.say(second.question)
    await server.kill()
    await server.startAgain()
    await comeBack(customer, 2)
    await server.kill()
    await customer.say(third.question)
    await server.startAgain()
    await comeBack(customer, 3)
    await expectOnce(customer, [first.answer, second.answer])
    const before = await customer.log.innerText()
    await customer.page.reload()
    await customer.openChat()
    await expect.poll(() => customer.sources.count()).toBe(3)
    expect(spoken(await customer.log.innerText())).toEqual(spoken(before))

    const { events } = await (await apiOf(server)).conversationAbout(third.question)
    expect(events.filter(({ type }) => type === 'message-received')).toHaveLength(3)
    expect(events.filter(({ type }) => type === 'message-sent')).toHaveLength(3)
  })

  test('when the server is killed while it reads what it was given', async () => {
    const api = await apiOf(server)
    const body = { name: 'Notes', place: { kind: 'upload' } }
    const { source } = await api.ask<{ source: { id: string } }>('/api/v1/knowledge/sources', { body })
    const names = Array.from({ length: notes }, (_, place) => `note-${place}.md`)
    for (const name of names) await api.upload(source.id, name, noteOf(name))
    const read = async (one = api) => {
      const { items } = await one.ask<{ items: Item[] }>(`/api/v1/knowledge/sources/${source.id}/items?limit=200`)
      return items.filter(({ state, articles }) => state === 'read' && articles > 0).length
    }
    await server.kill()
    await server.startAgain()
    const again = await apiOf(server)
    expect(await read(again)).toBeLessThan(notes)
    await expect.poll(() => read(again), { timeout: longestReturn }).toBe(notes)
    const { total } = await again.ask<{ total: number }>('/api/v1/knowledge/articles?q=kept+in+drawer&limit=1')
    expect(total).toBe(notes)
  })
})

type Item = { state: string; articles: number }
const notes = 40
const noteOf = (name: string) =>
  `# Where is ${name}?\n\nIt is kept in drawer ${name}.\n${'\n## A chapter\n\nMore about it, line by line.\n'.repeat(20)}`

const spoken = (log: string) => log.split('\n').filter((line) => line.trim() !== '')
