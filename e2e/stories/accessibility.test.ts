import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { violations } from '../axe.ts'
import { consoleScreens, publicScreens, type Screen, signInScreen, tooWide } from '../screens.ts'
import { type Look, type Stage, story } from '../stage.ts'

const looks = [
  { language: 'zh', scheme: 'light' },
  { language: 'en', scheme: 'dark' },
] as const satisfies Look[]

describe('axe finds nothing serious, and nothing is wider than a desk', () => {
  for (const look of looks) {
    const { language, scheme } = look
    const inspect = async (stage: Stage, page: Page, { name, show }: Screen) => {
      await show()
      await stage.photograph(page, `${name}-${language}-${scheme}-1280`)
      const found = { name, tooWide: await tooWide(page), violations: await violations(page) }
      expect(found).toEqual({ name, tooWide: 0, violations: [] })
    }

    story(`in shop, chat and docs (${language}, ${scheme})`, async ({ stage }) => {
      stage.allow(/favicon/)
      const page = await stage.open(look)
      for (const screen of publicScreens(page, language)) await inspect(stage, page, screen)
    })

    story(`in the console (${language}, ${scheme})`, async ({ stage }) => {
      const page = await stage.open(look)
      await inspect(stage, page, signInScreen(page, language))
      for (const screen of await consoleScreens(page, language)) await inspect(stage, page, screen)
    })
  }
})
