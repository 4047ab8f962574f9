import { describe, expect, inject } from 'vitest'
import { violations } from '../axe.ts'
import { deskAt } from '../desk.ts'
import { choosingWords } from '../keeper-words.ts'
import { tooWide } from '../screens.ts'
import { story } from '../stage.ts'

describe('what chooses between plausible ways', () => {
  for (const language of ['zh', 'en'] as const)
    story(`is as shipped and tries nothing until a supervisor lets it (${language})`, async ({ stage }) => {
      const words = choosingWords[language]
      const desk = deskAt(await stage.open({ language }), language)
      const { page } = desk
      await desk.enter(inject('lingxi'), '/console/learning/ways')
      await page.getByRole('heading', { name: words.shipped }).waitFor()
      await page.getByText(words.noVersions).waitFor()
      const tries = page.getByRole('switch', { name: words.tries })
      expect(await tries.isChecked()).toBe(false)
      await tries.click()
      await page.getByText(words.changed).first().waitFor()
      await page.reload()
      await expect.poll(() => tries.isChecked()).toBe(true)
      await desk.button(words.learnNow).click()
      await page.getByText(words.nothingNew).first().waitFor()
      expect(await violations(page)).toEqual([])
      await stage.photograph(page, `console-choosing-${language}`)
      await page.setViewportSize({ width: 390, height: 844 })
      expect(await tooWide(page)).toBe(0)
      await stage.photograph(page, `console-choosing-${language}-390`)
      await tries.click()
      await expect.poll(() => tries.isChecked()).toBe(false)
    })
})
