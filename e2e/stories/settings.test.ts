import OpenAI from 'openai'
import { describe, expect, inject } from 'vitest'
import { apiOf } from '../api.ts'
import { customerAt } from '../customer.ts'
import { deskAt } from '../desk.ts'
import { story } from '../stage.ts'
import { settingsWords as words } from '../words.ts'

describe('what a company sets', () => {
  story('is how the bot greets the next visitor', async ({ stage }) => {
    const api = await apiOf()
    const before = await api.getSettings()
    try {
      const desk = deskAt(await stage.open(), 'zh')
      await desk.enter(inject('lingxi'), '/console/settings')
      await desk.page.getByLabel(words.botName).fill('小灵')
      await desk.page.getByLabel(words.greeting).fill('早上好，我是小灵，今天茶叶半价。')
      const company = desk.page.locator('form').filter({ has: desk.page.getByLabel(words.botName) })
      await company.getByRole('button', { name: desk.words.save, exact: true }).click()
      await desk.page.getByText(words.saved).waitFor()

      const customer = customerAt(await stage.open(), 'zh')
      await customer.visit()
      await customer.openChat()
      await customer.panel.getByText('早上好，我是小灵，今天茶叶半价。').waitFor()
      await customer.panel.getByText(`小灵 · ${customer.words.bot}`).waitFor()
      await customer.say('退货运费谁承担？')
      await customer.log.getByText('小灵', { exact: true }).waitFor()
    } finally {
      await api.changeSettings(before)
    }
  })

  story('lets in a program that holds a key, shown once, until the key is ended', async ({ stage }) => {
    const desk = deskAt(await stage.open(), 'zh')
    await desk.enter(inject('lingxi'), '/console/settings')
    await desk.button(words.newKey).click()
    const dialog = desk.page.getByRole('dialog')
    await dialog.getByLabel(words.keyName).fill('官网后台')
    await dialog.getByRole('button', { name: words.newKey }).click()
    const shown = dialog.getByLabel(words.keys, { exact: true })
    await shown.waitFor()
    const key = await shown.innerText()
    await stage.photograph(desk.page, 'console-key-zh')
    await dialog.getByRole('button', { name: desk.words.close }).last().click()
    await desk.page.getByRole('listitem').filter({ hasText: '官网后台' }).waitFor()
    expect(await desk.page.getByText(key).count()).toBe(0)

    const client = new OpenAI({ apiKey: key, baseURL: `${inject('lingxi').url}/v1`, maxRetries: 0 })
    const models = await client.models.list()
    const model = models.data[0]?.id ?? ''
    const messages = [{ role: 'user' as const, content: 'Who pays for return shipping?' }]
    const whole = await client.chat.completions.create({ model, messages, user: 'program-1' })
    expect(whole.choices[0]?.message.content).toContain('Every return is insured')
    let streamed = ''
    for await (const part of await client.chat.completions.create({ model, messages, user: 'program-2', stream: true }))
      streamed += part.choices[0]?.delta.content ?? ''
    expect(streamed).toContain('Every return is insured')

    await desk.page.getByRole('button', { name: words.changeKey('官网后台') }).click()
    await desk.page.getByRole('switch', { name: words.talkScope }).click()
    await stage.photograph(desk.page, 'console-key-scopes-zh')
    await desk.page.getByRole('dialog').getByRole('button', { name: desk.words.save }).click()
    await desk.page.getByText(words.keyChanged).waitFor()
    await expect(client.models.list()).rejects.toThrow(/403/)

    await desk.page.getByRole('button', { name: words.endKey('官网后台') }).click()
    await desk.page.getByRole('alertdialog').getByRole('button', { name: desk.words.remove }).click()
    await desk.page.getByText(words.keyEnded).waitFor()
    await expect(client.models.list()).rejects.toThrow(/401/)
  })

  story(
    'opens knowledge to a group of the staff, and makes the secret that customers are known by',
    async ({ stage }) => {
      const api = await apiOf()
      const { name } = await api.addPerson('温故')
      const desk = deskAt(await stage.open(), 'zh')
      await desk.enter(inject('lingxi'), '/console/people')
      await desk.page.getByRole('button', { name: words.actionsFor(name) }).click()
      await desk.page.getByRole('menuitem', { name: words.groupsAction }).click()
      const dialog = desk.page.getByRole('dialog')
      await dialog.getByRole('textbox', { name: words.groups }).fill('物流组，仓库')
      await stage.photograph(desk.page, 'console-groups-zh')
      await dialog.getByRole('button', { name: desk.words.save }).click()
      await desk.page.getByRole('listitem').filter({ hasText: name }).getByText('物流组').waitFor()

      await desk.page.goto('/console/settings')
      await desk.button(words.makeSecret).click()
      await desk.page.getByRole('dialog').getByText(words.secretMade).waitFor()
      await stage.photograph(desk.page, 'console-secret-zh')
      await desk.page.keyboard.press('Escape')
      await desk.button(words.renewSecret).waitFor()
      await desk.button(words.renewSecret).scrollIntoViewIfNeeded()
      await stage.photograph(desk.page, 'console-settings-lower-zh')
    },
  )

  story('and what a program may call is described for people and for programs', async ({ stage }) => {
    stage.allow(/favicon/)
    const page = await stage.open({ language: 'en' })
    await page.goto('/docs')
    await page.getByRole('link', { name: 'openapi.json' }).waitFor()
    await page.getByText('/api/v1/sign-in', { exact: true }).click()
    await page.getByText('Sign in; also sets the refresh cookie').waitFor()
    const document = await (await page.request.get('/openapi.json')).json()
    expect(document).toMatchObject({ openapi: expect.stringMatching(/^3\.1/), info: { title: expect.any(String) } })
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining(['/api/v1/sign-in', '/api/v1/conversations/{id}/reply', '/v1/chat/completions']),
    )
  })
})
