import { describe, expect, inject } from 'vitest'
import { apiOf } from '../api.ts'
import { customerAt } from '../customer.ts'
import { deskAt } from '../desk.ts'
import { languages, story } from '../stage.ts'
import { knowledgeWords } from '../words.ts'

const written = {
  zh: { title: '月光灯可以放在浴室里吗？', body: '月光灯不防水，请不要放在浴室里。', again: '月光灯能不能放浴室？' },
  en: {
    title: 'May the moon lamp stand in a bathroom?',
    body: 'The moon lamp is not waterproof, so please keep it out of the bathroom.',
    again: 'Can I put the moon lamp in my bathroom?',
  },
} as const

describe('what the company knows', () => {
  for (const language of languages) {
    story(`is asked for as soon as it is published, and gone once deleted (${language})`, async ({ stage }) => {
      const { title, body, again } = written[language]
      const words = knowledgeWords[language]
      const desk = deskAt(await stage.open({ language }), language)
      await desk.enter(inject('lingxi'), '/console/knowledge')
      await desk.page.getByRole('link', { name: desk.words.newArticle }).click()
      await desk.page.getByRole('textbox', { name: words.title, exact: true }).fill(title)
      await desk.page.getByRole('textbox', { name: words.body, exact: true }).fill(body)
      await desk.page.getByRole('radio', { name: words.published }).click()
      await desk.button(desk.words.save).click()
      await desk.page.getByText(words.usedFromNow).waitFor()
      await stage.photograph(desk.page, `console-article-${language}`)

      const customer = customerAt(await stage.open({ language }), language)
      await customer.visit()
      await customer.openChat()
      await customer.say(again)
      await customer.reads(body)
      await customer.sources.filter({ hasText: title }).waitFor()

      await desk.page.getByRole('button', { name: words.removeArticle }).click()
      await desk.page.getByRole('alertdialog').getByRole('button', { name: desk.words.remove }).click()
      await desk.page.getByText(words.removed).waitFor()
      const { page } = customer
      await page.evaluate(() => localStorage.clear())
      await page.reload()
      await customer.openChat()
      await customer.say(again)
      await customer.replies.filter({ hasText: customer.words.person }).waitFor()
      expect(await customer.log.getByText(body).count()).toBe(0)
    })
  }

  story('is not overwritten by who opened it earlier', async ({ stage }) => {
    stage.allow(/status of 409 .*\/api\/v1\/knowledge\/articles\//)
    const api = await apiOf()
    const { id } = await api.addArticle({ title: '两个人同时改的文章', body: '第一版' })
    const one = deskAt(await stage.open(), 'zh')
    await one.enter(inject('lingxi'), `/console/knowledge/articles/${id}`)
    const other = deskAt(await one.page.context().newPage(), 'zh')
    await other.page.goto(`/console/knowledge/articles/${id}`)
    const words = knowledgeWords.zh
    await other.page.getByRole('textbox', { name: words.body, exact: true }).fill('后来者写的')
    await one.page.getByRole('textbox', { name: words.body, exact: true }).fill('先保存的')
    await one.button(one.words.save).click()
    await one.page.getByText(words.usedFromNow).waitFor()
    await other.button(other.words.save).click()
    await other.page.getByRole('alert').getByText(words.conflict).waitFor()
    await stage.photograph(other.page, 'console-conflict-zh')
    expect(await other.page.getByRole('textbox', { name: words.body, exact: true }).inputValue()).toBe('后来者写的')
    await other.button(words.reload).click()
    await expect
      .poll(() => other.page.getByRole('textbox', { name: words.body, exact: true }).inputValue())
      .toBe('先保存的')
    await api.removeArticle(id)
  })

  story('comes from a file row by row, and a question tried shows why', async ({ stage }) => {
    const words = knowledgeWords.en
    const desk = deskAt(await stage.open({ language: 'en' }), 'en')
    await desk.enter(inject('lingxi'), '/console/knowledge/import')
    const rows = [
      'question,answer',
      'Is the paper kite painted by hand?,"Every paper kite is painted by hand, in Weifang."',
      'Who has no answer?,',
      ',An answer without a question',
      'Is there a kite for children?,"Yes, the small paper kite is made for children from four years on."',
      '"An open quote, never closed',
    ]
    await desk.page.getByLabel(words.chooseFiles).setInputFiles({
      name: 'kites.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(rows.join('\n')),
    })
    const report = desk.page.getByRole('article').filter({ hasText: 'kites.csv' })
    await report.getByText('2 created · 0 updated · 0 unchanged · 3 refused').waitFor()
    expect(await report.getByRole('row').filter({ hasText: words.refused }).count()).toBe(3)
    await stage.photograph(desk.page, 'console-import-en')

    await desk.page.getByRole('link', { name: words.tryQuestion }).click()
    await desk.page.getByRole('textbox', { name: words.question }).fill('Are your paper kites painted by hand?')
    await desk.button(words.ask).click()
    await desk.page.getByText(words.answered, { exact: true }).waitFor()
    await desk.page.getByText('Every paper kite is painted by hand').first().waitFor()
    await desk.page.getByText(words.support).waitFor()
    await desk.page
      .getByRole('listitem')
      .filter({ hasText: /kite.*title.*\+\d/ })
      .first()
      .waitFor()
    await stage.photograph(desk.page, 'console-try-en')
  })
})
