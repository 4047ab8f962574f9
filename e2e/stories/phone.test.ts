import { describe, expect } from 'vitest'
import { apiOf } from '../api.ts'
import { customerAt } from '../customer.ts'
import { deskAt } from '../desk.ts'
import { consoleScreens, publicScreens, signInScreen, tooWide } from '../screens.ts'
import { type Look, story } from '../stage.ts'

const looks = [
  { language: 'zh', scheme: 'dark', width: 390 },
  { language: 'en', scheme: 'light', width: 390 },
] as const satisfies Look[]

describe('a phone', () => {
  for (const look of looks) {
    const { language, scheme } = look
    story(`shows every screen without moving sideways (${language}, ${scheme})`, async ({ stage }) => {
      stage.allow(/favicon/)
      const shop = await stage.open(look)
      const office = await stage.open(look)
      const walks = [
        { page: shop, screens: publicScreens(shop, language) },
        { page: office, screens: [signInScreen(office, language)] },
        { page: office, screens: await consoleScreens(office, language) },
      ]
      for (const { page, screens } of walks)
        for (const { name, show } of screens) {
          await show()
          await stage.photograph(page, `${name}-${language}-${scheme}-390`)
          expect({ name, tooWide: await tooWide(page) }).toEqual({ name, tooWide: 0 })
        }
    })
  }

  story('fills itself with the chat, and the inbox leads to a conversation and back', async ({ stage }) => {
    const customer = customerAt(await stage.open({ width: 390 }), 'zh')
    await customer.visit()
    await customer.openChat()
    expect(await customer.panel.boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 844 })
    await customer.say('请转人工，手机上问的 390')
    await customer.reads(customer.words.waiting)
    await customer.panel.getByRole('button', { name: customer.words.close }).click()
    await customer.launcher.waitFor()

    const api = await apiOf()
    const person = await api.addPerson('何苗')
    const { customerName } = await api.conversationAbout('请转人工，手机上问的 390')
    const desk = deskAt(await stage.open({ width: 390 }), 'zh')
    await desk.enter(person)
    await desk.openRow(customerName)
    await desk.list.waitFor({ state: 'hidden' })
    await desk.claim()
    await desk.reply('您好，我在手机上回复您')
    await desk.page.getByRole('button', { name: desk.words.details }).click()
    await desk.page.getByRole('dialog').getByText(customerName).first().waitFor()
    await stage.photograph(desk.page, 'console-details-zh-light-390')
    await desk.page.keyboard.press('Escape')
    await desk.page.getByRole('link', { name: desk.words.back }).click()
    await desk.list.waitFor()
    await customer.launcher.getByText('2').or(customer.launcher).first().waitFor()
  })
})
