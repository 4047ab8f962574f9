import { describe, expect, inject } from 'vitest'
import { apiOf } from '../api.ts'
import { violations } from '../axe.ts'
import { deskAt } from '../desk.ts'
import { tooWide } from '../screens.ts'
import { story } from '../stage.ts'
import { sourceWords } from '../keeper-words.ts'

const goods =
  'question,answer\nIs the bamboo basket washable?,"Rinse the bamboo basket with cold water."\nNo answer here,\n'

const citing = {
  zh: {
    shown: '看哪一份',
    original: '原件',
    citations: '依据',
    asked: '竹编提篮怎么清洗？',
    cited: '冷水',
    file: {
      name: '提篮.csv',
      text: '问题,答案\n竹编提篮怎么清洗？,用冷水冲洗，阴干，不要暴晒。\n竹编提篮能承重多少？,最多五公斤。\n',
    },
  },
  en: {
    shown: 'What is shown',
    original: 'Original',
    citations: 'Based on',
    asked: 'How do I wash the willow hamper?',
    cited: 'cold water',
    file: {
      name: 'hamper.html',
      text: '<h1>Willow hamper</h1><p>It comes from the coast.</p><h2>Washing</h2><p>Wash the willow hamper with cold water, and let it dry in the shade.</p><h2>Weight</h2><p>It bears five kilograms.</p>',
    },
  },
} as const

describe('where knowledge comes from', () => {
  story('is added, read, and looked into file by file and row by row', async ({ stage }) => {
    const words = sourceWords.en
    const desk = deskAt(await stage.open({ language: 'en' }), 'en')
    const { page } = desk
    await desk.enter(inject('lingxi'), '/console/knowledge/sources')
    await desk.button(words.add).click()
    await page.getByLabel(words.name).fill('Baskets')
    await page.getByRole('dialog').getByRole('button', { name: words.create, exact: true }).click()
    await page.getByRole('heading', { name: 'Baskets', level: 1 }).waitFor()
    await page.getByLabel(words.chooseFiles).setInputFiles([
      { name: 'baskets.csv', mimeType: 'text/csv', buffer: Buffer.from(goods) },
      { name: 'torn.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\nnothing follows') },
    ])
    const trust = page.getByRole('region', { name: words.trust })
    await trust.getByRole('switch').click()
    await trust.getByText(words.saidTrusted).waitFor()
    await trust.getByRole('switch').click()
    await trust.getByText(words.saidUntrusted).waitFor()
    const documents = page.getByRole('region', { name: words.documents })
    await documents.getByRole('button').filter({ hasText: 'torn.pdf' }).filter({ hasText: words.refused }).waitFor()
    await documents.getByRole('button').filter({ hasText: 'baskets.csv' }).filter({ hasText: '1 article' }).click()
    const sheet = page.getByRole('dialog')
    await sheet.getByText(words.rowByRow).waitFor()
    await sheet.getByRole('listitem').filter({ hasText: 'No answer here' }).getByText(words.refused).waitFor()
    expect({ violations: await violations(page), tooWide: await tooWide(page) }).toEqual({ violations: [], tooWide: 0 })
    await stage.photograph(page, 'console-source-document-en')
    await page.keyboard.press('Escape')
    await page.getByRole('tab', { name: words.runs }).click()
    await page.getByText(words.oneRefused).first().waitFor()
    expect(await violations(page)).toEqual([])
    await stage.photograph(page, 'console-source-en')

    await desk.button(words.more).click()
    await page.getByRole('menuitem', { name: words.remove }).click()
    await page.getByRole('radio', { name: words.withArticles }).click()
    await page.getByRole('dialog').getByRole('button', { name: words.remove }).click()
    await page.getByText(words.removed).waitFor()
  })

  for (const [language, width] of [
    ['zh', 1280],
    ['en', 390],
  ] as const)
    story(`opens at the words that an answer cites (${language})`, async ({ stage }) => {
      const { shown, original, citations, asked, file, cited } = citing[language]
      const api = await apiOf()
      const { source } = await api.ask<{ source: { id: string } }>('/api/v1/knowledge/sources', {
        body: { name: file.name, place: { kind: 'upload' } },
      })
      await api.upload(source.id, file.name, file.text)
      const runs = () => api.ask<{ runs: { state: string }[] }>(`/api/v1/knowledge/sources/${source.id}/runs`)
      await expect.poll(async () => (await runs()).runs[0]?.state).toBe('done')
      await (await api.customer(asked, language)).say(asked)
      const { id } = await api.conversationAbout(asked)

      const desk = deskAt(await stage.open({ language }), language)
      const { page } = desk
      await desk.enter(inject('lingxi'), `/console/inbox/open/${id}`)
      await page.setViewportSize({ width, height: 844 })
      await page.getByRole('list', { name: citations }).first().getByRole('button').first().click()
      await page.getByRole('radiogroup', { name: shown }).getByRole('radio', { name: original }).click()
      await page.getByRole('dialog').locator('mark').filter({ hasText: cited }).waitFor()
      expect({ violations: await violations(page), tooWide: await tooWide(page) }).toEqual({
        violations: [],
        tooWide: 0,
      })
      await stage.photograph(page, `console-citation-original-${language}`)
      await api.ask(`/api/v1/knowledge/sources/${source.id}`, { method: 'DELETE' })
    })

  story('may be another system, whose secret is shown once', async ({ stage }) => {
    const words = sourceWords.zh
    const api = await apiOf()
    const desk = deskAt(await stage.open({ width: 390 }), 'zh')
    const { page } = desk
    await desk.enter(inject('lingxi'), '/console/knowledge/sources')
    await desk.button(words.add).click()
    await page.getByLabel(words.kind).click()
    await page.getByRole('option', { name: words.webhook }).click()
    await page.getByLabel(words.name).fill('仓库系统')
    await page.getByRole('dialog').getByRole('button', { name: words.create, exact: true }).click()
    const secret = await page.getByText(/^whsec_/).innerText()
    expect(secret).toMatch(/^whsec_/)
    expect({ violations: await violations(page), tooWide: await tooWide(page) }).toEqual({ violations: [], tooWide: 0 })
    await stage.photograph(page, 'console-source-secret-zh')
    await page.keyboard.press('Escape')
    await page.getByRole('heading', { name: '仓库系统', level: 1 }).waitFor()
    expect(await page.getByText(secret).count()).toBe(0)
    await page.goto('/console/knowledge/sources')
    await page.getByRole('link', { name: '仓库系统' }).waitFor()
    expect(await tooWide(page)).toBe(0)
    await stage.photograph(page, 'console-sources-zh')
    const { sources } = await api.ask<{ sources: { id: string; name: string }[] }>('/api/v1/knowledge/sources')
    for (const { id, name } of sources)
      if (name === '仓库系统') await api.ask(`/api/v1/knowledge/sources/${id}`, { method: 'DELETE' })
  })

  story('is looked at, and not changed, by who only answers customers', async ({ stage }) => {
    const person = await (await apiOf()).addPerson('何来')
    const desk = deskAt(await stage.open(), 'zh')
    await desk.enter(person, '/console/knowledge/sources')
    await desk.page.getByText(sourceWords.zh.lead).waitFor()
    expect(await desk.button(sourceWords.zh.add).count()).toBe(0)
  })
})
