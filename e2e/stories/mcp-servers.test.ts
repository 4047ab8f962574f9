import { join } from 'node:path'
import type { ActionEntry } from '@lingxi/contract/action-routes'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import {
  shopTools,
  startToolServer,
  type ToolServer,
} from '../../server/src/platform/mcp-client/tool-server.testing.ts'
import { apiOf } from '../api.ts'
import { violations } from '../axe.ts'
import { deskAt } from '../desk.ts'
import { type LingxiServer, startServer } from '../lingxi-server.ts'
import { story } from '../stage.ts'

const program = join(import.meta.dirname, '../../server/src/platform/mcp-client/tool-program.testing.ts')
let crm: ToolServer
let server: LingxiServer
beforeAll(async () => {
  crm = await startToolServer(shopTools().slice(0, 3))
  const programs = { shop: { command: process.execPath, arguments: [program], variables: ['SHOP_TOKEN'] } }
  server = await startServer({
    LINGXI_ALLOWED_ADDRESSES: '127.0.0.1',
    LINGXI_MCP_PROGRAMS: JSON.stringify(programs),
  })
})
afterAll(async () => {
  await server.stop()
  await crm.close()
})

describe('servers of tools', () => {
  story('are added, tested, and what the bot may use of them is chosen and tried', async ({ stage }) => {
    const { page, button, enter } = deskAt(await stage.open({ url: server.url }), 'zh')
    await enter(server, '/console/settings/actions')
    await page.getByRole('tab', { name: 'MCP 服务器' }).click()
    await page.getByText('还没有服务器').waitFor()
    await stage.photograph(page, 'console-mcp-empty-zh')

    await button('添加服务器').click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('名称', { exact: true }).fill('crm')
    await dialog.getByLabel('地址', { exact: true }).fill('http://10.0.0.1/mcp')
    await dialog.getByRole('button', { name: '添加请求头' }).click()
    await dialog.getByLabel('值 1').fill('Bearer s3cret-word')
    await stage.photograph(page, 'console-mcp-server-zh')
    await dialog.getByRole('button', { name: '保存' }).click()
    await dialog.getByRole('alert').getByText('这是内网地址，没有被允许').waitFor()
    await stage.photograph(page, 'console-mcp-forbidden-zh')
    await dialog.getByRole('button', { name: '取消' }).click()
    await page.getByText(/这是内网地址，没有被允许（/).waitFor()

    await button('修改 crm').click()
    await dialog.getByLabel('地址', { exact: true }).fill(crm.url)
    // A secret goes to no other place than the one that it was given for.
    await dialog.getByLabel('值 1').fill('Bearer s3cret-word')
    await dialog.getByRole('button', { name: '保存' }).click()
    await page.getByText('服务器已保存').last().waitFor()
    await button('crm 的工具').click()
    await dialog.getByText(/^shop 1\.2\.3，\d+ 毫秒应答$/).waitFor()
    expect(crm.heard.every(({ headers }) => headers.authorization === 'Bearer s3cret-word')).toBe(true)
    const find = dialog.getByRole('region', { name: /Find an order/ })
    const refund = dialog.getByRole('region', { name: /^refund/ })
    await find.getByRole('switch', { name: '机器人可用' }).click()
    await find.getByRole('combobox', { name: '作用: 只查询' }).waitFor()
    await refund.getByRole('switch', { name: '机器人可用' }).click()
    await refund.getByRole('combobox', { name: '执行之前: 客户确认后' }).click()
    await page.getByRole('option', { name: '同事批准后' }).click()
    await refund.getByLabel('动作名称').fill('open_ticket')
    await find.getByText('试一次').click()
    await find.getByLabel('输入（JSON）').fill('{"number":"D1"}')
    await find.getByRole('button', { name: '发送' }).click()
    await find.getByText(/D1 is on its way/).waitFor()
    await stage.photograph(page, 'console-mcp-tools-zh')
    expect(await violations(page)).toEqual([])

    stage.allow(/status of 400 .* \S*\/mcp-servers\//)
    await dialog.getByRole('button', { name: '保存选择' }).click()
    await refund.getByText('已有同名的动作').waitFor()
    await refund.getByLabel('动作名称').fill('crm_refund')
    await dialog.getByRole('button', { name: '保存选择' }).click()
    await page.getByText('选择已保存').waitFor()
    await page.getByText('使用 2 个工具').waitFor()
    await stage.photograph(page, 'console-mcp-servers-zh')

    const { actions } = await (await apiOf(server)).ask<{ actions: ActionEntry[] }>('/api/v1/actions')
    expect(actions.filter(({ by }) => by === 'mcp')).toMatchObject([
      { name: 'crm_find_order', effect: 'look', care: 'none' },
      { name: 'crm_refund', effect: 'act', care: 'approval' },
    ])
    await page.getByRole('tab', { name: '动作' }).click()
    await page.getByText('crm_refund').waitFor()
  })

  story('are told to have changed, may be programs, and are removed', async ({ stage }) => {
    crm.change(([find, refund]) => [{ ...find!, description: 'It finds other things now.' }, refund!])
    const desk = deskAt(await stage.open({ url: server.url, language: 'en' }), 'en')
    const { page, button } = desk
    await desk.enter(server, '/console/settings/actions')
    await page.getByRole('tab', { name: 'MCP servers' }).click()
    await button('Tools of crm').click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Changed since it was chosen').waitFor()
    await stage.photograph(page, 'console-mcp-changed-en')
    await dialog.getByRole('button', { name: 'Save choices' }).click()
    await page.getByText('The choices are saved').waitFor()

    await button('Add a server').click()
    await dialog.getByLabel('Name', { exact: true }).fill('shop')
    await dialog.getByRole('radio', { name: 'A program on this machine' }).click()
    await dialog.getByRole('combobox', { name: /^Program/ }).click()
    await page.getByRole('option', { name: 'shop' }).click()
    await dialog.getByRole('button', { name: 'Add a variable' }).click()
    await dialog.getByLabel('Value 1').fill('let me in')
    await stage.photograph(page, 'console-mcp-program-en')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await dialog.getByText(/^shop 1\.2\.3 answered in \d+ ms$/).waitFor()
    const refuse = dialog.getByRole('region', { name: /^refuse/ })
    await refuse.getByText('Try it').click()
    await refuse.getByRole('button', { name: 'Send' }).click()
    await refuse.getByText('The tool says: too late for that').waitFor()
    await stage.photograph(page, 'console-mcp-tried-en')
    await dialog.getByRole('button', { name: 'Cancel' }).click()

    await button('Change shop').click()
    await dialog.getByRole('button', { name: 'Remove', exact: true }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click()
    await page.getByText('The server is removed').waitFor()
    await button('Change shop').waitFor({ state: 'detached' })
  })

  story('are read on a phone, and by supervisors without being changed', async ({ stage }) => {
    const phone = deskAt(await stage.open({ url: server.url, width: 390 }), 'zh')
    await phone.enter(server, '/console/settings/actions')
    await phone.page.getByRole('tab', { name: 'MCP 服务器' }).click()
    await phone.page.getByText(crm.url).waitFor()
    await stage.photograph(phone.page, 'console-mcp-phone-zh')
    await phone.button('crm 的工具').click()
    await phone.page
      .getByRole('dialog')
      .getByRole('region', { name: /^refund/ })
      .waitFor()
    await stage.photograph(phone.page, 'console-mcp-tools-phone-zh')
    const fits = () => phone.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)
    expect(await fits()).toBe(true)

    const supervisor = await (await apiOf(server)).addPerson('Lead', 'supervisor')
    const lead = deskAt(await stage.open({ url: server.url, language: 'en' }), 'en')
    await lead.enter(supervisor, '/console/settings/actions')
    await lead.page.getByRole('tab', { name: 'MCP servers' }).click()
    await lead.page.getByText(crm.url).waitFor()
    expect(await lead.page.getByRole('button', { name: /crm|Add a server/ }).count()).toBe(0)
  })
})
