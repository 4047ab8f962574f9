import { expect } from 'vitest'
import { story } from '../stage.ts'

const words = {
  zh: { ask: '退货', no: '没有', thanks: '谢谢，我们已记下您的反馈。' },
  en: { ask: 'return', no: 'No', thanks: 'Thank you, we have noted it.' },
} as const

for (const language of ['zh', 'en'] as const)
  story(
    `a reader finds an article while typing, reads it and says whether it helped (${language})`,
    async ({ stage }) => {
      stage.allow(/favicon/)
      const page = await stage.open({ language })
      await page.goto('/help')
      await page.waitForURL(`**/help/${language}`)
      await page.getByRole('combobox').fill(words[language].ask)
      await page.getByRole('option').first().click()
      const article = page.getByRole('article')
      await article.waitFor()
      await page.getByRole('button', { name: words[language].no, exact: true }).click()
      await page.getByRole('status').getByText(words[language].thanks).waitFor()

      await page.getByRole('searchbox').or(page.getByRole('combobox')).fill('zzzz qqqq')
      await page.keyboard.press('Enter')
      await page.waitForURL('**/search?**')
      expect(await page.getByRole('main').getByRole('listitem').count()).toBe(0)
    },
  )
