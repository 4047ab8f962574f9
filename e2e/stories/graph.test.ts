import { text } from 'node:stream/consumers'
import { describe, expect, inject } from 'vitest'
import { deskAt } from '../desk.ts'
import { languages, story, until } from '../stage.ts'
import { graphWords } from '../words.ts'

const asked = {
  zh: {
    question: '轻量羽绒背心的价格是多少？',
    thing: '轻量羽绒背心',
    answer: '459',
    relation: '搭配',
    object: '云感围巾',
  },
  en: {
    question: 'What is the price of the Light Down Vest?',
    thing: 'Light Down Vest',
    answer: '459',
    relation: 'goes well with',
    object: 'Cloud Scarf',
  },
} as const

describe('the knowledge graph', () => {
  for (const language of languages)
    story(`is asked, looked at, added to, and keeps who said what (${language})`, async ({ stage }) => {
      const words = graphWords[language]
      const { question, thing, answer, relation, object } = asked[language]
      const { page, enter, button } = deskAt(await stage.open({ language }), language)
      await enter(inject('lingxi'), '/console/knowledge/graph')
      const field = page.getByRole('textbox', { name: words.question })
      await field.fill(question)
      const best = page.getByRole('region', { name: words.ask }).getByRole('listitem').first()
      const named = best.getByRole('button', { name: thing }).first()
      // On a first start, articles are still being read.
      await until(async () => {
        await field.press('Enter')
        return named.isVisible()
      })
      await best.getByText(answer).first().waitFor()
      await named.click()
      await page.getByRole('heading', { name: thing }).waitFor()
      await page.locator('canvas').first().waitFor()
      await page.getByRole('heading', { level: 3 }).scrollIntoViewIfNeeded()
      await stage.photograph(page, `console-graph-${language}`)

      await button(words.add).click()
      const form = page.getByRole('dialog')
      await form.getByRole('textbox', { name: words.relation }).fill(relation)
      await form.getByRole('textbox', { name: words.object }).fill(object)
      await form.getByRole('button', { name: words.save, exact: true }).click()
      await page.getByRole('button', { name: `${thing} → ${relation} → ${object}` }).waitFor()

      await button(words.changes).click()
      await page.getByRole('dialog').getByText(`${thing} → ${relation} → ${object}`).waitFor()
      await page.keyboard.press('Escape')

      const [file] = await Promise.all([page.waitForEvent('download'), button(words.export).click()])
      const graph = JSON.parse(await text(await file.createReadStream())) as { '@graph': unknown[] }
      expect(JSON.stringify(graph['@graph'])).toContain(object)
    })
})
