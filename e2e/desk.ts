/** What a person sees and does in the console, by role and text. */
import type { Page } from 'playwright-core'
import type { Language } from './stage.ts'
import { consoleWords } from './words.ts'

type Credentials = { email: string; password: string }
export type Desk = ReturnType<typeof deskAt>

export function deskAt(page: Page, language: Language) {
  const words = consoleWords[language]
  const list = page.getByRole('region', { name: words.list })
  const log = page.getByRole('log', { name: words.log })
  const row = (name: string) => list.getByRole('link', { name })
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const replyField = page.getByRole('textbox', { name: words.reply })
  const noteField = page.getByRole('textbox', { name: words.note })

  return {
    page,
    words,
    list,
    log,
    row,
    button,
    reads: (text: string | RegExp) => log.getByText(text).last().waitFor(),
    /** Without the form, which has a story of its own. */
    async enter({ email, password }: Credentials, place = '/console/inbox/waiting') {
      const answer = await page.request.post('/api/v1/sign-in', { data: { email, password } })
      if (!answer.ok()) throw new Error(`Nobody was signed in: ${answer.status()}`)
      await page.goto(place)
      await page.getByRole('navigation').first().waitFor()
    },
    async signIn({ email, password }: Credentials) {
      await page.getByLabel(words.email).fill(email)
      await page.getByLabel(words.password, { exact: true }).fill(password)
      await button(words.signIn).click()
    },
    view: (view: keyof typeof words.views) => page.getByRole('link', { name: new RegExp(`^${words.views[view]}`) }),
    place: (name: 'inbox' | 'knowledge' | 'people' | 'settings' | 'account') =>
      page.getByRole('navigation').getByRole('link', { name: new RegExp(`^${words[name]}`) }),
    async openRow(name: string) {
      await row(name).click()
      await log.waitFor()
    },
    async claim() {
      await button(words.claim).first().click()
      await page.getByText(words.withMe).first().waitFor()
    },
    replyField,
    noteField,
    async reply(text: string) {
      await replyField.fill(text)
      await replyField.press('Enter')
      await log.getByText(text).last().waitFor()
    },
    async note(text: string) {
      await page.getByRole('tab', { name: words.noteTab }).click()
      await noteField.fill(text)
      await noteField.press('Enter')
      await log.getByText(text).last().waitFor()
      await page.getByRole('tab', { name: words.replyTab }).click()
    },
    /** Presses it, and again in the question that follows. */
    async confirm(name: string) {
      await button(name).first().click()
      await page.getByRole('alertdialog').getByRole('button', { name, exact: true }).click()
    },
  }
}
