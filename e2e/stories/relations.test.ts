import { describe, expect, inject } from 'vitest'
import { violations } from '../axe.ts'
import { deskAt } from '../desk.ts'
import { relationsWords as words } from '../keeper-words.ts'
import { tooWide } from '../screens.ts'
import { story } from '../stage.ts'

describe('what the search learnt', () => {
  story('is shown with its figures, switched on and off, and learnt again when asked for', async ({ stage }) => {
    const desk = deskAt(await stage.open({ language: 'en' }), 'en')
    const { page } = desk
    await desk.enter(inject('lingxi'), '/console/knowledge/relations')
    await desk.button(words.train).click()
    const version = page.getByRole('article').first()
    await version.getByText(words.heldOut).waitFor({ timeout: 80_000 })
    const on = version.getByRole('button', { name: words.on })
    if ((await on.count()) > 0) await on.click()
    await version.getByText(words.atWork, { exact: true }).waitFor()
    expect(await violations(page)).toEqual([])
    await stage.photograph(page, 'console-relations-en')
    await desk.button(words.rollBack).waitFor()
    await version.getByRole('button', { name: words.off }).click()
    await version.getByRole('button', { name: words.on }).waitFor()
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await tooWide(page)).toBe(0)
    await stage.photograph(page, 'console-relations-en-390')
  })
})
