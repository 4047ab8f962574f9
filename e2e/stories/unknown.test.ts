import { describe, expect } from 'vitest'
import { customerAt } from '../customer.ts'
import { languages, story } from '../stage.ts'

const asked = {
  zh: { question: '积分能兑换飞机票吗？', nearest: '积分怎么用？能抵多少钱？', answer: '100 积分' },
  en: {
    question: 'Do members get free parking?',
    nearest: 'What are the membership levels and their benefits?',
    answer: 'Silver',
  },
} as const

describe('what the bot does not know', () => {
  for (const language of languages) {
    story(`is said honestly, and the nearest question is a button that answers (${language})`, async ({ stage }) => {
      const { question, nearest, answer } = asked[language]
      const customer = customerAt(await stage.open({ language }), language)
      await customer.visit()
      await customer.openChat()
      await customer.say(question)
      const button = customer.replies.filter({ hasText: nearest })
      await button.waitFor()
      expect(await customer.sources.count()).toBe(0)
      expect(await customer.replies.filter({ hasText: customer.words.person }).count()).toBe(1)
      await stage.photograph(customer.page, `chat-unknown-${language}`)

      await button.click()
      await customer.sources.first().waitFor()
      await customer.reads(answer)
    })
  }
})
