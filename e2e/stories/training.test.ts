import type { Example, Intent } from '@lingxi/contract/teaching'
import type { Training } from '@lingxi/contract/training'
import { afterAll, beforeAll, describe, expect, inject, vi } from 'vitest'
import { type Api, apiOf } from '../api.ts'
import { violations } from '../axe.ts'
import { deskAt } from '../desk.ts'
import { type LingxiServer, startCompany } from '../lingxi-server.ts'
import { tooWide } from '../screens.ts'
import { languages, story, until } from '../stage.ts'
import { teachingWords, trainingWords } from '../trainer-words.ts'

/** Of its own: what is released here would read the customers of every other story. */
let server: LingxiServer
beforeAll(async () => {
  server = await startCompany(inject('begun'))
  const api = await apiOf(server)
  await teach(api)
  await api.ask('/api/v1/teaching/trainings', { body: {} })
  await vi.waitFor(async () => expect((await lastOf(api)).state).toBe('done'), { timeout: 80_000, interval: 100 })
  await api.ask(`/api/v1/teaching/versions/${(await lastOf(api)).versionId}/release`, { method: 'POST' })
})
afterAll(() => server.stop())

const wordings = {
  refund: { title: { zh: '退款', en: 'Refund' }, zh: ['退款', '退钱', '把钱退回来'], en: ['refund', 'money back'] },
  parcel: { title: { zh: '查包裹', en: 'Parcel' }, zh: ['包裹', '快递', '物流'], en: ['parcel', 'delivery'] },
}
const outside = { zh: ['天气', '足球', '电影'], en: ['weather', 'football'] }
const frames = {
  zh: ['怎么还没有', '请问在哪里看', '帮我查一下', '什么时候能有', '我想问问', '为什么没有'],
  en: ['where is the', 'how about my', 'please check the', 'when do I get the', 'tell me of the', 'why no'],
}
/** Said of both, so that there is something to mix up. */
const unclear = { zh: ['到哪一步了', '进度怎么样'], en: ['how far is it', 'any news yet'] }

async function teach(api: Api) {
  const say = (words: { zh: string[]; en: string[] }, to: object) =>
    languages.flatMap((language) =>
      frames[language].flatMap((frame) =>
        words[language].map((word) => ({ text: `${frame} ${word}`, language, ...to })),
      ),
    )
  const examples: object[] = say(outside, { intentId: null, outOfScope: true })
  for (const [name, { title, ...words }] of Object.entries(wordings)) {
    const { id: intentId } = await api.ask<Intent>('/api/v1/teaching/intents', { body: { name, title } })
    const both = languages.flatMap((language) =>
      unclear[language].map((text) => ({ text: `${text} ${words[language][0]![0]}`, language, intentId })),
    )
    examples.push(...say(words, { intentId }), ...both)
  }
  await api.ask<{ examples: Example[] }>('/api/v1/teaching/examples', { body: { examples } })
}

const lastOf = async (api: Api) => (await api.ask<{ training: Training }>('/api/v1/teaching')).training

describe('a trainer', () => {
  for (const [at, language] of languages.entries())
    story(`trains, looks at what is mixed up, releases, tries it and rolls back (${language})`, async ({ stage }) => {
      const words = trainingWords[language]
      const number = at + 2
      const { page, enter, button, confirm } = deskAt(await stage.open({ language, url: server.url }), language)
      await enter(server, '/console/understanding/training')
      await page.getByText(words.reads(1)).waitFor()
      await button(words.start).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('textbox', { name: words.note }).fill(`story-${language}`)
      await dialog.getByRole('button', { name: words.start }).click()
      await page.getByRole('progressbar', { name: words.progress }).waitFor()
      const version = page.getByRole('listitem').filter({ hasText: `story-${language}` })
      await version.getByRole('button', { name: words.show }).click()

      const comparison = version.getByRole('region', { name: words.comparison })
      await comparison.getByText(words.inCommon).waitFor()
      const confusions = version.getByRole('region', { name: words.confusions })
      await confusions.getByRole('button', { name: words.cell, disabled: false }).first().click()
      await page.getByRole('dialog').getByText(words.readAs).first().waitFor()
      expect(await violations(page)).toEqual([])
      await stage.photograph(page, `console-mixed-up-${language}`)
      await page.getByRole('dialog').getByRole('button', { name: words.close }).click()
      await version.getByRole('region', { name: words.calibration }).waitFor()
      const tradeOff = version.getByRole('region', { name: words.tradeOff })
      await tradeOff.getByText(words.inFigures).click()
      await tradeOff.getByRole('columnheader', { name: words.wronglyRefused }).waitFor()
      expect(await violations(page)).toEqual([])
      await page.setViewportSize({ width: 390, height: 844 })
      expect(await tooWide(page)).toBe(0)
      await stage.photograph(page, `console-evaluation-${language}-390`)
      await page.setViewportSize({ width: 1280, height: 800 })

      await version.getByRole('button', { name: words.release }).click()
      await page.getByRole('alertdialog').getByRole('button', { name: words.release }).click()
      await page.getByText(words.reads(number)).first().waitFor()

      await page.getByRole('link', { name: { zh: '试一试', en: 'Try it' }[language] }).click()
      await page.getByRole('textbox', { name: teachingWords[language].message }).fill(frames[language][0]!)
      await until(async () => {
        await button(teachingWords[language].submit).click()
        return page.getByText(words.readBy(number)).isVisible()
      })
      await page.goBack()
      await confirm(words.rollBack)
      await page.getByText(words.reads(1)).first().waitFor()
    })

  story('stops a training that goes on; what is at work reads on', async ({ stage }) => {
    const words = trainingWords.zh
    const api = await apiOf(server)
    const intents = ['place-order', 'track-order', 'cancel-order', 'change-address', 'checkout-error']
    await api.ask('/api/v1/teaching/packs/ecommerce/take', { body: { intents } })
    const { page, enter, button } = deskAt(await stage.open({ url: server.url }), 'zh')
    await enter(server, '/console/understanding/training')
    await button(words.start).click()
    await page.getByRole('dialog').getByRole('button', { name: words.start }).click()
    await page.getByRole('progressbar', { name: words.progress }).waitFor()
    expect(await violations(page)).toEqual([])
    await stage.photograph(page, 'console-training-zh')
    await button(words.cancel).click()
    await page.getByText(words.cancelled, { exact: true }).waitFor()
    await page.getByText(words.reads(1)).waitFor()
    expect((await lastOf(api)).state).toBe('cancelled')
  })
})
