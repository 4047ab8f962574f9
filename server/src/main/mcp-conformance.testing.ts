/** The official conformance runner as a process, and what stands between it and a server. */
import { spawn } from 'node:child_process'
import { mkdtemp, readFile, readdir } from 'node:fs/promises'
import { createServer, request as ask } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { protocolHeader } from '#platform/mcp'

const runner = join(import.meta.dirname, '../../../node_modules/@modelcontextprotocol/conformance/dist/index.js')
const Checks = z.array(z.looseObject({ id: z.string(), status: z.string(), errorMessage: z.string().optional() }))
export type Verdict = { scenario: string; passed: number; wrong: string[] }

/**
 * Runs the runner with these arguments; what it found, by scenario. Warnings count as wrong. Its client asks for the current
 * revision only, which is why `throughProxy` can hold it to another.
 */
export async function runConformance(given: string[], environment = {}): Promise<Verdict[]> {
  const out = await mkdtemp(join(tmpdir(), 'mcp-conformance-'))
  await new Promise<void>((done, fail) => {
    const child = spawn(process.execPath, [runner, ...given, '-o', out], {
      stdio: 'ignore',
      cwd: out,
      env: { ...process.env, ...environment },
    })
    child.once('error', fail)
    child.once('exit', () => done())
  })
  const folders = (await readdir(out)).sort()
  return Promise.all(
    folders.map(async (folder) => {
      const checks = Checks.parse(JSON.parse(await readFile(join(out, folder, 'checks.json'), 'utf8')))
      const wrong = checks.filter(({ status }) => status === 'FAILURE' || status === 'WARNING')
      return {
        scenario: folder.replace(/^server-(?=.)|-\d{4}-\d\d-\d\dT.*$/g, ''),
        passed: checks.filter(({ status }) => status === 'SUCCESS').length,
        wrong: wrong.map(({ id, errorMessage = '' }) => `${id}: ${errorMessage}`),
      }
    }),
  )
}

type Passing = { revision: string; authorization?: string }

/** A proxy that shows the runner's requests the key that it cannot send, and asks for one revision in its place. */
export async function throughProxy(target: string, { revision, authorization }: Passing) {
  const server = createServer(async (from, to) => {
    const chunks: Buffer[] = []
    for await (const chunk of from) chunks.push(chunk as Buffer)
    const body = inRevision(Buffer.concat(chunks).toString(), revision)
    const { 'content-length': _length, 'transfer-encoding': _encoding, connection: _connection, ...rest } = from.headers
    // Some scenarios name an older revision than they have agreed upon.
    const agreed = rest[protocolHeader] === undefined ? {} : { [protocolHeader]: revision }
    const headers = {
      ...rest,
      ...agreed,
      ...(authorization && { authorization }),
      'content-length': Buffer.byteLength(body),
    }
    const passed = ask(target, { method: from.method, headers }, (answer) => {
      to.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(to)
    })
    passed.once('error', () => to.destroy())
    to.once('close', () => passed.destroy())
    passed.end(body)
  })
  await new Promise<void>((done) => server.listen(0, 'localhost', done))
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}/mcp`,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

function inRevision(body: string, revision: string): string {
  if (!body.includes('"initialize"')) return body
  const message = JSON.parse(body) as { method?: string; params?: object }
  if (message.method !== 'initialize') return body
  return JSON.stringify({ ...message, params: { ...message.params, protocolVersion: revision } })
}
