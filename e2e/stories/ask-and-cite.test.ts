import { describe, expect, inject } from 'vitest'
import { apiOf } from '../api.ts'
import { customerAt } from '../customer.ts'
import { deskAt } from '../desk.ts'
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

  story('on the page of a region, and gets the text for that region, as staff see', async ({ stage }) => {
    const when = { channels: [], tiers: [], regions: ['澎湖'], from: null, until: null }
    const api = await apiOf()
    const { id } = await api.addArticle({
      title: '渡轮几点开？',
      body: '每天七点开船。',
      variants: [{ when, body: '澎湖的渡轮九点开船。' }],
    })
    const page = await stage.open()
    const { url } = inject('lingxi')
    const html = `<!doctype html><html lang="zh"><title>店</title><body><script src="${url}/widget.js" data-lingxi data-region="澎湖" async></script></body></html>`
    // The browser holds what a test hands it for a page of another network, and lets it have no socket: HTTP does as well.
    stage.allow(/ERR_BLOCKED_BY_LOCAL_NETWORK_ACCESS_CHECKS/)
    await page.route(`${url}/`, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }))
    const customer = customerAt(page, 'zh')
    await customer.visit()
    await customer.openChat()
    await customer.say('渡轮几点开？')
    await customer.reads('九点开船')

    const conversation = await api.conversationAbout('渡轮几点开？')
    const desk = deskAt(await stage.open(), 'zh')
    await desk.enter(inject('lingxi'), `/console/inbox/open/${conversation.id}`)
    await desk.page.getByRole('list', { name: '依据' }).getByRole('button', { name: '澎湖' }).click()
    await desk.page.getByRole('dialog').locator('mark').filter({ hasText: '九点开船' }).waitFor()
    await stage.photograph(desk.page, 'console-citation-variant-zh')
    await api.removeArticle(id)
  })

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
