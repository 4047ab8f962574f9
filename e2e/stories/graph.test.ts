import { text } from 'node:stream/consumers'
import { describe, expect, inject } from 'vitest'
import { violations } from '../axe.ts'
import { deskAt } from '../desk.ts'
import { tooWide } from '../screens.ts'
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

      await best.getByRole('button', { name: words.keep }).click()
      await button(words.learning).click()
      const side = page.getByRole('dialog')
      await side.getByRole('listitem').filter({ hasText: question }).waitFor()
      await side.getByRole('textbox', { name: words.exampleQuestion, exact: true }).fill(question)
      await side.getByRole('textbox', { name: words.path }).fill(`${thing} → ${relation} → X`)
      await side.getByRole('button', { name: words.save, exact: true }).click()
      await side.getByText(words.noSuchPath).waitFor()
      await side.locator('input[type=file]').setInputFiles({
        name: 'asked.jsonl',
        mimeType: 'application/jsonl',
        buffer: Buffer.from(`${JSON.stringify({ question: `${thing}?`, path: [thing, relation, object] })}\nno\n`),
      })
      await side.getByText(words.report).waitFor()
      expect(await violations(page)).toEqual([])
      await stage.photograph(page, `console-graph-learning-${language}`)
      // One request at a time is enough.
      if (language === 'zh') await side.getByRole('button', { name: words.learn }).click()
      // Being learnt, or learnt already.
      await side.getByRole('article').first().getByRole('heading').waitFor()
      await page.setViewportSize({ width: 390, height: 844 })
      expect(await tooWide(page)).toBe(0)
      await stage.photograph(page, `console-graph-learning-${language}-390`)
      await page.setViewportSize({ width: 1280, height: 844 })
      await page.keyboard.press('Escape')

      const [file] = await Promise.all([page.waitForEvent('download'), button(words.export).click()])
      const graph = JSON.parse(await text(await file.createReadStream())) as { '@graph': unknown[] }
      expect(JSON.stringify(graph['@graph'])).toContain(object)
    })
})
