import { describe, expect, inject } from 'vitest'
import { apiOf } from '../api.ts'
import { violations } from '../axe.ts'
import { deskAt } from '../desk.ts'
import { tryingWords as words } from '../keeper-words.ts'
import { tooWide } from '../screens.ts'
import { story } from '../stage.ts'

describe('a question that is tried', () => {
  story('is declined to a visitor with the reason, and answered beside it to whom it is for', async ({ stage }) => {
    const api = await apiOf()
    const { id } = await api.addArticle({
      title: '黑金会员的琉璃灯多久换新？',
      body: '黑金会员的琉璃灯四年内免费换新。',
      audience: { kind: 'tiers', tiers: ['黑金'] },
    })
    const desk = deskAt(await stage.open(), 'zh')
    const { page } = desk
    await desk.enter(inject('lingxi'), '/console/knowledge/try')
    await page.getByRole('textbox', { name: words.question }).fill('黑金会员的琉璃灯多久换新')
    await page.keyboard.press('Enter')
    await page.getByText(words.unknown, { exact: true }).waitFor()
    await page.getByText(words.withheld).waitFor()

    await desk.button(words.compare).click()
    const other = page.getByRole('group', { name: words.other })
    await other.getByLabel(words.asWhom).click()
    await page.getByRole('option', { name: words.customer }).click()
    await other.getByLabel(words.tier).fill('黑金')
    await desk.button(words.ask).click()
    await page.getByText(words.differs).waitFor()
    const beside = page.getByRole('region', { name: words.other })
    await beside.getByText('黑金会员的琉璃灯四年内免费换新。').first().waitFor()
    await beside.getByText(words.signs).first().click()
    await beside.getByText(words.matching).first().waitFor()
    expect(await violations(page)).toEqual([])
    await stage.photograph(page, 'console-compare-zh')
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await tooWide(page)).toBe(0)
    await api.removeArticle(id)
  })

  for (const language of ['zh', 'en'] as const)
    story(
      `names the products that fit, and lists only what holds the words in quotes (${language})`,
      async ({ stage }) => {
        const { asked, products, quoted, only } = looking[language]
        const desk = deskAt(await stage.open({ language }), language)
        const { page } = desk
        const answer = page.getByRole('main')
        await desk.enter(inject('lingxi'), `/console/knowledge/try?q=${encodeURIComponent(asked)}`)
        await answer.getByRole('textbox').first().press('Enter')
        await answer.getByText(products, { exact: true }).waitFor()
        await stage.photograph(page, `console-try-products-${language}`)
        await answer.getByRole('textbox').first().fill(quoted)
        await page.keyboard.press('Enter')
        await answer.getByText(only).waitFor()
        expect(await violations(page)).toEqual([])
        await stage.photograph(page, `console-try-quotes-${language}`)
        await page.setViewportSize({ width: 390, height: 844 })
        expect(await tooWide(page)).toBe(0)
      },
    )
})

const looking = {
  zh: { asked: '有没有 200 元以内的杯子', products: '推荐的商品', quoted: '“7 天”退货', only: /只列出原样含有/ },
  en: {
    asked: 'mugs under ¥200',
    products: 'Products named',
    quoted: 'return within "7 days"',
    only: /Only passages that hold/,
  },
} as const
