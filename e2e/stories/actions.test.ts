import { describe, expect, inject } from 'vitest'
import { deskAt } from '../desk.ts'
import { story } from '../stage.ts'

const openApi = `openapi: 3.1.0
info: { title: Shop, version: '1' }
servers: [{ url: 'https://shop.example/v1' }]
paths:
  /orders/{number}:
    get:
      operationId: getOrder
      summary: Where an order is
      parameters: [{ name: number, in: path, required: true, schema: { type: string } }]
      responses: { '200': { description: found } }
  /labels:
    post:
      operationId: printLabel
      requestBody: { content: { text/xml: { schema: { type: string } } } }
      responses: { '200': { description: printed } }
`

describe('what the bot may do', () => {
  story('is described, tried, saved, and taken from a document', async ({ stage }) => {
    const { page, button } = deskAt(await stage.open(), 'zh')
    const desk = deskAt(page, 'zh')
    await desk.enter(inject('lingxi'), '/console/settings')
    await page.getByRole('link', { name: '动作' }).click()
    await page.getByText('open_ticket').waitFor()

    stage.allow(/status of 400 .* \S*\/actions\/http-tools/)
    await button('新建 HTTP 工具').click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('名称', { exact: true }).fill('order_status')
    await dialog.getByLabel('中文标题').fill('查订单')
    await dialog.getByLabel('地址').fill('http://10.0.0.1/orders/{number}')
    await dialog.getByRole('button', { name: '保存' }).click()
    await dialog.getByText('names a field that the input does not have: number').waitFor()
    const schema = { type: 'object', properties: { number: { type: 'string' } }, required: ['number'] }
    await dialog.getByLabel('输入的 JSON Schema').fill(JSON.stringify(schema))
    await dialog.getByLabel('输入（JSON）').fill('{"number":"D1"}')
    await dialog.getByRole('button', { name: '发送' }).click()
    await dialog.getByText('forbidden-address').waitFor()
    await stage.photograph(page, 'console-tool-zh')
    await dialog.getByRole('button', { name: '保存' }).click()
    await page.getByText('工具已保存').waitFor()
    await page.getByText('order_status', { exact: true }).waitFor()

    await button('导入 OpenAPI').click()
    await dialog.getByLabel('文档', { exact: true }).fill(openApi)
    await dialog.getByRole('button', { name: '查看' }).click()
    await dialog.getByText(/neither JSON nor a form: text\/xml/).waitFor()
    await dialog.getByRole('checkbox', { name: 'GET /orders/{number}' }).click()
    await stage.photograph(page, 'console-open-api-zh')
    await dialog.getByRole('button', { name: '导入 1 个' }).click()
    await page.getByText('get_order', { exact: true }).waitFor()
    await stage.photograph(page, 'console-actions-zh')
  })

  story('goes on in a ticket, which is opened, given to somebody and solved', async ({ stage }) => {
    const desk = deskAt(await stage.open({ language: 'en' }), 'en')
    const { page } = desk
    await desk.enter(inject('lingxi'), '/console/tickets')
    await page.getByRole('button', { name: 'New ticket' }).first().click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Subject').fill('Torn box')
    await dialog.getByLabel('Text').fill('The box came torn.')
    await stage.photograph(page, 'console-ticket-en')
    await dialog.getByRole('button', { name: 'New ticket' }).click()
    await page.getByText('Ticket T-1 is open').waitFor()
    await stage.photograph(page, 'console-tickets-en')
    await page.getByRole('button', { name: /T-1 Torn box/ }).click()
    await dialog.getByRole('radio', { name: 'Solved' }).click()
    await dialog.getByRole('button', { name: 'Save' }).click()
    await page.getByText('The ticket is saved').waitFor()
    await page.getByText('No tickets').waitFor()

    const phone = deskAt(await stage.open({ language: 'zh', width: 390 }), 'zh')
    await phone.enter(inject('lingxi'), '/console/inbox/open')
    await phone.page.getByRole('link', { name: '工单' }).click()
    await phone.page.getByText('没有工单').waitFor()
    await stage.photograph(phone.page, 'console-tickets-phone-zh')
    await phone.page.goto('/console/settings/actions')
    await phone.page.getByText('open_ticket').waitFor()
    await stage.photograph(phone.page, 'console-actions-phone-zh')
    expect(await phone.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  })
})
