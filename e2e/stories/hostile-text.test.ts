import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { apiOf } from '../api.ts'
import { customerAt } from '../customer.ts'
import { deskAt } from '../desk.ts'
import { story } from '../stage.ts'

/** Each of them leaves a mark on the window if it ever runs. */
const attacks = [
  `<img src=x onerror="window.ran='img'">`,
  `<script>window.ran='script'</script>`,
  `<svg/onload="window.ran='svg'">`,
  `<iframe srcdoc="<script>parent.ran='iframe'</script>"></iframe>`,
  `[link](javascript:window.ran='link')`,
  `![picture](x" onerror="window.ran='picture')`,
  `<a href="javascript:window.ran='a'">press</a>`,
]
const everything = attacks.join('\n\n')
const name = `<b onclick="window.ran=1">Bobby</b>`

/** Nothing ran, and nothing that somebody wrote became an element that could, even when all links are pressed. */
async function expectHarmless(page: Page) {
  const found = await page.evaluate(() => {
    const roots: (Document | ShadowRoot)[] = [document]
    for (const element of document.querySelectorAll('*')) if (element.shadowRoot) roots.push(element.shadowRoot)
    const all = roots.flatMap((root) => [...root.querySelectorAll('*')])
    for (const link of all) if (link instanceof HTMLAnchorElement && /^javascript/i.test(link.protocol)) link.click()
    const made = all.filter((element) => element.matches('iframe, img[src="x"], svg[onload], [onerror], [onclick]'))
    return { ran: (window as { ran?: string }).ran, made: made.map(({ outerHTML }) => outerHTML) }
  })
  expect(found).toEqual({ ran: undefined, made: [] })
}

describe('HTML and script in whatever somebody wrote', () => {
  story('run nowhere: not in the chat, not in the console', async ({ stage }) => {
    const api = await apiOf()
    const person = await api.addPerson(name, 'supervisor')
    const title = `洗紫水晶 ${name}`
    const article = await api.addArticle({
      title,
      body: `# 洗紫水晶\n\n紫水晶只能用清水洗。\n\n${everything}`,
      tags: [name],
    })

    const customer = customerAt(await stage.open(), 'zh')
    await customer.visit()
    await customer.openChat()
    await customer.say('紫水晶怎么洗？')
    await customer.sources.first().click()
    await customer.panel.getByText('紫水晶只能用清水洗').last().waitFor()
    await expectHarmless(customer.page)
    await customer.page.keyboard.press('Escape')
    for (const attack of attacks) await customer.say(attack)
    await customer.say('紫水晶 7 号，请转人工')
    await expectHarmless(customer.page)

    const named = await api.customer(name)
    await named.say(everything, "javascript:window.ran='page'")
    const { id } = await api.conversationAbout('紫水晶 7 号，请转人工')
    const desk = deskAt(await stage.open(), 'zh')
    await desk.enter(person, `/console/inbox/open/${id}`)
    await desk.reads('紫水晶 7 号，请转人工')
    await desk.claim()
    for (const field of [desk.replyField, desk.noteField]) {
      if (field === desk.noteField) await desk.page.getByRole('tab', { name: desk.words.noteTab }).click()
      await field.fill(everything)
      await field.press('Enter')
    }
    await desk.log.getByText(desk.words.noteTab, { exact: true }).waitFor()
    await customer.reads(name)
    await expectHarmless(customer.page)
    await expectHarmless(desk.page)
    await stage.photograph(desk.page, 'console-hostile-zh')
    await stage.photograph(customer.page, 'chat-hostile-zh')

    const other = await api.conversationAbout(everything)
    for (const place of [
      `/console/inbox/open/${other.id}`,
      `/console/knowledge/articles/${article.id}`,
      '/console/people',
    ]) {
      await desk.page.goto(place)
      await desk.page.getByText('Bobby').first().waitFor()
      await expectHarmless(desk.page)
    }
    await api.removeArticle(article.id)
  })
})
