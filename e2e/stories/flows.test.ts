import type { FlowPart } from '@lingxi/contract/flow-versions'
import { afterAll, beforeAll, describe, expect, inject } from 'vitest'
import { apiOf } from '../api.ts'
import { violations } from '../axe.ts'
import { deskAt } from '../desk.ts'
import { type LingxiServer, startCompany } from '../lingxi-server.ts'
import { tooWide } from '../screens.ts'
import { languages, story } from '../stage.ts'

const flowWords = {
  zh: {
    choose: '选择文件',
    replaceAll: '整个替换',
    commit: /^导入（\d+ 处改动）$/,
    imported: '已导入草稿',
    flows: '流程',
    add: '新建流程',
    title: '名称',
    name: '代号',
    confirm: '确定',
    addStep: '添加步骤',
    say: /^说\s*说一段话/,
    outline: '步骤大纲',
    text: '中文',
    undo: '撤销',
    redo: '重做',
    save: '保存',
    unsaved: '未保存',
    tryIt: '试运行',
    begin: '直接开始这个流程',
    toForm: '回到表单',
    mine: '保留我的',
    publish: '发布',
    note: '改了什么',
    live: '正在使用第 1 版',
  },
  en: {
    choose: 'Choose a file',
    replaceAll: 'Replace all',
    commit: /^Import \(\d+ changes?\)$/,
    imported: 'Imported into the draft',
    flows: 'Flows',
    add: 'New flow',
    title: 'Title',
    name: 'Name',
    confirm: 'OK',
    addStep: 'Add a step',
    say: /^Say\s*Says something/,
    outline: 'Outline of the steps',
    text: 'English',
    undo: 'Undo',
    redo: 'Redo',
    save: 'Save',
    unsaved: 'Not saved',
    tryIt: 'Try it',
    begin: 'Begin this flow',
    toForm: 'Back to the form',
    mine: 'Keep mine',
    publish: 'Publish',
    note: 'What changed',
    live: 'Version 1 is live',
  },
} as const

const yaml = `flows:
  greet:
    name: { zh: 打招呼, en: Greet }
    triggers: [{ event: arrived }]
    steps:
      - { id: hello, say: { zh: 您好, en: Hello } }
`

// Flows are one for the whole company: each story has a server of its own.
for (const language of languages)
  describe(`a trainer who does not program (${language})`, () => {
    const words = flowWords[language]
    let lingxi: LingxiServer
    beforeAll(async () => {
      lingxi = await startCompany(inject('begun'))
    })
    afterAll(() => lingxi.stop())

    story('makes a flow, tries it, keeps it against another edit, and publishes it', async ({ stage }) => {
      const { page, enter, button } = deskAt(await stage.open({ language, url: lingxi.url }), language)
      await enter(lingxi, '/console/flows/file')
      await page.getByText(words.replaceAll, { exact: true }).click()
      await page
        .locator('input[type=file]')
        .setInputFiles({ name: 'flows.yaml', mimeType: 'application/yaml', buffer: Buffer.from(yaml) })
      await page.getByRole('button', { name: words.commit }).click()
      await page.getByText(words.imported, { exact: true }).waitFor()
      expect(await violations(page)).toEqual([])

      await page.goto('/console/flows/flows')
      await page.getByRole('listitem').filter({ hasText: 'greet' }).waitFor()
      expect(await violations(page)).toEqual([])
      await button(words.add).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('textbox', { name: words.title, exact: true }).fill('Tea')
      await dialog.getByRole('textbox', { name: words.name, exact: true }).fill('tea')
      await dialog.getByRole('button', { name: words.confirm, exact: true }).click()

      const outline = page.getByRole('navigation', { name: words.outline })
      await outline.locator('[data-step=say]').waitFor()
      await page.locator('.react-flow__node-step').first().waitFor()
      await button(words.addStep).click()
      await page.getByRole('menuitem', { name: words.say }).click()
      await outline.locator('[data-step=say_2]').waitFor()
      await page.getByRole('textbox', { name: words.text, exact: true }).first().fill('Green or black?')
      await outline.getByText('Green or black?').waitFor()
      // Typing is one step of undo, the new step another.
      await button(words.undo).click()
      await button(words.undo).click()
      await outline.locator('[data-step=say_2]').waitFor({ state: 'detached' })
      await button(words.redo).click()
      await button(words.redo).click()
      await outline.getByText('Green or black?').waitFor()
      expect(await violations(page)).toEqual([])
      await stage.photograph(page, `console-flow-${language}`)

      // From step to step by keyboard.
      await page.locator('.react-flow__node-step').first().focus()
      await page.keyboard.press('ArrowDown')
      await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-id'))).toBe('say_2')

      await button(words.tryIt).click()
      await button(words.begin).click()
      await page.getByRole('region', { name: words.tryIt }).getByText('Green or black?').waitFor()
      await page.locator('.react-flow__node-step .bg-accent-soft').first().waitFor()
      await stage.photograph(page, `console-flow-tried-${language}`)
      await button(words.toForm).click()

      stage.allow(/status of 409 .*\/api\/v1\/flows\/parts/)
      await someoneElseSaves(lingxi)
      await button(words.save).click()
      await button(words.mine).click()
      await button(words.save).click()
      await page.getByText(words.unsaved, { exact: true }).waitFor({ state: 'detached' })

      await page.goto('/console/flows/versions')
      await page.getByRole('textbox', { name: words.note }).fill('Tea at last')
      await button(words.publish).click()
      await page.getByText(words.live, { exact: true }).waitFor()
      await page.getByText('Tea at last', { exact: true }).waitFor()
      expect(await violations(page)).toEqual([])
      await stage.photograph(page, `console-flow-versions-${language}`)
    })

    story('edits on a small screen by the outline', async ({ stage }) => {
      const { page, enter } = deskAt(await stage.open({ language, width: 390, url: lingxi.url }), language)
      await enter(lingxi, '/console/flows/edit/flow/greet')
      await page.locator('[data-step=hello]').click()
      await page.getByRole('dialog').getByRole('textbox', { name: words.text, exact: true }).first().waitFor()
      expect(await tooWide(page)).toBe(0)
      expect(await violations(page)).toEqual([])
      await stage.photograph(page, `console-flow-phone-${language}`)
    })
  })

/** The same flow, saved by a colleague meanwhile. */
async function someoneElseSaves(lingxi: LingxiServer) {
  const { ask } = await apiOf(lingxi)
  const part = await ask<FlowPart & { kind: 'flow' }>('/api/v1/flows/parts/flow/tea')
  const { kind, name, version } = part
  const content = { ...part.content, description: 'Of another hand' }
  await ask('/api/v1/flows/parts', { method: 'PUT', body: { kind, name, version, content } })
}
