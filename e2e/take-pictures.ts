/**
 * Takes the pictures of the README anew: `node e2e/take-pictures.ts`, on Node.js 24, after `npm run build`.
 * The server, the shop, the customers and what they say are real; only the people are invented.
 */
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { apiOf } from './api.ts'
import { customerAt } from './customer.ts'
import { deskAt } from './desk.ts'
import { type LingxiServer, startServer } from './lingxi-server.ts'
import { browserOptions } from './set-up.ts'

const folder = join(import.meta.dirname, '../docs/pictures')

async function openPage(browser: Browser, baseURL: string) {
  const viewport = { width: 1280, height: 800 }
  const context = await browser.newContext({
    baseURL,
    viewport,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    colorScheme: 'light',
  })
  return context.newPage()
}

async function takeShop(browser: Browser, server: LingxiServer) {
  const page = await openPage(browser, server.url)
  const customer = customerAt(page, 'zh')
  await customer.visit()
  await customer.openChat()
  await customer.say('新疆、西藏、内蒙古的运费怎么收？')
  await customer.sources.first().waitFor()
  await page.screenshot({ path: join(folder, 'shop.png'), animations: 'disabled' })
}

const others = [
  { name: '王思远', says: ['怎么开电子发票？', '公司抬头可以开专票吗？'] },
  { name: 'Clara Winter', language: 'en', says: ['Do you ship abroad?'] },
  { name: '赵一诺', says: ['退款多久到账？', '已经第八天了，转人工吧'] },
  { name: 'Noah Becker', language: 'en', says: ['My kettle stopped heating. I would like to talk to a person'] },
  { name: '陈立', says: ['羽绒服可以机洗吗？'] },
  { name: '孙晓雯', says: ['积分怎么用？能抵多少钱？'] },
] as const

async function takeConsole(browser: Browser, server: LingxiServer) {
  const api = await apiOf(server)
  const person = await api.addPerson('周敏', 'supervisor')
  const desk = await apiOf({ url: server.url, ...person })
  for (const { name, says, ...rest } of others) {
    const customer = await api.customer(name, 'language' in rest ? rest.language : 'zh')
    for (const text of says) await customer.say(text)
  }
  const customer = await api.customer('林小满')
  await customer.say('收到的茶杯有一只碎了，能补发吗？')
  await customer.say('转人工')
  const { id } = await api.conversationAbout('收到的茶杯有一只碎了，能补发吗？')
  const act = (command: string, text?: string) =>
    desk.ask(`/api/v1/conversations/${id}/${command}`, { method: 'POST', ...(text && { body: { text } }) })
  await act('claim')
  await act('note', '订单 SG20418，杭州仓发出，外箱有压痕。')
  await act('reply', '林女士您好，我是周敏。给您添麻烦了，碎的那只今天就**补发**，不用寄回。')
  await customer.say('太好了，谢谢你！大概几天能到？')

  const page = await openPage(browser, server.url)
  const view = deskAt(page, 'zh')
  await view.enter(person, `/console/inbox/open/${id}`)
  await view.reads('大概几天能到')
  await page.getByText(view.words.live, { exact: true }).waitFor()
  await page.screenshot({ path: join(folder, 'console.png'), animations: 'disabled' })
}

const server = await startServer()
const browser = await chromium.launch(browserOptions())
try {
  await takeShop(browser, server)
  await takeConsole(browser, server)
} finally {
  await browser.close()
  await server.stop()
}
