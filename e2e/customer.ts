/** What a visitor of the shop sees and does in the chat, by role and text. */
import type { Page } from 'playwright-core'
import type { Language } from './stage.ts'
import { chatWords } from './words.ts'

export type Customer = ReturnType<typeof customerAt>

export function customerAt(page: Page, language: Language) {
  const words = chatWords[language]
  const panel = page.locator('lingxi-chat').getByRole('dialog')
  const log = panel.getByRole('log')
  const field = panel.getByRole('textbox', { name: words.message })
  /** The last thing said with these words, in sight. */
  const reads = (text: string | RegExp) => log.getByText(text).last().waitFor()

  return {
    page,
    words,
    panel,
    log,
    field,
    reads,
    launcher: page.getByRole('button', { name: words.open }),
    async visit(address = '/') {
      await page.goto(address)
    },
    async openChat() {
      await page.getByRole('button', { name: words.open }).click()
      await field.waitFor()
    },
    async say(text: string) {
      const before = await log.getByText(text).count()
      await field.fill(text)
      await field.press('Enter')
      await log.getByText(text).nth(before).waitFor()
    },
    /** The cited words, in the article that a source opens. */
    cited: panel.locator('mark'),
    sources: log.getByRole('list', { name: words.sources }).getByRole('button'),
    replies: log.getByRole('list', { name: words.quickReplies }).getByRole('button'),
  }
}
