/**
 * The official conformance runner, for the current and the previous dated revision. All its scenarios run against the
 * registry with the runner's fixtures; those that need none run against the product as it is, with a key. Of the scenarios for
 * a client all run but those of OAuth, which the bot does not use (keys are given in headers), and of questions that a server
 * asks back, which it does not take.
 */
import { join } from 'node:path'
import { scopes } from '@lingxi/contract/scope'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startFixtureServer } from '../platform/mcp/fixture-server.testing.ts'
import { useServer } from './main.testing.ts'
import { runConformance, throughProxy } from './mcp-conformance.testing.ts'
import { aKey } from './mcp.testing.ts'

const revisions = ['2025-11-25', '2025-06-18']
/** How many scenarios the runner has for a server in each. */
const known: Record<string, number> = { '2025-11-25': 32, '2025-06-18': 26 }

describe.each(revisions)('revision %s', (revision) => {
  describe('of the registry with fixtures', () => {
    let fixture: Awaited<ReturnType<typeof startFixtureServer>>
    beforeAll(async () => {
      fixture = await startFixtureServer()
    })
    afterAll(() => fixture.close())

    it('passes every scenario of the runner', async () => {
      const proxy = await throughProxy(fixture.url, { revision })
      const verdicts = await runConformance([
        'server',
        '--url',
        proxy.url,
        '--suite',
        'all',
        '--spec-version',
        revision,
      ])
      proxy.close()
      expect(verdicts.filter(({ wrong }) => wrong.length > 0)).toEqual([])
      expect(verdicts.filter(({ passed }) => passed > 0)).toHaveLength(known[revision]!)
    }, 120_000)
  })

  describe('of the product', () => {
    const server = useServer()
    const needNoFixture = [
      'server-initialize',
      'ping',
      'completion-complete',
      'tools-list',
      'resources-list',
      'prompts-list',
      'server-sse-multiple-streams',
      'dns-rebinding-protection',
    ]
    it.each(needNoFixture)(
      'passes %s',
      async (scenario) => {
        const authorization = `Bearer ${await aKey(server(), [...scopes])}`
        const proxy = await throughProxy(`${await server().listen()}/mcp`, { revision, authorization })
        const [verdict] = await runConformance(['server', '--url', proxy.url, '--scenario', scenario])
        proxy.close()
        expect(verdict).toMatchObject({ wrong: [] })
        expect(verdict!.passed).toBeGreaterThan(0)
      },
      60_000,
    )
  })

  describe('of the client that the bot uses', () => {
    const client = [process.execPath, join(import.meta.dirname, 'mcp-conformance-client.testing.ts')]
    const command = client.map((part) => JSON.stringify(part)).join(' ')
    it.each(revision === '2025-11-25' ? ['initialize', 'tools_call', 'sse-retry'] : ['initialize', 'tools_call'])(
      'passes %s',
      async (scenario) => {
        const asked = ['client', '--command', command, '--scenario', scenario]
        const [verdict] = await runConformance(asked, { REVISION: revision })
        // How soon it is back is a matter of what else the machine does.
        expect(verdict!.wrong.filter((each) => !each.includes('reconnected very late'))).toEqual([])
        expect(verdict!.passed).toBeGreaterThan(0)
      },
      60_000,
    )
  })
})
