import { describe, expect, inject } from 'vitest'
import { apiOf } from '../api.ts'
import { customerAt } from '../customer.ts'
import { deskAt } from '../desk.ts'
import { languages, story } from '../stage.ts'

const said = {
  zh: {
    first: '推荐一款茶，200 元左右，不要茉莉',
    names: '福鼎白牡丹茶饼',
    after: '有没有便宜一点的？',
    next: '桂花红茶',
    why: '为什么这样回答',
    style: '回答的语气与长短',
  },
  en: {
    first: 'any skincare for sensitive skin without alcohol under 150 yuan?',
    names: 'Oat Amino Cleanser',
    after: 'Anything cheaper?',
    next: 'The closest',
    why: 'Why this answer',
    style: 'Tone and length of answers',
  },
}

describe('a customer who looks for a product', () => {
  for (const language of languages)
    for (const width of [1280, 390])
      story(`is named what fits, and cheaper on request (${language}, ${width} px)`, async ({ stage }) => {
        const words = said[language]
        const customer = customerAt(await stage.open({ language, width }), language)
        await customer.visit()
        await customer.openChat()
        await customer.say(words.first)
        await customer.reads(words.names)
        await customer.replies.filter({ hasText: words.after }).click()
        await customer.reads(words.next)
        await stage.photograph(customer.page, `chat-products-${language}-${width}`)

        if (width < 1280) return
        const { id } = await (await apiOf()).conversationAbout(words.first)
        const desk = deskAt(await stage.open({ language, width }), language)
        await desk.enter(inject('lingxi'), `/console/inbox/open/${id}`)
        await desk.page.getByText(words.why).first().click()
        await stage.photograph(desk.page, `console-wish-${language}-${width}`)
        await desk.page.goto('/console/settings')
        const heading = desk.page.getByRole('heading', { name: words.style })
        await heading.scrollIntoViewIfNeeded()
        await stage.photograph(desk.page, `console-style-${language}-${width}`)
        expect(await heading.isVisible()).toBe(true)
      })
})
