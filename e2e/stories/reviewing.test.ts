import type { Article } from '@lingxi/contract/knowledge'
import type { Page } from 'playwright-core'
import { describe, expect, inject } from 'vitest'
import { apiOf } from '../api.ts'
import { violations } from '../axe.ts'
import { deskAt } from '../desk.ts'
import { keepingWords } from '../keeping-words.ts'
import { tooWide } from '../screens.ts'
import { story } from '../stage.ts'

const words = keepingWords.zh
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true })
const inspect = async (page: Page) =>
  expect({ wide: await tooWide(page), violations: await violations(page) }).toEqual({ wide: 0, violations: [] })

describe('a second pair of eyes', () => {
  story('sends a text back, then approves it, and the live text stays until then', async ({ stage }) => {
    const api = await apiOf()
    const { id } = await api.addArticle({ title: '藤椅能放阳台吗？', body: '可以放阳台。' })
    const live = () => api.ask<Article>(`/api/v1/knowledge/articles/${id}`)
    const writer = deskAt(await stage.open(), 'zh')
    await writer.enter(await api.addPerson('文静', 'supervisor'), `/console/knowledge/articles/${id}`)
    await field(writer.page, words.body).fill('可以放阳台，避免暴晒。')
    await button(writer.page, words.keepBeside).click()
    await writer.page.getByText(words.keptBeside).waitFor()
    await button(writer.page, words.submit).click()
    await writer.page.getByText(words.submitted).waitFor()

    const reviewer = deskAt(await stage.open(), 'zh')
    await reviewer.enter(await api.addPerson('沈审', 'supervisor'), '/console/knowledge/reviews')
    const reader = reviewer.page
    await inspect(reader)
    await reader.getByRole('link', { name: '藤椅能放阳台吗？' }).click()
    await reader.getByText(words.goesLive(1)).waitFor()
    await reader.locator('ins').getByText('避免暴晒').waitFor()
    await inspect(reader)
    await stage.photograph(reader, 'review-difference')
    await field(reader, words.comment).fill('下雨呢？')
    await button(reader, words.sendBack).click()
    await reader.getByText(words.sentBack).waitFor()
    expect((await live()).body).toBe('可以放阳台。')

    await writer.page.goto(`/console/knowledge/articles/${id}`)
    await writer.page.getByText(words.returned('下雨呢？')).waitFor()
    await field(writer.page, words.body).fill('可以放阳台，避免暴晒和雨淋。')
    await button(writer.page, words.submit).click()
    await writer.page.getByText(words.submitted).waitFor()

    // Where four eyes are asked for, who wrote it is told that a colleague has to look.
    await writer.page.route('**/api/v1/settings', async (route) => {
      const answer = (await (await route.fetch()).json()) as { settings: object }
      await route.fulfill({ json: { ...answer, settings: { ...answer.settings, reviewRequired: true } } })
    })
    await writer.page.goto(`/console/knowledge/reviews/${id}`)
    await writer.page.getByText(words.mayNot).waitFor()
    expect(await button(writer.page, words.approve).isDisabled()).toBe(true)

    await reader.goto(`/console/knowledge/reviews/${id}`)
    await button(reader, words.approve).click()
    await reader.getByText(words.approved).waitFor()
    expect(await live()).toMatchObject({ body: '可以放阳台，避免暴晒和雨淋。', version: 2 })
    await api.removeArticle(id)
  })

  story('is shown every version, and brings an old one back', async ({ stage }) => {
    const api = await apiOf()
    const first = await api.addArticle({ title: '藤椅承重多少？', body: '承重 100 公斤。' })
    const { title, language, status } = first
    const body = { title, language, status, body: '承重 120 公斤。', version: 1 }
    await api.ask(`/api/v1/knowledge/articles/${first.id}`, { method: 'PUT', body })
    const { page, ...desk } = deskAt(await stage.open({ width: 390 }), 'zh')
    await desk.enter(inject('lingxi'), `/console/knowledge/articles/${first.id}/versions`)
    await page.getByRole('radio', { name: words.olderOf(1) }).waitFor()
    await page.locator('del').first().waitFor()
    expect(await page.locator('del').allTextContents()).toEqual(['100'])
    expect(await page.locator('ins').allTextContents()).toEqual(['120'])
    await inspect(page)
    await button(page, words.restoreOf(1)).click()
    await page.getByRole('dialog').getByRole('button', { name: words.restore }).click()
    await page.getByText(words.restored2).waitFor()
    expect(await api.ask(`/api/v1/knowledge/articles/${first.id}`)).toMatchObject({
      version: 3,
      body: '承重 100 公斤。',
    })
    await api.removeArticle(first.id)
  })

  story('is shown what is due, and confirms it in one click', async ({ stage }) => {
    const api = await apiOf()
    const person = await api.addPerson('何复', 'supervisor')
    const { staff } = await api.ask<{ staff: { id: string; email: string }[] }>('/api/v1/staff')
    const ownerId = staff.find(({ email }) => email === person.email)!.id
    const dueAt = '2026-01-01T00:00:00.000Z'
    const { id } = await api.addArticle({ title: '藤椅要复查', body: '复查。', ownerId, dueAt })
    const { page, ...desk } = deskAt(await stage.open(), 'zh')
    await desk.enter(person, '/console/knowledge/due')
    await page.getByRole('button', { name: words.dueMine }).click()
    const row = page.getByRole('listitem').filter({ hasText: '藤椅要复查' })
    await row.getByText(words.due).waitFor()
    await inspect(page)
    await row.getByRole('button', { name: words.confirm }).click()
    await page.getByText(words.confirmed).waitFor()
    await row.waitFor({ state: 'detached' })
    const { dueAt: next, version } = await api.ask<Article>(`/api/v1/knowledge/articles/${id}`)
    expect(version).toBe(1)
    expect(Date.parse(next ?? '')).toBeGreaterThan(Date.now())
    await api.removeArticle(id)
  })
})
