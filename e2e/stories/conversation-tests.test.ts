import type { KeptCase } from '@lingxi/contract/dialogue-case-runs'
import { afterAll, beforeAll, describe, expect, inject } from 'vitest'
import { apiOf } from '../api.ts'
import { violations } from '../axe.ts'
import { deskAt } from '../desk.ts'
import { type LingxiServer, startCompany } from '../lingxi-server.ts'
import { tooWide } from '../screens.ts'
import { languages, story } from '../stage.ts'

const testWords = {
  zh: {
    none: '还没有对话测试',
    import: '导入',
    commit: '导入 2 个',
    runAll: '全部运行',
    sum: (passed: number, failed: number) => `${passed} 个通过，${failed} 个没通过`,
    fault: '第 2 轮不符合：说到“再见”',
    outcome: '上次的结果',
    differs: '不符合',
    text: '测试的内容（YAML）',
    unreadable: /^有 \d+ 处读不懂$/,
    place: '第 2 行第 1 列',
    unknown: '草稿里没有流程“welcome”',
    reads: '读懂了：2 轮',
    saveAndRun: '保存并运行',
    run: '运行',
    passed: '通过：每一轮都和写的一样',
    add: '新建测试',
    coverage: '覆盖',
    never: '从没走到的步骤 1 · 从没走过的路 1',
    no: '说不',
    publish: /对话测试：2 \/ 3 个通过。 有 1 个没通过/,
    more: (name: string) => `“${name}”的更多操作`,
    remove: '删除',
    removed: '已删除',
    tryIt: '试运行',
    begin: '直接开始这个流程',
    keep: '存成测试',
    name: '测试的名称',
    save: '保存',
    open: '打开测试',
    kept: '读懂了：1 轮',
    mine: '用我的覆盖',
    theirs: '用对方的',
  },
  en: {
    none: 'No conversation tests yet',
    import: 'Import',
    commit: 'Import 2',
    runAll: 'Run all',
    sum: (passed: number, failed: number) => `${passed} passed, ${failed} failed`,
    fault: 'Turn 2 is not so: Says “再见”',
    outcome: 'What came of it last',
    differs: 'Not as expected',
    text: 'What the test says (YAML)',
    unreadable: /^\d+ places? cannot be read$/,
    place: 'Line 2, column 1',
    unknown: 'The draft has no flow “welcome”',
    reads: 'Understood: 2 turns',
    saveAndRun: 'Save and run',
    run: 'Run',
    passed: 'Passed: every turn is as it is written',
    add: 'New test',
    coverage: 'Coverage',
    never: 'Steps never walked 1 · Ways never taken 1',
    no: 'No',
    publish: /Conversation tests: 2 of 3 pass\. 1 fails/,
    more: (name: string) => `More for “${name}”`,
    remove: 'Delete',
    removed: 'Removed',
    tryIt: 'Try it',
    begin: 'Begin this flow',
    keep: 'Keep as a test',
    name: 'Name of the test',
    save: 'Save',
    open: 'Open the test',
    kept: 'Understood: 1 turn',
    mine: 'Write mine over it',
    theirs: 'Take theirs',
  },
} as const

const text = (zh: string) => ({ zh, en: zh })
const greet = {
  kind: 'flow',
  name: 'greet',
  version: null,
  content: {
    name: { zh: '打招呼', en: 'Greet' },
    triggers: [{ event: 'arrived' }],
    steps: [
      { id: 'ask', confirm: text('您好，要继续吗？'), no: 'bye' },
      { id: 'go', say: text('好的，这就开始。'), next: 'end' },
      { id: 'bye', say: text('没关系，下次见。') },
    ],
  },
}
const twoTurns = (said: string) => `  turns:
    - event: { name: arrived }
      expect: { started: greet, step: ask, said: [您好] }
    - user: 是的
      expect: { flow: null, said: [${said}] }
`
const file = `- name: goes on
  about: happy-path
  language: zh
${twoTurns('好的')}- name: says goodbye
  about: happy-path
  language: zh
${twoTurns('再见')}`

// Tests are one for the whole company: each story has a server of its own.
for (const language of languages)
  describe(`a trainer who does not program (${language})`, () => {
    const words = testWords[language]
    let lingxi: LingxiServer
    beforeAll(async () => {
      lingxi = await startCompany(inject('begun'))
      const { ask } = await apiOf(lingxi)
      await ask('/api/v1/flows/parts', { method: 'PUT', body: greet })
    })
    afterAll(() => lingxi.stop())

    story(
      'takes tests of conversations in, runs them, mends one and sees what none goes through',
      async ({ stage }) => {
        const { page, enter, button } = deskAt(await stage.open({ language, url: lingxi.url }), language)
        await enter(lingxi, '/console/flows/tests')
        await page.getByText(words.none, { exact: true }).waitFor()
        expect(await violations(page)).toEqual([])
        await button(words.import).click()
        const dialog = page.getByRole('dialog')
        await dialog
          .locator('input[type=file]')
          .setInputFiles({ name: 'tests.yaml', mimeType: 'application/yaml', buffer: Buffer.from(file) })
        await dialog.getByRole('button', { name: words.commit, exact: true }).click()
        await dialog.waitFor({ state: 'detached' })

        await button(words.runAll).click()
        await page.getByText(words.sum(1, 1), { exact: true }).waitFor()
        await page.getByText(words.fault, { exact: true }).waitFor()
        expect(await violations(page)).toEqual([])
        await stage.photograph(page, `console-conversation-tests-${language}`)

        // What was expected and what came, turn by turn; the text is looked at while it is written.
        await page.getByRole('link', { name: 'says goodbye', exact: true }).click()
        const outcome = page.getByRole('region', { name: words.outcome })
        await outcome.getByLabel(words.differs, { exact: true }).waitFor()
        await outcome.getByText('好的，这就开始。', { exact: true }).waitFor()
        expect(await violations(page)).toEqual([])
        await stage.photograph(page, `console-conversation-test-${language}`)
        const area = page.getByRole('textbox', { name: words.text, exact: true })
        const written = await area.inputValue()
        await area.fill(written.replace('about: happy-path', 'about: nothing'))
        await page.getByText(words.unreadable).waitFor()
        await button(words.place).click()
        await expect.poll(() => area.evaluate((element) => document.activeElement === element)).toBe(true)
        await area.fill(written.replace('started: greet', 'started: welcome'))
        await page.getByText(words.unknown, { exact: true }).waitFor()
        await area.fill(written.replace('再见', '好的'))
        await page.getByText(words.reads, { exact: true }).waitFor()
        await button(words.saveAndRun).click()
        await outcome.getByText(words.passed, { exact: true }).waitFor()
        await button(words.run).waitFor()

        await page.goto('/console/flows/tests')
        await page.getByRole('link', { name: words.add, exact: true }).click()
        await button(words.saveAndRun).click()
        await outcome.getByLabel(words.differs, { exact: true }).first().waitFor()

        await page.goto('/console/flows/tests?view=coverage')
        await page.getByText(words.never, { exact: true }).click()
        await page.getByRole('link', { name: 'bye', exact: true }).waitFor()
        await page.getByText(words.no, { exact: true }).waitFor()
        expect(await violations(page)).toEqual([])
        await stage.photograph(page, `console-conversation-test-coverage-${language}`)

        await page.goto('/console/flows/versions')
        await page.getByText(words.publish).waitFor()
        expect(await violations(page)).toEqual([])
        await stage.photograph(page, `console-publish-with-tests-${language}`)

        await page.goto('/console/flows/tests')
        await button(words.more('goes on')).click()
        await page.getByRole('menuitem', { name: words.remove, exact: true }).click()
        await page.getByRole('alertdialog').getByRole('button', { name: words.remove, exact: true }).click()
        await page.getByText(words.removed, { exact: true }).first().waitFor()
        await page.getByRole('link', { name: 'goes on', exact: true }).waitFor({ state: 'detached' })
      },
    )

    story('keeps a talk of the simulator as a test', async ({ stage }) => {
      const { page, enter, button } = deskAt(await stage.open({ language, url: lingxi.url }), language)
      await enter(lingxi, '/console/flows/edit/flow/greet')
      await button(words.tryIt).click()
      await button(words.begin).click()
      await page.getByRole('region', { name: words.tryIt }).getByText('您好，要继续吗？').waitFor()
      await button(words.keep).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('textbox', { name: words.name, exact: true }).fill('out of a talk')
      expect(await violations(page)).toEqual([])
      await stage.photograph(page, `console-keep-talk-${language}`)
      await dialog.getByRole('button', { name: words.save, exact: true }).click()
      await dialog.getByRole('link', { name: words.open, exact: true }).click()
      await page.getByRole('heading', { name: 'out of a talk', exact: true }).waitFor()
      await page.getByText(words.kept, { exact: true }).waitFor()
      const written = page.getByRole('textbox', { name: words.text, exact: true })
      expect(await written.inputValue()).toContain('started: greet')

      // Somebody else saves meanwhile: the one is written over, or the other is taken.
      stage.allow(/status of 409 .*\/api\/v1\/flows\/cases/)
      const id = page.url().split('/').at(-1)!
      const rename = async (name: string) => {
        await written.fill((await written.inputValue()).replace(/^name: .*/, `name: ${name}`))
        await button(words.save).click()
      }
      await someoneElseRenames(lingxi, id, 'theirs')
      await rename('mine')
      await button(words.mine).click()
      await page.getByRole('heading', { name: 'mine', exact: true }).waitFor()
      await someoneElseRenames(lingxi, id, 'theirs again')
      await rename('mine again')
      await button(words.theirs).click()
      await expect.poll(() => written.inputValue()).toContain('name: theirs again')
    })

    story('who answers customers reads them on a small screen, and changes nothing', async ({ stage }) => {
      const { addPerson } = await apiOf(lingxi)
      const { page, enter, button } = deskAt(await stage.open({ language, width: 390, url: lingxi.url }), language)
      await enter({ ...lingxi, ...(await addPerson('Reader')) }, '/console/flows/tests')
      const row = page.getByRole('link', { name: 'says goodbye', exact: true })
      await row.waitFor()
      expect(await button(words.runAll).count()).toBe(0)
      expect(await page.getByRole('link', { name: words.add, exact: true }).count()).toBe(0)
      expect(await tooWide(page)).toBe(0)
      await stage.photograph(page, `console-conversation-tests-phone-${language}`)
      await row.click()
      await page.getByText(words.passed, { exact: true }).waitFor()
      expect(await button(words.run).count()).toBe(0)
      expect(await tooWide(page)).toBe(0)
      expect(await violations(page)).toEqual([])
      await stage.photograph(page, `console-conversation-test-phone-${language}`)
    })
  })

async function someoneElseRenames(lingxi: LingxiServer, id: string, name: string) {
  const { ask } = await apiOf(lingxi)
  const { version, content } = await ask<KeptCase>(`/api/v1/flows/cases/${id}`)
  await ask('/api/v1/flows/cases', { method: 'PUT', body: { id, version, content: { ...content, name } } })
}
