import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SearchDocument, SearchQuery } from '../search.ts'
import { createTokens } from '../tokens.ts'
import { createMemoryIndex, openMemoryIndex } from './memory.ts'

const tokens = createTokens()
let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lingxi-snapshot-'))
  file = join(folder, 'index')
})
afterEach(() => rmSync(folder, { recursive: true }))

const aDocument = (number: number, body: string): SearchDocument => ({
  id: `d${number}`,
  title: number % 2 ? '退货' : 'refund',
  heading: '',
  body,
  language: number % 2 ? 'zh' : 'en',
  readers: number % 5 ? ['public'] : ['staff'],
  labels: [`product:${number % 7}`],
  until: number % 11 === 0 ? 5 : null,
  vector: Float32Array.of(Math.sin(number), Math.cos(number), Math.sin(number * 7), 1),
})
const documents = Array.from({ length: 300 }, (_, number) => aDocument(number, `顺丰 parcel w${number % 40}`))
const questions: SearchQuery[] = [
  { text: '退货 w3 parcel', limit: 20, readers: ['public'], at: 7 },
  { text: '顺丰 refund w9', limit: 20, readers: 'everyone', labels: ['product:2'] },
  { text: 'w5', limit: 20, readers: ['staff', 'public'], vector: Float32Array.of(1, 0, 0, 0) },
]
const options = { tokens, deltaSize: 64 }
type Index = Awaited<ReturnType<typeof openMemoryIndex>>
const answers = (index: Index) => Promise.all(questions.map((question) => index.search(question)))

async function aSavedIndex() {
  const index = createMemoryIndex({ ...options, file })
  await index.upsert(documents)
  await index.remove(['d3', 'd4', 'd200'])
  await index.upsert([aDocument(10, 'w3 w5 w9')])
  await index.save('change 17')
  return index
}

describe('a snapshot', () => {
  it('gives back an index that answers the same, says how far it came, and goes on', async () => {
    const index = await aSavedIndex()
    const opened = await openMemoryIndex({ ...options, file })
    expect(await opened.position()).toBe('change 17')
    expect(await opened.size()).toBe(297)
    expect(await answers(opened)).toEqual(await answers(index))
    expect(await opened.similar('refnud')).toEqual(await index.similar('refnud'))
    for (const each of [index, opened]) {
      await each.upsert([aDocument(4, 'w3 w3 parcel'), aDocument(301, 'w5 新的')])
      await each.remove(['d10', 'd11'])
    }
    expect(await answers(opened)).toEqual(await answers(index))
    expect(readdirSync(folder)).toEqual(['index'])
  })

  it('is whole although documents change while it is written, and what came later is applied again', async () => {
    const index = await aSavedIndex()
    const saving = index.save('change 18')
    const changed = Array.from({ length: 150 }, (_, number) => aDocument(number * 2, `w3 更新 ${number}`))
    await index.upsert(changed)
    await index.remove(['d7', 'd9'])
    await saving
    const opened = await openMemoryIndex({ ...options, file })
    expect(await opened.position()).toBe('change 18')
    await opened.upsert(changed)
    await opened.remove(['d7', 'd9'])
    expect(await answers(opened)).toEqual(await answers(index))
  })

  it('is the last whole one when whoever wrote it was killed in the middle of the next', async () => {
    const program = join(import.meta.dirname, 'snapshot-writer.testing.ts')
    const child = spawn(process.execPath, [program, file], { stdio: ['ignore', 'pipe', 'inherit'] })
    let saved = 0
    child.stdout.setEncoding('utf8').on('data', (said: string) => {
      saved = Number(said.trim().split('\n').at(-1))
    })
    const watching = watch(folder, (_, name) => {
      if (saved >= 2 && name?.endsWith('.unfinished')) child.kill('SIGKILL')
    })
    await once(child, 'exit')
    watching.close()
    const opened = await openMemoryIndex({ tokens, file })
    const position = Number(await opened.position())
    expect(position).toBeGreaterThanOrEqual(saved)
    expect(await opened.size()).toBe(200)
    expect(await opened.search({ text: `${position}`, limit: 300, readers: ['public'] })).toHaveLength(200)
  })

  it('that is cut short, damaged, of another format or absent is none, and the index begins empty', async () => {
    await aSavedIndex()
    const whole = readFileSync(file)
    const damaged = (at: number) => {
      const copy = Buffer.from(whole)
      copy[at]! ^= 4
      return copy
    }
    const broken = [
      whole.subarray(0, whole.length - 1),
      whole.subarray(0, 100),
      Buffer.alloc(0),
      damaged(0),
      damaged(4),
      damaged(20),
      damaged(Math.floor(whole.length / 2)),
      damaged(whole.length - 2),
    ]
    for (const bytes of broken) {
      writeFileSync(file, bytes)
      const opened = await openMemoryIndex({ ...options, file })
      expect(await opened.position()).toBeUndefined()
      expect(await opened.size()).toBe(0)
      await opened.upsert(documents.slice(0, 3))
      expect(await opened.search({ text: '退货', limit: 9, readers: 'everyone' })).toHaveLength(1)
    }
    rmSync(file, { force: true })
    expect(await (await openMemoryIndex({ ...options, file })).position()).toBeUndefined()
  })
})
