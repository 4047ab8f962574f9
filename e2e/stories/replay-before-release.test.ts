import { afterAll, beforeAll, describe, expect, inject } from 'vitest'
import { apiOf } from '../api.ts'
import { violations } from '../axe.ts'
import { deskAt } from '../desk.ts'
import { type LingxiServer, startCompany } from '../lingxi-server.ts'
import { replayWords } from '../replay-words.ts'
import { tooWide } from '../screens.ts'
import { languages, story } from '../stage.ts'

const text = (zh: string) => ({ zh, en: zh })
/** By name: title, what it says live, and what the draft does in place of that. */
const flows = {
  cancel: ['取消订单', '已为您取消。', { hand_over: { reason: 'cancel', say: text('我请同事来帮您取消。') } }],
  address: ['修改地址', '地址已改好。', { hand_over: { reason: 'address', say: text('我请同事来帮您改。') } }],
  hours: ['营业时间', '九点到六点。', { say: text('每天九点到六点。') }],
} as const

// Flows are one for the whole company: each story has a server of its own.
for (const language of languages)
  describe(`a trainer before a release (${language})`, () => {
    const words = replayWords[language]
    let lingxi: LingxiServer
    beforeAll(async () => {
      lingxi = await startCompany(inject('begun'))
      const { ask, customer } = await apiOf(lingxi)
      const save = (name: string, version: number | null, { title, step }: { title: string; step: object }) => {
        const content = { name: text(title), triggers: [{ event: name }], steps: [{ id: 'first', ...step }] }
        return ask('/api/v1/flows/parts', { method: 'PUT', body: { kind: 'flow', name, version, content } })
      }
      for (const [name, [title, say]] of Object.entries(flows))
        await save(name, null, { title, step: { say: text(say) } })
      await ask('/api/v1/flows/versions', { body: { draft: (await ask<{ draft: number }>('/api/v1/flows')).draft } })
      for (const [title] of Object.values(flows)) await (await customer('小安')).say(title)
      for (const [name, [title, , step]] of Object.entries(flows)) await save(name, 1, { title, step })
    })
    afterAll(() => lingxi.stop())

    story(
      'sees whom the draft would treat otherwise, accepts all of it with a reason, and publishes',
      async ({ stage }) => {
        const { page, enter, button } = deskAt(await stage.open({ language, url: lingxi.url }), language)
        await enter(lingxi, '/console/flows/versions')
        await button(words.start).waitFor()
        expect(await button(words.publish).isDisabled()).toBe(true)
        expect(await violations(page)).toEqual([])
        await stage.photograph(page, `console-replay-needed-${language}`)

        await button(words.start).click()
        await page.getByText(words.allOtherwise(3), { exact: true }).waitFor()
        await page.getByText(words.open(2), { exact: true }).waitFor()
        const changes = page.getByRole('list', { name: words.changes })
        const row = (effect: string) => changes.getByRole('listitem').filter({ hasText: effect })
        const [cancelled, moved] = [row(words.handedOver('cancel')), row(words.handedOver('address'))]
        await cancelled.getByText(words.examples, { exact: true }).click()
        await cancelled.getByText('已为您取消。', { exact: true }).waitFor()
        await cancelled.getByText(/^我请同事来帮您取消。/).waitFor()
        expect(await row(words.inOtherWords).getByRole('button', { name: words.accept }).count()).toBe(0)
        expect(await button(words.publish).isDisabled()).toBe(true)
        expect(await violations(page)).toEqual([])
        await stage.photograph(page, `console-replay-${language}`)

        await moved.getByRole('button', { name: words.accept, exact: true }).click()
        const dialog = page.getByRole('dialog')
        await dialog.getByRole('textbox', { name: words.reason }).fill(words.why)
        await dialog.getByRole('checkbox', { name: words.all }).click()
        expect(await violations(page)).toEqual([])
        await stage.photograph(page, `console-replay-accept-${language}`)
        await dialog.getByRole('button', { name: words.acceptThem(2) }).click()
        for (const each of [cancelled, moved]) {
          await each.getByText(words.accepted, { exact: true }).waitFor()
          await each.getByText(words.acceptedBy).waitFor()
        }

        await page.setViewportSize({ width: 390, height: 844 })
        expect(await tooWide(page)).toBe(0)
        expect(await violations(page)).toEqual([])
        await stage.photograph(page, `console-replay-phone-${language}`)
        await button(words.publish).click()
        await page.getByText(words.published, { exact: true }).waitFor()
        await changes.waitFor({ state: 'detached' })
      },
    )

    // Two minutes of conversations are more than a story can hold: the server's answers are made up.
    story('has to say why a replay that was cut short is enough', async ({ stage }) => {
      const { page, enter, button } = deskAt(await stage.open({ language, url: lingxi.url }), language)
      const counts = { of: 200, conversations: 120, turns: 431, identical: 431, changed: 0, leftOut: 0 }
      const replay = {
        id: 'rpl_1',
        what: 'flows',
        state: 'done',
        report: { ...counts, groups: [], unlisted: { open: 0, told: 0 } },
        accepted: [] as object[],
        by: null,
        at: '2026-11-29T03:00:00.000Z',
      }
      await page.route('**/api/v1/replays/flows', (route) =>
        route.fulfill({ json: { needs: replay.accepted.length > 0 ? 'none' : 'word', replay } }),
      )
      await page.route('**/api/v1/replays/flows/rpl_1/accepted', (route) => {
        const { keys, reason } = route.request().postDataJSON() as { keys: string[]; reason: string }
        replay.accepted = keys.map((key) => ({ key, reason, by: null, at: replay.at }))
        return route.fulfill({ json: replay })
      })
      await enter(lingxi, '/console/flows/versions')
      await page.getByText(words.cutShort, { exact: true }).waitFor()
      expect(await button(words.publish).isDisabled()).toBe(true)
      expect(await violations(page)).toEqual([])
      await stage.photograph(page, `console-replay-cut-short-${language}`)
      await button(words.acceptCutShort).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('textbox', { name: words.reason }).fill(words.why)
      await dialog.getByRole('button', { name: words.accept, exact: true }).click()
      await page.getByText(words.accepted, { exact: true }).waitFor()
      expect(await button(words.publish).isDisabled()).toBe(false)
    })
  })
