import type { EvaluationSet } from '@lingxi/contract/evaluation'
import { describe, expect, inject } from 'vitest'
import { type Api, apiOf } from '../api.ts'
import { violations } from '../axe.ts'
import { deskAt } from '../desk.ts'
import { evaluationWords as words, tryingWords } from '../keeper-words.ts'
import { tooWide } from '../screens.ts'
import { story, until } from '../stage.ts'

const question = '霜花镇纸能不能水洗？'

async function lastRunOf(api: Api, name: string) {
  const { sets } = await api.ask<{ sets: EvaluationSet[] }>('/api/v1/evaluation/sets')
  return sets.find((set) => set.name === name)?.lastRun
}

describe('an evaluation set', () => {
  story('shows which question got better since the run before', async ({ stage }) => {
    const api = await apiOf()
    const desk = deskAt(await stage.open(), 'zh')
    const { page } = desk
    await desk.enter(inject('lingxi'), '/console/knowledge/evaluation')
    await page.getByLabel(words.setName).fill('镇纸')
    await desk.button(words.addSet).click()
    await page.getByRole('heading', { name: '镇纸', level: 1 }).waitFor()
    await desk.button(words.addQuestion).click()
    await page.getByRole('textbox', { name: words.question }).fill(question)
    await page.getByLabel(words.mustContain).fill('冷水冲洗')
    await desk.button(words.save).click()
    await page.getByText(words.saved, { exact: true }).waitFor()
    // Over before the screen hears that it began: it must be seen all the same.
    const listing = '**/api/v1/evaluation/sets'
    await page.route(listing, async (route) => {
      await until(async () => (await lastRunOf(api, '镇纸'))?.state === 'done')
      await route.continue()
    })
    await desk.button(words.run).click()
    await page.getByRole('tab', { name: words.results }).click()
    const result = page.getByRole('region', { name: words.results }).getByRole('listitem')
    await result.getByText(words.missed).waitFor()
    await page.unroute(listing)

    const { id } = await api.addArticle({ title: question, body: '霜花镇纸可以用冷水冲洗。' })
    await desk.button(words.run).click()
    await page.getByText(words.better).waitFor()
    await result.getByText(words.was).waitFor()
    expect(await violations(page)).toEqual([])
    await stage.photograph(page, 'console-evaluation-zh')
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await tooWide(page)).toBe(0)
    await stage.photograph(page, 'console-evaluation-zh-390')
    await page.setViewportSize({ width: 1280, height: 800 })

    await page.goto(`/console/knowledge/try?q=${encodeURIComponent(question)}`)
    await desk.button(tryingWords.ask).click()
    await desk.button(words.addThis).click()
    await page.getByRole('listitem').filter({ hasText: question }).last().waitFor()
    await desk.button(words.save).click()
    await page.getByText(words.saved, { exact: true }).waitFor()

    await page.goto('/console/knowledge/evaluation')
    await page.getByRole('link', { name: '镇纸' }).click()
    await desk.button(words.removeSet).click()
    await page.getByRole('alertdialog').getByRole('button', { name: words.removeSet }).click()
    await page.getByText(words.setRemoved).waitFor()
    await api.removeArticle(id)
  })
})
