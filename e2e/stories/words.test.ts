import { describe, expect, inject } from 'vitest'
import { violations } from '../axe.ts'
import { deskAt } from '../desk.ts'
import { dictionaryWords as words } from '../keeper-words.ts'
import { tooWide } from '../screens.ts'
import { story } from '../stage.ts'

describe('the words of a company', () => {
  story('change how a sentence is cut and what it finds, at once', async ({ stage }) => {
    const desk = deskAt(await stage.open(), 'zh')
    const { page } = desk
    await desk.enter(inject('lingxi'), '/console/knowledge/words')
    await page.getByRole('textbox', { name: words.sentence }).fill('霜花瓶的寄送开销怎么算')
    const cut = page.getByRole('listitem').filter({ hasText: /^霜花瓶$/ })
    await desk.button(words.import).click()
    await page.getByLabel(words.lines).fill('霜花瓶\n琉璃砚')
    await page.getByRole('dialog').getByRole('button', { name: words.submit, exact: true }).click()
    await page.getByText(words.counts).waitFor()
    await page.keyboard.press('Escape')
    await cut.waitFor()

    await desk.button(words.add).click()
    await page.getByLabel(words.kind, { exact: true }).click()
    await page.getByRole('option', { name: words.synonyms, exact: true }).click()
    await page.getByLabel(words.text, { exact: true }).fill('寄送开销')
    await page.getByLabel(words.others).fill('运费')
    await desk.button(words.save).click()
    await page.getByRole('listitem').filter({ hasText: '= 运费 ×0.8' }).waitFor()
    expect(await violations(page)).toEqual([])
    await stage.photograph(page, 'console-words-zh')

    await page.getByRole('button', { name: words.remove }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: words.confirm, exact: true }).click()
    await page.getByText(words.removed, { exact: true }).waitFor()
    await expect.poll(() => cut.count()).toBe(0)
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await tooWide(page)).toBe(0)
    await stage.photograph(page, 'console-words-zh-390')
  })
})
