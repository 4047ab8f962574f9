import type { Intent } from '@lingxi/contract/teaching'
import { afterAll, beforeAll, describe, expect, inject } from 'vitest'
import { type Api, apiOf, type Person } from '../api.ts'
import { violations } from '../axe.ts'
import { deskAt } from '../desk.ts'
import { type LingxiServer, startCompany } from '../lingxi-server.ts'
import { tooWide } from '../screens.ts'
import { type Language, languages, type Stage, story } from '../stage.ts'
import { labellingWords, teachingWords } from '../trainer-words.ts'

/** Of its own: to the inbox comes what the customers of every story say. */
let server: LingxiServer
beforeAll(async () => {
  server = await startCompany(inject('begun'))
})
afterAll(() => server.stop())

const said = {
  zh: {
    bill: { title: '开发票', text: '发票什么时候开' },
    address: { title: '改地址', text: '收货地址要改一下' },
    either: '上面的名字写错了',
    alike: ['能用花呗分期吗', '可用花呗分期吗', '想用花呗分期呢'],
    strange: '用花呗分期的人多吗',
    found: '花呗分期',
  },
  en: {
    bill: { title: 'Ask for a bill', text: 'when will you send the bill' },
    address: { title: 'Move a parcel', text: 'please send it to my new flat' },
    either: 'the name on it is wrong',
    alike: ['do you gift wrap', 'can you gift wrap', 'will you gift wrap'],
    strange: 'whom do you gift wrap for',
    found: 'Gift wrapping',
  },
}

async function prepare(api: Api, language: Language) {
  const { bill, address, either, alike, strange } = said[language]
  const add = (name: string, title: string) =>
    api.ask<Intent>('/api/v1/teaching/intents', {
      body: { name: `${name}-${language}`, title: { zh: title, en: title } },
    })
  const intents = { bill: await add('bill', bill.title), address: await add('address', address.title) }
  const texts = [bill.text, address.text, either, ...alike, strange]
  await Promise.all(texts.map(async (text, at) => (await api.customer(`${at}`, language)).say(text)))
  return intents
}

/** Sits down before the messages to be labelled and says of each what it means. */
async function label(
  stage: Stage,
  language: Language,
  { person, means }: { person: Person; means: Map<string, string> },
) {
  const words = labellingWords[language]
  const { page, enter } = deskAt(await stage.open({ language, url: server.url }), language)
  await enter(person, '/console/understanding/messages')
  await page.getByRole('radio', { name: words.blind }).click()
  for (const _ of means) {
    const text = (await page.getByRole('blockquote').textContent()) ?? ''
    await page
      .getByRole('button', { name: means.get(text)! })
      .first()
      .click()
    await page.getByText(words.youSaid(text)).waitFor()
  }
  return page
}

describe('what customers write', () => {
  for (const language of languages)
    story(`is labelled by two, decided by a third, and becomes examples (${language})`, async ({ stage }) => {
      const words = labellingWords[language]
      const { bill, address, either, alike, strange, found } = said[language]
      const api = await apiOf(server)
      const intents = await prepare(api, language)
      const { page, enter, button } = deskAt(await stage.open({ language, url: server.url }), language)
      await enter(server, '/console/understanding/messages')
      await button(words.gather).click()
      for (const text of [bill.text, address.text, either])
        await page.getByRole('checkbox', { name: words.choose(text) }).click()
      expect(await violations(page)).toEqual([])
      await stage.photograph(page, `console-messages-${language}`)
      await button(words.send).click()
      await page.getByText(words.sent, { exact: true }).waitFor()

      const means = (of: string) =>
        new Map([
          [bill.text, bill.title],
          [address.text, address.title],
          [either, of],
        ])
      const anna = { person: await api.addPerson(`Anna-${language}`, 'supervisor'), means: means(bill.title) }
      const ned = { person: await api.addPerson(`Ned-${language}`), means: means(address.title) }
      const hers = await label(stage, language, anna)
      await label(stage, language, ned)
      await hers.reload()
      await hers.getByRole('radio', { name: words.blind }).click()
      await hers.getByText(words.own).waitFor()

      await page.getByRole('radio', { name: words.blind }).click()
      const dispute = page.getByRole('listitem').filter({ hasText: either })
      await dispute.getByText(ned.person.name).waitFor()
      await dispute.getByRole('button', { name: bill.title }).click()
      await page.getByText(words.decided(bill.title), { exact: true }).waitFor()
      await page.getByRole('listitem').filter({ hasText: ned.person.name }).getByText(words.kappa).waitFor()
      expect(await violations(page)).toEqual([])
      await stage.photograph(page, `console-agreement-${language}`)

      await page.getByRole('radio', { name: words.suggestions }).click()
      await button(words.again).click()
      const suggestion = page.getByRole('listitem').filter({ hasText: strange }).first()
      await suggestion.getByRole('checkbox', { name: words.choose(strange) }).click()
      await suggestion.getByRole('button', { name: words.newIntent }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('textbox', { name: teachingWords[language].name }).fill(`found-${language}`)
      for (const field of [words.titleZh, words.titleEn]) await dialog.getByRole('textbox', { name: field }).fill(found)
      await dialog.getByRole('button', { name: teachingWords[language].save }).click()
      await page.getByText(words.accepted(found), { exact: true }).waitFor()
      await page.setViewportSize({ width: 390, height: 844 })
      expect(await tooWide(page)).toBe(0)

      await page.goto('/console/understanding/intents')
      await page.getByRole('link', { name: found }).click()
      for (const text of alike) await page.getByRole('listitem').filter({ hasText: text }).waitFor()
      expect(await page.getByText(strange).count()).toBe(0)
      await page.goto(`/console/understanding/intents/${intents.bill.id}`)
      await page.getByRole('listitem').filter({ hasText: either }).waitFor()
    })
})
