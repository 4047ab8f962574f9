import { describe, expect, inject } from 'vitest'
import { apiOf } from '../api.ts'
import { violations } from '../axe.ts'
import { deskAt } from '../desk.ts'
import { learningWords as words } from '../keeper-words.ts'
import { tooWide } from '../screens.ts'
import { story } from '../stage.ts'

describe('how articles serve', () => {
  story('is scored part by part, the worst first, and who wrote what stands on a board', async ({ stage }) => {
    const api = await apiOf()
    const { id } = await api.addArticle({
      title: '霜花炉的旧说明',
      body: '见说明书。',
      dueAt: '2026-01-05T08:00:00.000Z',
    })
    await api.ask('/api/v1/learning/runs', { method: 'POST' })
    const desk = deskAt(await stage.open(), 'zh')
    const { page } = desk
    await desk.enter(inject('lingxi'), '/console/learning/health')
    const scored = page.getByRole('listitem').filter({ hasText: '霜花炉的旧说明' })
    await scored.getByText(words.overdue).waitFor()
    await scored.getByText(words.freshness).waitFor()
    expect(await violations(page)).toEqual([])
    await stage.photograph(page, 'console-health-zh')
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await tooWide(page)).toBe(0)
    await stage.photograph(page, 'console-health-zh-390')

    await page.goto('/console/learning/contributors')
    await page.getByRole('columnheader', { name: words.wrote }).waitFor()
    expect({ violations: await violations(page), tooWide: await tooWide(page) }).toEqual({ violations: [], tooWide: 0 })
    await stage.photograph(page, 'console-contributors-zh-390')
    await api.removeArticle(id)
  })
})
