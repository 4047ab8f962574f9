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

describe('who keeps the articles', () => {
  story('finds them by their text, and moves many at once', async ({ stage }) => {
    const api = await apiOf()
    const mark = `竹编${crypto.randomUUID().slice(0, 6)}`
    const added = await Promise.all(
      ['保养', '清洗', '发霉'].map((about) => api.addArticle({ title: `竹篮怎么${about}？`, body: `${mark}要干燥。` })),
    )
    const { page, ...desk } = deskAt(await stage.open(), 'zh')
    await desk.enter(inject('lingxi'), '/console/knowledge')
    await page.getByRole('searchbox', { name: words.search }).fill(mark)
    await page.getByRole('table').getByRole('link', { name: '竹篮怎么发霉？' }).waitFor()
    await expect.poll(() => page.getByRole('table').getByRole('link').count()).toBe(3)
    await page.getByRole('checkbox', { name: words.chooseAll }).click()
    await button(page, words.bulk).click()
    await page.getByRole('combobox', { name: words.category, exact: true }).last().fill('家居/竹编')
    await page.keyboard.press('Tab')
    await inspect(page)
    await button(page, words.applyAll).click()
    await page.getByText(words.changed(3)).waitFor()
    await stage.photograph(page, 'keeping-bulk-report')
    await button(page, words.done).click()
    await page.getByRole('button', { name: '家居', exact: true }).click()
    await page.getByRole('cell', { name: '家居/竹编' }).first().waitFor()
    expect(new URL(page.url()).searchParams.get('category')).toBe('家居')
    await inspect(page)
    await page.getByRole('link', { name: '竹篮怎么发霉？' }).click()
    await field(page, words.title).waitFor()
    await page.goBack()
    await page.getByRole('cell', { name: '家居/竹编' }).first().waitFor()
    await Promise.all(added.map(({ id }) => api.removeArticle(id)))
  })

  story('writes both languages beside each other, and sees which one lags behind', async ({ stage }) => {
    const api = await apiOf()
    const { id } = await api.addArticle({ title: '竹篮能装水果吗？', body: '可以，垫一层布。' })
    const { page, ...desk } = deskAt(await stage.open(), 'zh')
    await desk.enter(inject('lingxi'), `/console/knowledge/articles/${id}`)
    await page.getByText(words.missing).first().waitFor()
    await button(page, words.sides).click()
    await button(page, words.writeIt).click()
    const other = page.getByRole('region', { name: words.otherSide })
    await other.getByRole('textbox', { name: words.title, exact: true }).fill('May fruit go into the basket?')
    await other.getByRole('textbox', { name: words.body, exact: true }).fill('Yes, on a cloth.')
    await button(page, words.saveOther).click()
    await page.getByText(words.current).first().waitFor()
    await inspect(page)
    await stage.photograph(page, 'keeping-sides')

    await field(page, words.body).first().fill('可以，垫两层布。')
    await button(page, words.save).click()
    await page.getByText(words.older).first().waitFor()
    await button(page, words.upToDate).click()
    await page.getByText(words.current).first().waitFor()
    const { articles } = await api.ask<{ articles: { id: string; translationOf: string }[] }>(
      '/api/v1/knowledge/articles?q=May%20fruit',
    )
    expect(articles).toMatchObject([{ translationOf: id }])
    for (const each of [id, ...articles.map((article) => article.id)]) await api.removeArticle(each)
  })

  story('formats with keys, keeps what was not saved, and says something else to some', async ({ stage }) => {
    const { page, ...desk } = deskAt(await stage.open(), 'zh')
    await desk.enter(inject('lingxi'), '/console/knowledge/new')
    await field(page, words.title).fill('竹篮多重？')
    const body = field(page, words.body)
    await body.fill('每只 300 克')
    await body.selectText()
    await body.press('Control+b')
    await page.getByRole('region', { name: words.preview }).locator('strong').getByText('每只 300 克').waitFor()
    await body.press('Control+z')
    expect(await body.inputValue()).toBe('每只 300 克')
    page.on('dialog', (dialog) => void dialog.accept())
    await page.reload()
    await page.getByText(words.restored).waitFor()
    expect(await field(page, words.body).inputValue()).toBe('每只 300 克')

    await button(page, words.addVariant).click()
    const variant = page.getByRole('group', { name: words.variant(1) })
    await button(page, words.web).click()
    await variant.getByRole('textbox', { name: words.body }).fill('网页上的说法')
    await inspect(page)
    await button(page, words.save).click()
    await page.getByText(words.saved).waitFor()
    await expect.poll(() => new URL(page.url()).pathname).toMatch(/articles\/art_/)
    const id = new URL(page.url()).pathname.split('/').at(-1)!
    const api = await apiOf()
    expect(await api.ask(`/api/v1/knowledge/articles/${id}`)).toMatchObject({
      variants: [{ when: { channels: ['web'] }, body: '网页上的说法' }],
    })
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await tooWide(page)).toBe(0)
    await stage.photograph(page, 'keeping-editor-390')
    await api.removeArticle(id)
  })

  story('sees both texts when a colleague was faster, and may put the own one over it', async ({ stage }) => {
    stage.allow(/status of 409 .*\/api\/v1\/knowledge\/articles\//)
    const api = await apiOf()
    const { id, title, language, status } = await api.addArticle({ title: '竹篮能水洗吗？', body: '不能水洗。' })
    const { page, ...desk } = deskAt(await stage.open(), 'zh')
    await desk.enter(inject('lingxi'), `/console/knowledge/articles/${id}`)
    await field(page, words.body).fill('可以快速冲洗。')
    const body = { title, language, status, body: '只能擦拭。', version: 1 }
    await api.ask(`/api/v1/knowledge/articles/${id}`, { method: 'PUT', body })
    await button(page, words.save).click()
    const both = page.getByRole('alert')
    await both.locator('del').first().waitFor()
    await both.locator('ins').first().waitFor()
    await inspect(page)
    await button(page, words.mine).click()
    await both.waitFor({ state: 'detached' })
    const versions = await api.ask<{ versions: { version: number }[] }>(`/api/v1/knowledge/articles/${id}/versions`)
    expect(versions.versions.map(({ version }) => version)).toEqual([3, 2, 1])
    expect(await api.ask(`/api/v1/knowledge/articles/${id}`)).toMatchObject({ body: '可以快速冲洗。' })
    await api.removeArticle(id)
  })
})
