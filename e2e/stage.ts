/**
 * Where a story plays: each test opens its own windows, as people who know nothing of one another. Whatever a page
 * complains about in its console fails the test, unless the story says that it belongs to it.
 */
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'

export type Language = 'zh' | 'en'
export const languages = ['zh', 'en'] as const
export type Look = {
  language?: Language
  scheme?: 'light' | 'dark'
  width?: number
  /** Of another server than the one of the whole suite. */
  url?: string
}

const longestWait = 20_000
const longestTelling = 6000
const pictures = join(import.meta.dirname, 'pictures')

/** The console asks whether somebody is signed in; a browser calls the answer "no" an error. */
const usual = [/status of 401 .* \S*\/api\/v1\/sign-in\/refresh/]

export type Stage = ReturnType<typeof createStage>

export const story = test
  // oxlint-disable-next-line no-empty-pattern -- Vitest reads from the pattern what a fixture needs
  .extend('browser', { scope: 'worker' }, async ({}, { onCleanup }) => {
    const browser = await chromium.connect(inject('browser'))
    onCleanup(() => browser.close())
    return browser
  })
  .extend('stage', async ({ browser, task }, { onCleanup }) => {
    const stage = createStage(browser, task.name)
    onCleanup(async () => {
      const hasFailed = task.result?.state === 'fail' || (task.result?.errors?.length ?? 0) > 0
      if (hasFailed) {
        const seen = await stage.tellAll()
        for (const error of task.result?.errors ?? []) error.message += `\n${seen}`
        await stage.photographAll()
      }
      await stage.close()
      if (!hasFailed) expect(stage.complaints()).toEqual([])
    })
    return stage
  })

/** What lies on top is what matters. */
async function tell(page: Page): Promise<string> {
  const dialog = page.getByRole('dialog').last()
  const place = (await dialog.isVisible()) ? dialog : page.locator('body')
  return `${page.url()}\n${(await place.ariaSnapshot({ timeout: 2000 })).slice(0, 2000)}`
}

/** Tries, as a person goes on trying, until it is so. */
export const until = (look: () => Promise<boolean>, timeout = longestWait) =>
  expect.poll(look, { interval: 100, timeout }).toBe(true)

export function createStage(browser: Browser, name: string) {
  const contexts: BrowserContext[] = []
  const complaints: string[] = []
  const expected = [...usual]

  function watch(context: BrowserContext) {
    context.on('console', (message) => {
      if (message.type() === 'error' || /Content Security Policy/.test(message.text()))
        complaints.push(`${message.text()} ${message.location().url}`)
    })
    context.on('weberror', (error) => void complaints.push(`${error.error().stack}`))
  }

  const pages = () => contexts.flatMap((context) => context.pages())

  return {
    /** A window of somebody new, in their language, with what they prefer. */
    async open({
      language = 'zh',
      scheme = 'light',
      width = 1280,
      url = inject('lingxi').url,
    }: Look = {}): Promise<Page> {
      const isPhone = width < 600
      const context = await browser.newContext({
        baseURL: url,
        locale: language === 'zh' ? 'zh-CN' : 'en-GB',
        timezoneId: 'Asia/Shanghai',
        colorScheme: scheme,
        reducedMotion: 'reduce',
        viewport: { width, height: isPhone ? 844 : 800 },
        isMobile: isPhone,
        hasTouch: isPhone,
      })
      context.setDefaultTimeout(longestWait)
      contexts.push(context)
      watch(context)
      return context.newPage()
    },
    /** Says which complaints of a browser belong to the story. */
    allow: (...patterns: RegExp[]) => void expected.push(...patterns),
    complaints: () => complaints.filter((text) => !expected.some((pattern) => pattern.test(text))),
    photograph: (page: Page, title: string) => page.screenshot({ path: join(pictures, `${title}.png`) }),
    /** What every window shows and what browsers complained of, in words: of a run elsewhere the words are all there is. */
    async tellAll() {
      const shown = pages().map((page) => tell(page).catch((error) => `${page.url()}: ${error}`))
      return [...(await Promise.all(shown)), ...complaints].join('\n').slice(0, longestTelling)
    },
    async photographAll() {
      const title = `failed ${name}`.replaceAll(/[^\p{L}\p{N}]+/gu, '-')
      for (const [place, page] of pages().entries())
        await page.screenshot({ path: join(pictures, `${title}-${place + 1}.png`) }).catch(() => undefined)
    },
    close: () => Promise.all(contexts.map((context) => context.close())),
  }
}
