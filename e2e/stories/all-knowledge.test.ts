import { describe, expect, inject } from 'vitest'
import { violations } from '../axe.ts'
import { deskAt } from '../desk.ts'
import { tooWide } from '../screens.ts'
import { story } from '../stage.ts'

const said = {
  zh: {
    export: '导出全部知识',
    choose: '选择导出文件…',
    preview: '预览：还没有写入任何内容',
    nothing: '与现有内容完全相同，没有可导入的。',
    commit: '确认导入',
  },
  en: {
    export: 'Export all knowledge',
    choose: 'Choose an export…',
    preview: 'Preview: nothing has been written yet',
    nothing: 'All of it is here already, exactly so.',
    commit: 'Take it in',
  },
}

describe('all knowledge', () => {
  for (const language of ['zh', 'en'] as const)
    story(`is given as a file, and such a file is looked at before it is taken in (${language})`, async ({ stage }) => {
      const words = said[language]
      const desk = deskAt(await stage.open({ language }), language)
      const { page } = desk
      await desk.enter(inject('lingxi'), '/console/knowledge/import')
      // Other stories write articles meanwhile: what was exported a moment ago may be another text by now, and is exported again.
      const giveBack = async () => {
        await page.goto(page.url())
        const download = page.waitForEvent('download')
        await page.getByRole('button', { name: words.export, exact: true }).click()
        const chunks: Buffer[] = []
        for await (const chunk of await (await download).createReadStream()) chunks.push(chunk as Buffer)
        const file = { name: 'knowledge.zip', mimeType: 'application/zip', buffer: Buffer.concat(chunks) }
        await page.getByLabel(words.choose, { exact: true }).and(page.locator('input')).setInputFiles(file)
        await page.getByText(words.preview).waitFor()
        return page.getByText(words.nothing).isVisible()
      }
      await expect.poll(giveBack, { timeout: 60_000 }).toBe(true)
      expect(await page.getByRole('button', { name: words.commit, exact: true }).isDisabled()).toBe(true)
      expect(await violations(page)).toEqual([])
      await stage.photograph(page, `console-all-knowledge-${language}`)
      await page.setViewportSize({ width: 390, height: 844 })
      expect(await tooWide(page)).toBe(0)
      await stage.photograph(page, `console-all-knowledge-${language}-390`)
    })
})
