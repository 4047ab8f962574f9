import { describe, expect } from 'vitest'
import { apiOf } from '../api.ts'
import { customerAt } from '../customer.ts'
import { deskAt } from '../desk.ts'
import { languages, story, until } from '../stage.ts'

const said = {
  zh: {
    staff: '周敏',
    question: '退货运费谁承担？',
    answer: '退货运费险',
    problem: '订单 88410 少寄了一只茶杯',
    reply: '我查到了，茶杯明天补寄给您。',
    note: '仓库承认漏发，补发单已开',
    comment: '很快就解决了',
  },
  en: {
    staff: 'Mira Lang',
    question: 'Who pays for return shipping?',
    answer: 'Every return is insured',
    problem: 'Order 88411 came without one of its cups',
    reply: 'I found it: the cup is sent to you tomorrow.',
    note: 'The warehouse admits it, a second parcel is ordered',
    comment: 'Solved within minutes',
  },
} as const

describe('a customer who asks for a person', () => {
  for (const language of languages) {
    story(`is seen waiting, served, handed back, and asked whether it is solved (${language})`, async ({ stage }) => {
      const words = said[language]
      const api = await apiOf()
      const person = await api.addPerson(words.staff)
      const desk = deskAt(await stage.open({ language }), language)
      await desk.enter(person)
      await desk.page.getByText(desk.words.live, { exact: true }).waitFor()

      const customer = customerAt(await stage.open({ language }), language)
      await customer.visit()
      await customer.openChat()
      await customer.say(words.question)
      await customer.reads(words.answer)
      await customer.panel.getByRole('button', { name: customer.words.person }).click()
      await customer.reads(customer.words.waiting)
      await customer.say(words.problem)

      const { customerName: name } = await api.conversationAbout(words.problem)
      await desk.row(name).waitFor()
      await desk.page.getByRole('navigation').getByText(desk.words.waitingBadge).waitFor()
      await stage.photograph(desk.page, `console-waiting-${language}`)
      await desk.openRow(name)
      await desk.reads(words.problem)
      await desk.log.getByText(desk.words.why).first().click()
      await stage.photograph(desk.page, `console-why-${language}`)
      await desk.claim()
      await customer.reads(customer.words.joined(words.staff))

      await until(async () => {
        await desk.replyField.press('.')
        return customer.panel.getByText(customer.words.typing(words.staff)).isVisible()
      })
      await desk.reply(words.reply)
      await customer.reads(words.reply)
      await customer.log.getByText(words.staff, { exact: true }).last().waitFor()
      await customer.log.getByText(customer.words.staff, { exact: true }).last().waitFor()
      await until(async () => {
        await customer.field.press('.')
        return desk.log.getByText(desk.words.typing).isVisible()
      })
      await desk.note(words.note)
      await stage.photograph(desk.page, `console-conversation-${language}`)
      await stage.photograph(customer.page, `chat-person-${language}`)

      await desk.confirm(desk.words.handBack)
      await customer.reads(customer.words.left(words.staff))
      await customer.say(words.question)
      await expect.poll(() => customer.sources.count()).toBe(2)

      await desk.claim()
      await desk.confirm(desk.words.resolve)
      await customer.reads(customer.words.resolved)
      await customer.log.getByText(customer.words.survey).waitFor()
      await customer.log.getByRole('button', { name: customer.words.solved }).click()
      await customer.log.getByRole('radio', { name: customer.words.stars(5) }).check({ force: true })
      await customer.log.getByRole('textbox', { name: customer.words.comment }).fill(words.comment)
      await stage.photograph(customer.page, `chat-survey-${language}`)
      await customer.log.getByRole('button', { name: customer.words.submit }).click()
      await customer.reads(customer.words.thanks)

      await desk.reads(desk.words.solved)
      await desk.reads(words.comment)
      await desk.view('resolved').click()
      await desk.row(name).getByText('5', { exact: true }).waitFor()
      await stage.photograph(desk.page, `console-resolved-${language}`)

      await customer.page.reload()
      await customer.openChat()
      await customer.reads(words.reply)
      expect(await customer.page.getByText(words.note).count()).toBe(0)
    })
  }
})
