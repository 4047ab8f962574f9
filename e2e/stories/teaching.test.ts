import type { Example, Intent } from '@lingxi/contract/teaching'
import { describe, expect, inject } from 'vitest'
import { apiOf } from '../api.ts'
import { violations } from '../axe.ts'
import { deskAt } from '../desk.ts'
import { tooWide } from '../screens.ts'
import { languages, story } from '../stage.ts'
import { teachingWords } from '../trainer-words.ts'
import { consoleWords } from '../words.ts'

const taught = {
  zh: {
    title: '刻字服务',
    elsewhere: '可以刻名字吗',
    said: '茶杯能刻字吗',
    first: '茶杯',
    asked: '茶杯碎了也没人管，太差劲了，我要投诉！电话 13812345678',
  },
  en: {
    title: 'Engraving',
    elsewhere: 'can you engrave a name',
    said: 'Mugs with a name',
    first: 'Mugs',
    asked: 'My mug arrived broken, this is terrible!! Call me at +14155550132',
  },
} as const

describe('a trainer', () => {
  for (const language of languages)
    story(
      `teaches an intent, marks what it names, settles a doubt and tries a message (${language})`,
      async ({ stage }) => {
        const words = teachingWords[language]
        const { title, elsewhere, said, first, asked } = taught[language]
        const api = await apiOf()
        const other = await api.ask<Intent>('/api/v1/teaching/intents', { body: { name: `personalise-${language}` } })
        await api.ask('/api/v1/teaching/examples', {
          body: { examples: [{ text: elsewhere, language, intentId: other.id }] },
        })
        await api.ask('/api/v1/teaching/entity-types', { body: { name: `article-${language}` } })

        const { page, enter, button } = deskAt(await stage.open({ language }), language)
        await enter(inject('lingxi'), '/console/understanding/intents')
        await button(words.add).click()
        const dialog = page.getByRole('dialog')
        await dialog.getByRole('textbox', { name: words.name, exact: true }).fill(`engrave-${language}`)
        for (const field of await dialog.getByRole('textbox', { name: words.title, exact: true }).all())
          await field.fill(title)
        await dialog.getByRole('button', { name: words.save, exact: true }).click()
        await page.getByRole('heading', { name: title }).waitFor()

        await page.getByRole('textbox', { name: words.newExamples }).fill(`${said}\n${elsewhere}`)
        await button(words.addTwo).click()
        await page.getByText(words.added, { exact: true }).waitFor()
        const doubt = page.getByRole('listitem').filter({ hasText: words.twoIntents })
        await doubt.waitFor()
        expect(await violations(page)).toEqual([])
        await stage.photograph(page, `console-intent-${language}`)
        await doubt.getByRole('button', { name: words.keepHere }).click()
        await page.getByText(words.mended, { exact: true }).waitFor()
        await doubt.waitFor({ state: 'detached' })

        await button(words.mark(said)).click()
        const text = page.getByRole('region', { name: words.markText })
        if (language === 'zh') await text.press('ArrowRight')
        else await text.getByText(said).dblclick({ position: { x: 12, y: 12 } })
        await page.getByText(words.asWhat(first)).waitFor()
        await button(`article-${language}`).click()
        await page.getByRole('textbox', { name: words.value }).waitFor()
        expect(await violations(page)).toEqual([])
        await stage.photograph(page, `console-marking-${language}`)
        await button(words.save).click()
        await text.waitFor({ state: 'detached' })
        await page.getByRole('listitem').locator('mark').filter({ hasText: first }).waitFor()
        await page.setViewportSize({ width: 390, height: 844 })
        expect(await tooWide(page)).toBe(0)
        await stage.photograph(page, `console-intent-${language}-390`)
        await page.setViewportSize({ width: 1280, height: 800 })

        await page.goto('/console/understanding/try')
        await page.getByRole('textbox', { name: words.message }).fill(asked)
        await button(words.submit).click()
        await page.getByRole('heading', { name: words.mood }).waitFor()
        await page.getByText(words.phone, { exact: true }).waitFor()
        await page.getByText(words.negative).waitFor()
        expect(await violations(page)).toEqual([])
        await stage.photograph(page, `console-try-message-${language}`)
        await page.setViewportSize({ width: 390, height: 844 })
        expect(await tooWide(page)).toBe(0)
      },
    )

  story('lets staff look at what is taught and change nothing', async ({ stage }) => {
    const api = await apiOf()
    const looked = await api.ask<Intent>('/api/v1/teaching/intents', { body: { name: 'looked-at' } })
    const text = 'is it looked at'
    await api.ask('/api/v1/teaching/examples', { body: { examples: [{ text, language: 'en', intentId: looked.id }] } })
    const { page, enter, button } = deskAt(await stage.open({ language: 'en' }), 'en')
    await enter(await api.addPerson('Ned'), `/console/understanding/intents/${looked.id}`)
    await page.getByText(text).waitFor()
    expect(await page.getByRole('textbox', { name: teachingWords.en.newExamples }).count()).toBe(0)
    expect(await button(teachingWords.en.mark(text)).count()).toBe(0)
    await page.goto('/console/understanding/import')
    await page.getByText(consoleWords.en.readOnly).waitFor()
  })

  story('is shown what a colleague saved meanwhile, before anything is written over', async ({ stage }) => {
    const words = teachingWords.zh
    const api = await apiOf()
    const { id: intentId } = await api.ask<Intent>('/api/v1/teaching/intents', { body: { name: 'edited-by-two' } })
    const draft = { text: '两个人都在改', language: 'zh', intentId }
    const { examples } = await api.ask<{ examples: Example[] }>('/api/v1/teaching/examples', {
      body: { examples: [draft] },
    })
    const { page, enter, button } = deskAt(await stage.open({ language: 'zh' }), 'zh')
    stage.allow(/status of 409/)
    await enter(inject('lingxi'), `/console/understanding/intents/${intentId}`)
    await button(words.edit(draft.text)).click()
    const field = page.getByRole('textbox', { name: words.exampleText })
    await field.fill('我改的')
    await api.ask(`/api/v1/teaching/examples/${examples[0]?.id}`, {
      method: 'PUT',
      body: { ...draft, text: '同事改的', version: 1 },
    })
    await field.press('Enter')
    await page.getByText(words.nowIs('同事改的')).waitFor()
    await button(words.mine).click()
    await field.press('Enter')
    await field.waitFor({ state: 'detached' })
    await page.getByRole('listitem').getByText('我改的').waitFor()
  })

  story('sees what a file would bring before it is taken in', async ({ stage }) => {
    const words = teachingWords.zh
    const { page, enter, button } = deskAt(await stage.open({ language: 'zh' }), 'zh')
    await enter(inject('lingxi'), '/console/understanding/import')
    const rows = [
      'text,intent',
      '想改收货人,change-receiver',
      '想改收货人,change-name',
      '收件人写错了,change-receiver',
      ',x',
    ]
    await page.locator('input[type=file]').setInputFiles({
      name: '例句.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(rows.join('\n')),
    })
    await page.getByRole('row').filter({ hasText: words.examples }).getByText('3').first().waitFor()
    await page.getByRole('button', { name: words.malformed }).click()
    await page.getByText(words.line(5)).waitFor()
    expect(await violations(page)).toEqual([])
    await stage.photograph(page, 'console-import-report-zh')
    await button(words.import).click()
    await page.getByText(words.taken, { exact: true }).waitFor()
    await page.goto('/console/understanding/intents')
    await page.getByRole('link', { name: 'change-receiver' }).waitFor()
  })
})
