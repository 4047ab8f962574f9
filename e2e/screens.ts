/** Every screen there is, with the words that show that it has come: for the eyes, for axe, and for the ruler. */
import type { Page } from 'playwright-core'
import { inject } from 'vitest'
import { apiOf } from './api.ts'
import { customerAt } from './customer.ts'
import { deskAt } from './desk.ts'
import type { Language } from './stage.ts'
import { consoleWords, graphWords, knowledgeWords } from './words.ts'

export type Screen = { name: string; show: () => Promise<unknown> }

/** What a customer and a developer see, from the shop to the API's page. */
export function publicScreens(page: Page, language: Language): Screen[] {
  const customer = customerAt(page, language)
  const question = { zh: '新疆、西藏、内蒙古的运费怎么收？', en: 'Who pays for return shipping?' }[language]
  return [
    {
      name: 'shop',
      show: () => customer.visit().then(() => page.getByRole('listitem').getByText('¥').first().waitFor()),
    },
    { name: 'chat', show: () => customer.openChat() },
    { name: 'chat-conversation', show: () => customer.say(question).then(() => customer.sources.first().waitFor()) },
    {
      name: 'chat-source',
      show: () =>
        customer.sources
          .first()
          .click()
          .then(() => customer.cited.first().waitFor()),
    },
    {
      name: 'help-centre',
      show: () => page.goto(`/help/${language}`).then(() => page.getByRole('heading', { level: 2 }).first().waitFor()),
    },
    {
      name: 'help-article',
      show: () => findHelp(page, question),
    },
    {
      name: 'docs',
      show: () => page.goto('/docs').then(() => page.getByRole('heading', { level: 2 }).first().waitFor()),
    },
  ]
}

/** As a reader does: types, takes the first suggestion with the keyboard. */
async function findHelp(page: Page, question: string) {
  await page.getByRole('combobox').fill(question)
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('article').waitFor()
}

export function signInScreen(page: Page, language: Language): Screen {
  const heading = page.getByRole('heading', { name: consoleWords[language].signInHeading })
  return { name: 'console-sign-in', show: () => page.goto('/console').then(() => heading.waitFor()) }
}

/** The console's screens, as an admin sees them; one customer waits for a person. */
export async function consoleScreens(page: Page, language: Language): Promise<Screen[]> {
  const desk = deskAt(page, language)
  const knowing = knowledgeWords[language]
  const api = await apiOf()
  const said = `${{ zh: '请转人工，我要改地址', en: 'A person please, I have moved' }[language]} ${crypto.randomUUID().slice(0, 4)}`
  await (await api.customer({ zh: '林小满', en: 'Clara Winter' }[language], language)).say(said)
  const { id } = await api.conversationAbout(said)
  const { articles } = await api.ask<{ articles: { id: string }[] }>(
    `/api/v1/knowledge/articles?language=${language}&tag=policy&limit=1`,
  )
  const main = page.getByRole('main')
  const at = (name: string, place: string, seen: () => Promise<unknown>): Screen => ({
    name: `console-${name}`,
    show: () => page.goto(`/console/${place}`).then(seen),
  })
  const product = { zh: '轻量羽绒背心多少钱？', en: 'What is the price of the Light Down Vest?' }[language]
  const question = { zh: '退款多久到账？', en: 'How long does a refund take?' }[language]
  return [
    {
      name: 'console-inbox',
      show: () => desk.enter(inject('lingxi')).then(() => desk.list.getByRole('listitem').first().waitFor()),
    },
    at('conversation', `inbox/open/${id}`, () => desk.reads(said)),
    at('knowledge', 'knowledge', () => page.getByRole('table').getByRole('link').first().waitFor()),
    at('article', `knowledge/articles/${articles[0]?.id}`, () =>
      page.getByRole('textbox', { name: knowing.title, exact: true }).waitFor(),
    ),
    at('new-article', 'knowledge/new', () => page.getByRole('textbox', { name: knowing.title, exact: true }).waitFor()),
    at('versions', `knowledge/articles/${articles[0]?.id}/versions`, () => main.getByRole('radio').first().waitFor()),
    at('reviews', 'knowledge/reviews', () => main.getByRole('radiogroup').first().waitFor()),
    at('due', 'knowledge/due', () => main.getByRole('group').first().waitFor()),
    at('import', 'knowledge/import', () => page.getByText(knowing.chooseFiles).first().waitFor()),
    at('try', 'knowledge/try', async () => {
      await page.getByRole('textbox', { name: knowing.question }).fill(question)
      await desk.button(knowing.ask).click()
      await page.getByText(knowing.answered, { exact: true }).waitFor()
    }),
    at('graph', 'knowledge/graph', async () => {
      await page.getByRole('textbox', { name: graphWords[language].question }).fill(product)
      await page.keyboard.press('Enter')
      await page.getByRole('region', { name: graphWords[language].ask }).getByRole('listitem').first().waitFor()
      await page.getByRole('list', { name: graphWords[language].found }).getByRole('button').first().click()
      await page.getByRole('heading', { level: 3 }).waitFor()
    }),
    at('intents', 'understanding/intents', () => main.getByRole('listitem').first().waitFor()),
    at('out-of-scope', 'understanding/intents/out-of-scope', () => main.getByRole('textbox').first().waitFor()),
    at('entities', 'understanding/entities', () => main.getByRole('searchbox').waitFor()),
    at('messages', 'understanding/messages', () => main.getByRole('searchbox').waitFor()),
    at('messages-labelling', 'understanding/messages', async () => {
      await main.getByRole('radio').nth(1).click()
      await main.getByRole('term').first().waitFor()
    }),
    at('messages-suggestions', 'understanding/messages', async () => {
      await main.getByRole('radio').nth(2).click()
      await main.getByRole('button').first().waitFor()
    }),
    at('lessons', 'understanding/import', () => main.getByRole('listitem').first().waitFor()),
    at('try-message', 'understanding/try', () => main.getByRole('textbox').first().waitFor()),
    at('people', 'people', () => page.getByRole('main').getByRole('listitem').first().waitFor()),
    at('settings', 'settings', () => page.getByRole('main').getByRole('textbox').first().waitFor()),
    at('account', 'account', () => page.getByRole('radiogroup').first().waitFor()),
    at('not-found', 'nowhere', () => page.getByRole('main').getByRole('heading').waitFor()),
  ]
}

/** By how many pixels the page can be moved sideways. */
export const tooWide = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
