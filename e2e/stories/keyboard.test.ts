import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { apiOf } from '../api.ts'
import { customerAt } from '../customer.ts'
import { deskAt } from '../desk.ts'
import { languages, story } from '../stage.ts'

const focusedName = (page: Page) =>
  page.evaluate(() => {
    let focused = document.activeElement
    while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement
    return focused?.getAttribute('aria-label') ?? focused?.textContent ?? ''
  })

describe('by keyboard alone', () => {
  story(
    'the inbox is searched, walked, opened, claimed, answered, noted, handed back and resolved',
    async ({ stage }) => {
      const api = await apiOf()
      const person = await api.addPerson('键盘手')
      for (const name of ['钥匙甲', '钥匙乙', '钥匙丙']) await (await api.customer(name)).say(`转人工，我是${name}`)
      const { page, words, ...desk } = deskAt(await stage.open(), 'zh')
      await desk.enter(person)
      await desk.row('钥匙丙').waitFor()

      await page.keyboard.press('?')
      await page.getByRole('dialog', { name: words.shortcuts }).waitFor()
      await stage.photograph(page, 'console-shortcuts-zh')
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'hidden' })

      await page.keyboard.press('/')
      await page.keyboard.type('钥匙')
      await expect.poll(() => desk.list.getByRole('listitem').count()).toBe(3)
      await page.keyboard.press('Tab')
      await page.keyboard.press('j')
      await expect.poll(() => focusedName(page)).toContain('钥匙甲')
      await page.keyboard.press('j')
      await page.keyboard.press('j')
      await expect.poll(() => focusedName(page)).toContain('钥匙丙')
      await page.keyboard.press('k')
      await expect.poll(() => focusedName(page)).toContain('钥匙乙')
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { name: '钥匙乙' }).waitFor()
      await desk.reads('转人工，我是钥匙乙')

      await page.keyboard.press('c')
      await page.getByText(words.withMe).first().waitFor()
      await expect.poll(() => desk.replyField.evaluate((field) => field === document.activeElement)).toBe(true)
      await page.keyboard.type('键盘也能回复')
      await page.keyboard.press('Enter')
      await desk.reads('键盘也能回复')
      await page.keyboard.press('Escape')
      await page.keyboard.press('n')
      await page.keyboard.type('键盘也能备注')
      await page.keyboard.press('Enter')
      await desk.reads('键盘也能备注')
      await page.keyboard.press('Escape')
      await page.keyboard.press('r')
      await expect.poll(() => desk.replyField.evaluate((field) => field === document.activeElement)).toBe(true)
      await page.keyboard.press('Escape')

      await page.keyboard.press('h')
      await page.getByRole('alertdialog').waitFor()
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      await page.getByText(words.withBot).first().waitFor()
      await page.getByRole('alertdialog').waitFor({ state: 'hidden' })
      await page.keyboard.press('e')
      await page.getByRole('alertdialog').waitFor()
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { name: '钥匙乙' }).locator('..').getByText(words.resolved).waitFor()
    },
  )

  for (const language of languages) {
    story(`the chat is opened, asked, its source read, and closed (${language})`, async ({ stage }) => {
      const customer = customerAt(await stage.open({ language }), language)
      const { page, words } = customer
      await customer.visit()
      await customer.launcher.waitFor()
      await page.getByRole('contentinfo').getByRole('link').last().focus()
      await page.keyboard.press('Tab')
      await expect.poll(() => focusedName(page)).toBe(words.open)
      await page.keyboard.press('Enter')
      await customer.field.waitFor()
      await page.keyboard.type({ zh: '退货运费谁承担？', en: 'Who pays for return shipping?' }[language])
      await page.keyboard.press('Enter')
      await customer.sources.first().waitFor()

      const title = await customer.sources.first().getAttribute('aria-label')
      for (let steps = 0; steps < 10 && (await focusedName(page)) !== title; steps += 1)
        await page.keyboard.press('Shift+Tab')
      expect(await focusedName(page)).toBe(title)
      await page.keyboard.press('Enter')
      await customer.cited.first().waitFor()
      expect(await focusedName(page)).toBe(words.back)
      await page.keyboard.press('Escape')
      await expect.poll(() => focusedName(page)).toBe(title)
      await page.keyboard.press('Escape')
      await customer.panel.waitFor({ state: 'hidden' })
      await expect.poll(() => focusedName(page)).toBe(words.open)
    })
  }
})
