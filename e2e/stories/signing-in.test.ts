import { describe, expect, inject } from 'vitest'
import { deskAt } from '../desk.ts'
import { languages, story } from '../stage.ts'
import { consoleWords } from '../words.ts'

const names = { zh: '陈晓', en: 'Noor Haddad' } as const

describe('who works with the console', () => {
  for (const language of languages) {
    story(`is let in by the right password, with the rights of the role (${language})`, async ({ stage }) => {
      stage.allow(/status of 401 .*\/api\/v1\/sign-in$/)
      const name = names[language]
      const admin = deskAt(await stage.open({ language }), language)
      const { words } = admin
      await admin.page.goto('/console')
      await admin.page.getByRole('heading', { name: words.signInHeading }).waitFor()
      await stage.photograph(admin.page, `console-sign-in-${language}`)
      await admin.signIn({ email: inject('lingxi').email, password: 'not the password' })
      await admin.page.getByRole('alert').getByText(words.wrong).waitFor()
      await admin.signIn(inject('lingxi'))

      await admin.place('people').click()
      await admin.button(words.addPerson).click()
      const dialog = admin.page.getByRole('dialog')
      const email = `${crypto.randomUUID()}@example.com`
      await dialog.getByLabel(words.name).fill(name)
      await dialog.getByLabel(words.email).fill(email)
      await dialog.getByRole('button', { name: words.add, exact: true }).click()
      await admin.page.getByRole('dialog', { name: words.passwordOf(name) }).waitFor()
      const password = await admin.page.getByLabel(words.password, { exact: true }).innerText()
      await admin.page.getByRole('dialog').getByRole('button', { name: words.close }).last().click()
      await admin.page.getByText(email).waitFor()
      expect(await admin.page.getByText(password).count()).toBe(0)

      const staff = deskAt(await stage.open({ language }), language)
      await staff.page.goto('/console')
      await staff.signIn({ email, password })
      await staff.place('knowledge').click()
      await staff.page.getByRole('table').getByRole('link').first().waitFor()
      expect(await staff.page.getByRole('link', { name: words.newArticle }).count()).toBe(0)
      // What the demo brought stays; what stands first may be another story's, and gone by now.
      await staff.page.goto('/console/knowledge?tag=policy')
      await staff.page.getByRole('table').getByRole('link').first().click()
      await staff.page.getByText(words.readOnly).waitFor()
      expect(await staff.page.getByRole('textbox').count()).toBe(0)
      await staff.page.goto('/console/knowledge/new')
      await staff.page.getByRole('heading', { name: words.forbidden }).waitFor()
      await staff.place('people').click()
      await staff.page.getByText(words.readOnlyPeople).waitFor()
      expect(await staff.button(words.addPerson).count()).toBe(0)
      await staff.place('settings').click()
      await staff.page.getByText(words.readOnly).waitFor()
      expect(await staff.button(words.save).count()).toBe(0)
      for (const field of await staff.page.getByRole('textbox').all()) expect(await field.isEnabled()).toBe(false)
    })
  }

  story('finds language, theme and sign-in again after a reload, until signing out', async ({ stage }) => {
    const zh = deskAt(await stage.open(), 'zh')
    await zh.enter(inject('lingxi'), '/console/account')
    await zh.page.getByRole('radio', { name: 'English' }).click()
    const en = deskAt(zh.page, 'en')
    await en.page.getByRole('heading', { name: en.words.account }).waitFor()
    await en.page.getByRole('radio', { name: en.words.dark }).click()
    const ground = () => en.page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)
    await expect.poll(ground).toBe('dark')

    await en.page.reload()
    await en.page.getByRole('radio', { name: en.words.dark, checked: true }).waitFor()
    expect(await ground()).toBe('dark')
    await en.place('inbox').click()
    await en.page.getByRole('button', { name: en.words.signedInAs('') }).click()
    await en.page.getByRole('menuitem', { name: en.words.signOut }).click()
    await en.page.getByRole('heading', { name: en.words.signInHeading }).waitFor()
    await en.page.reload()
    await en.page.getByRole('heading', { name: en.words.signInHeading }).waitFor()
    expect(await en.page.getByRole('heading', { name: consoleWords.zh.signInHeading }).count()).toBe(0)
    const refused = await en.page.request.post('/api/v1/sign-in/refresh')
    expect(refused.status()).toBe(401)
  })
})
