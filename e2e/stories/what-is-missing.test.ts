import { afterAll, beforeAll, describe, expect, inject } from 'vitest'
import { apiOf } from '../api.ts'
import { violations } from '../axe.ts'
import { deskAt } from '../desk.ts'
import { type LingxiServer, startCompany } from '../lingxi-server.ts'
import { tooWide } from '../screens.ts'
import { story } from '../stage.ts'

/** Of its own and without the demo: looking at everything there takes longer than the story. */
let server: LingxiServer
beforeAll(async () => {
  server = await startCompany(inject('begun'))
})
afterAll(() => server.stop())

const words = {
  which: '哪一篇是对的？',
  approve: '通过并发布',
  details: '详情',
  into: '写到哪里',
  added: '要补充的内容（可留空）',
} as const
const title = '雪鹂壶保修多久？'
const body = (years: number) => `雪鹂壶从签收那天起保修 ${years} 年。`
const asked = '雪鹂壶能寄修吗'

describe('a newer text of a live article', () => {
  story('is made when somebody says which of two is right, or takes a question to an article', async ({ stage }) => {
    stage.allow(/favicon/)
    const api = await apiOf(server)
    const one = await api.addArticle({ title, body: body(2) })
    const other = await api.addArticle({ title, body: body(3) })
    const desk = deskAt(await stage.open({ url: server.url }), 'zh')
    const { page } = desk
    await page.goto(`/help/zh/search?q=${encodeURIComponent(`“${asked}”`)}`)
    await api.ask('/api/v1/learning/runs', { method: 'POST' })
    await desk.enter(server, '/console/learning/conflicts')
    const finding = page.getByRole('article').filter({ hasText: title }).filter({ hasText: words.which })
    await finding.waitFor()
    expect(await violations(page)).toEqual([])
    await finding.scrollIntoViewIfNeeded()
    await stage.photograph(page, 'console-which-is-right-zh')
    await finding.getByRole('button', { name: title }).first().click()
    await page.getByRole('button', { name: words.approve }).waitFor()
    await stage.photograph(page, 'console-corrected-zh')

    await page.goto('/console/learning/gaps')
    const gap = page.getByRole('article').filter({ hasText: asked })
    await gap.getByRole('button', { name: words.details }).click()
    await gap.getByLabel(words.into).click()
    await page.getByRole('option', { name: title }).last().click()
    await gap.getByLabel(words.added).fill('见保修卡。')
    await stage.photograph(page, 'console-extend-zh')
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await tooWide(page)).toBe(0)
    await stage.photograph(page, 'console-extend-zh-390')
    await page.setViewportSize({ width: 1280, height: 800 })
    for (const { id } of [one, other]) await api.removeArticle(id)
  })
})

const gap = {
  zh: { asked: '玄铁壶怎么刻字 zzq', details: '详情', from: '帮助中心', trouble: '搜索无结果' },
  en: { asked: 'xuvolt qorv engraving zzq', details: 'Details', from: 'help centre', trouble: 'nothing found' },
} as const

for (const language of ['zh', 'en'] as const)
  story(`what a reader looked for and did not find is a gap (${language})`, async ({ stage }) => {
    stage.allow(/favicon/)
    const page = await stage.open({ language, url: server.url })
    const { asked, details, from, trouble } = gap[language]
    await page.goto(`/help/${language}/search?q=${encodeURIComponent(`“${asked}”`)}`)
    await (await apiOf(server)).ask('/api/v1/learning/runs', { method: 'POST' })
    const desk = deskAt(page, language)
    await desk.enter(server, '/console/learning/gaps')
    const shown = page.getByRole('article').filter({ hasText: asked })
    await shown.getByText(trouble).waitFor()
    await shown.getByRole('button', { name: details }).click()
    await shown.getByText(from, { exact: true }).waitFor()
    expect(await violations(page)).toEqual([])
    await stage.photograph(page, `console-gap-help-centre-${language}`)
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await tooWide(page)).toBe(0)
  })
