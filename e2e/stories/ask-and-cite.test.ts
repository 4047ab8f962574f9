import { describe, expect } from 'vitest'
import { customerAt } from '../customer.ts'
import { story } from '../stage.ts'

const asked = {
  zh: { question: '新疆、西藏、内蒙古的运费怎么收？', title: '新疆、西藏、内蒙古的运费怎么收？', span: '偏远附加费' },
  en: {
    question: 'Who pays for return shipping?',
    title: 'Who pays for return shipping?',
    span: 'Every return is insured',
  },
} as const

describe('a visitor of the shop asks the bot', () => {
  for (const language of ['zh', 'en'] as const) {
    story(`and opens the very words the answer stands on (${language})`, async ({ stage }) => {
      const { question, title, span } = asked[language]
      const customer = customerAt(await stage.open({ language }), language)
      await customer.visit()
      await customer.openChat()
      await customer.panel.getByText(customer.words.suggestions).waitFor()
      await stage.photograph(customer.page, `chat-greeting-${language}`)
      await customer.say(question)
      await customer.reads(span)
      await stage.photograph(customer.page, `chat-answer-${language}`)

      const told = customer.page.waitForResponse(/\/api\/v1\/web\/opened/)
      await customer.sources.getByText(title).click()
      const article = customer.panel.getByRole('region', { name: customer.words.sources.replace('Sources', 'Source') })
      await article.getByRole('heading', { name: title }).waitFor()
      await customer.cited.filter({ hasText: span }).waitFor()
      await stage.photograph(customer.page, `chat-source-${language}`)
      expect((await told).status()).toBe(204)
      await article.getByRole('button', { name: customer.words.back }).click()
      await customer.field.waitFor()
    })
  }

  story('in Chinese, then in English, and is answered in the language of each', async ({ stage }) => {
    const customer = customerAt(await stage.open(), 'zh')
    await customer.visit()
    await customer.openChat()
    await customer.say(asked.zh.question)
    await customer.reads(asked.zh.span)
    await customer.say(asked.en.question)
    await customer.reads(asked.en.span)
  })
})
