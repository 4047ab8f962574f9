/** Once for the whole suite: a server with the demo, a company to copy, and a browser that every test opens its own windows in. */
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import type { TestProject } from 'vitest/node'
import { beginCompany, type Begun, type Lingxi, startServer } from './lingxi-server.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    lingxi: Lingxi
    begun: Begun
    browser: string
  }
}

const pictures = join(import.meta.dirname, 'pictures')

export function findChromium(): string {
  const found = [process.env['LINGXI_CHROMIUM'], '/usr/bin/chromium'].find((path) => path && existsSync(path))
  if (!found) throw new Error('No Chromium was found: install it, or set LINGXI_CHROMIUM to where it is.')
  return found
}

/** Chromium refuses its sandbox to root, and nothing else is asked of it. */
export const browserOptions = () => ({
  executablePath: findChromium(),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
})

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  rmSync(pictures, { recursive: true, force: true })
  mkdirSync(pictures, { recursive: true })
  const browser = await chromium.launchServer(browserOptions())
  const [server, begun] = await Promise.all([startServer(), beginCompany()])
  const { url, email, password } = server
  project.provide('lingxi', { url, email, password })
  project.provide('begun', begun)
  project.provide('browser', browser.wsEndpoint())
  return async function teardown() {
    await Promise.allSettled([browser.close()])
    rmSync(begun.folder, { recursive: true, force: true, maxRetries: 5 })
    await server.stop()
  }
}
