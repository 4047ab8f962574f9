import type { Example, Intent } from '@lingxi/contract/teaching'
import type { Training } from '@lingxi/contract/training'
import { afterAll, beforeAll, describe, expect, inject, vi } from 'vitest'
import { type Api, apiOf, type Person } from '../api.ts'
import { violations } from '../axe.ts'
import { deskAt } from '../desk.ts'
import { type LingxiServer, startCompany } from '../lingxi-server.ts'
import { replayWords } from '../replay-words.ts'
import { tooWide } from '../screens.ts'
import { languages, story } from '../stage.ts'
import { trainingWords } from '../trainer-words.ts'

const text = (zh: string) => ({ zh, en: zh })
const wordings = {
  refund: ['退款', '退钱', '把钱退回来'],
  invoice: ['发票', '开票', '抬头'],
  parcel: ['包裹', '快递', '物流'],
  shop: ['门店', '地址', '停车'],
}
const frames = ['怎么还没有', '请问在哪里看', '帮我查一下', '什么时候能有', '我想问问', '为什么没有']
const outside = ['天气', '足球', '电影']

async function teach({ ask }: Api): Promise<Record<string, string>> {
  const say = (words: string[], to: object) =>
    frames.flatMap((frame) => words.map((word) => ({ text: `${frame}${word}`, language: 'zh', ...to })))
  const ids: Record<string, string> = {}
  const examples: object[] = say(outside, { intentId: null, outOfScope: true })
  for (const [name, words] of Object.entries(wordings)) {
    const { id } = await ask<Intent>('/api/v1/teaching/intents', { body: { name, title: text(words[0]!) } })
    ids[name] = id
    examples.push(...say(words, { intentId: id }))
  }
  await ask<{ examples: Example[] }>('/api/v1/teaching/examples', { body: { examples } })
  return ids
}

async function train({ ask }: Api): Promise<string> {
  await ask('/api/v1/teaching/trainings', { body: {} })
  return vi.waitFor(
    async () => {
      const { training } = await ask<{ training: Training }>('/api/v1/teaching')
      expect(training.state).toBe('done')
      return training.versionId!
    },
    { timeout: 80_000, interval: 100 },
  )
}

// What reads is one for the whole company: each story has a server of its own.
for (const language of languages)
  describe(`a trainer before another version reads (${language})`, () => {
    const words = replayWords[language]
    const training = trainingWords[language]
    let lingxi: LingxiServer
    let colleague: Person
    beforeAll(async () => {
      lingxi = await startCompany(inject('begun'))
      const api = await apiOf(lingxi)
      const { ask } = api
      const ids = await teach(api)
      await ask(`/api/v1/teaching/versions/${await train(api)}/release`, { method: 'POST' })
      for (const name of ['refund', 'invoice']) {
        const content = {
          name: text(name),
          triggers: [{ intent: name }],
          steps: [{ id: 'first', say: text('好的。') }],
        }
        await ask('/api/v1/flows/parts', { method: 'PUT', body: { kind: 'flow', name, version: null, content } })
      }
      await ask('/api/v1/flows/versions', { body: { draft: (await ask<{ draft: number }>('/api/v1/flows')).draft } })
      for (const said of ['怎么还没有退款', '帮我查一下发票']) await (await api.customer('小安')).say(said)
      // What flows lead is read as something else from now on.
      await ask(`/api/v1/teaching/intents/${ids['refund']}/merge`, { body: { into: ids['parcel'] } })
      await ask(`/api/v1/teaching/intents/${ids['invoice']}/merge`, { body: { into: ids['shop'] } })
      await train(api)
      colleague = await api.addPerson('小林')
    }, 120_000)
    afterAll(() => lingxi.stop())

    story('sees whom it would treat otherwise, accepts that with a reason, and releases it', async ({ stage }) => {
      const { page, enter, button } = deskAt(await stage.open({ language, url: lingxi.url }), language)
      await enter(lingxi, '/console/understanding/training')
      await page.getByText(training.reads(1)).waitFor()
      await button(training.release).first().click()
      const releasing = page.getByRole('region', { name: words.releasing(2) })
      const release = releasing.getByRole('button', { name: training.release, exact: true })
      await releasing.getByRole('button', { name: words.start }).waitFor()
      expect(await release.isDisabled()).toBe(true)
      expect(await violations(page)).toEqual([])
      await stage.photograph(page, `console-release-needed-${language}`)
      await releasing.getByRole('button', { name: words.start }).click()
      await releasing.getByText(words.allOtherwise(2), { exact: true }).waitFor()
      await releasing.getByText(words.open(2), { exact: true }).waitFor()
      const changes = page.getByRole('list', { name: words.changes })
      const row = (flow: string) => changes.getByRole('listitem').filter({ hasText: words.noFlow(flow) })
      await row('refund').getByText(words.examples, { exact: true }).click()
      await row('refund').getByText('怎么还没有退款', { exact: true }).waitFor()
      expect(await release.isDisabled()).toBe(true)
      expect(await violations(page)).toEqual([])
      await stage.photograph(page, `console-release-${language}`)

      // Who may not release sees the same, and that it is for others to say.
      const other = deskAt(await stage.open({ language, url: lingxi.url, width: 390 }), language)
      await other.enter({ ...lingxi, ...colleague }, '/console/understanding/training')
      await other.button(training.show).first().click()
      await other.page.getByText(words.forSupervisors, { exact: true }).waitFor()
      expect(await other.button(words.accept).count()).toBe(0)
      expect(await tooWide(other.page)).toBe(0)
      expect(await violations(other.page)).toEqual([])
      await other.page.getByText(words.forSupervisors, { exact: true }).scrollIntoViewIfNeeded()
      await stage.photograph(other.page, `console-release-looked-at-${language}`)

      await row('invoice').getByRole('button', { name: words.accept, exact: true }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('textbox', { name: words.reason }).fill(words.why)
      await dialog.getByRole('checkbox', { name: words.all }).click()
      await dialog.getByRole('button', { name: words.acceptThem(2) }).click()
      for (const flow of ['refund', 'invoice']) await row(flow).getByText(words.accepted, { exact: true }).waitFor()
      await page.setViewportSize({ width: 390, height: 844 })
      expect(await tooWide(page)).toBe(0)
      expect(await violations(page)).toEqual([])
      await release.scrollIntoViewIfNeeded()
      await stage.photograph(page, `console-release-phone-${language}`)
      await release.click()
      await page.getByText(training.reads(2)).first().waitFor()
      await releasing.waitFor({ state: 'detached' })
    })
  })
