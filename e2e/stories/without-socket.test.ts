import { describe, expect } from 'vitest'
import { apiOf } from '../api.ts'
import { customerAt } from '../customer.ts'
import { deskAt } from '../desk.ts'
import { story, until } from '../stage.ts'

describe('where no WebSocket gets through', () => {
  story('plain HTTP carries the whole conversation', async ({ stage }) => {
    const api = await apiOf()
    const person = await api.addPerson('Ines Wolf')
    const page = await stage.open({ language: 'en' })
    await page.routeWebSocket(/\/api\/v1\/web\/socket/, (socket) => void socket.close())
    const customer = customerAt(page, 'en')
    await customer.visit()
    await customer.openChat()
    await customer.say('Who pays for return shipping?')
    await customer.reads('Every return is insured')
    await customer.sources.first().click()
    await customer.cited.first().waitFor()
    await page.keyboard.press('Escape')
    await customer.panel.getByRole('button', { name: customer.words.person }).click()
    await customer.reads(customer.words.waiting)
    await customer.say('My parcel 55120 has a hole in it')

    const { customerName } = await api.conversationAbout('My parcel 55120 has a hole in it')
    const desk = deskAt(await stage.open({ language: 'en' }), 'en')
    await desk.enter(person)
    await desk.openRow(customerName)
    await desk.claim()
    await customer.reads(customer.words.joined('Ines Wolf'))
    await desk.reply('Oh no. A new one is on its way.')
    await customer.reads('Oh no. A new one is on its way.')
    await until(async () => {
      await customer.field.press('.')
      return desk.log.getByText(desk.words.typing).isVisible()
    })
    await customer.say('Thank you, that was quick')
    await desk.reads('Thank you, that was quick')
    await desk.confirm(desk.words.resolve)
    await customer.log.getByText(customer.words.survey).waitFor()
    await customer.log.getByRole('button', { name: customer.words.solved }).click()
    await desk.reads(desk.words.solved)
    expect(await customer.log.getByText('My parcel 55120 has a hole in it').count()).toBe(1)
  })
})
