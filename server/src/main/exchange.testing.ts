/** Exports and imports of all knowledge, as an administrator's browser has them. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { type ExchangeReport, exchangeRoutes } from '@lingxi/contract/exchange'
import { expect } from 'vitest'
import type { Server } from './main.testing.ts'

export type Files = Record<string, string>

export async function exportFrom({ request }: Server, token: string, originals = true): Promise<Buffer> {
  const url = `${exchangeRoutes.exportKnowledge.path}?originals=${originals}`
  const answer = await request({ method: 'GET', url, token })
  expect(answer.statusCode).toBe(200)
  return answer.rawPayload
}

type Import = { file: Uint8Array; preview?: boolean }
export const importInto = ({ request }: Server, token: string, { file, preview = false }: Import) =>
  request({
    method: 'POST',
    url: `${exchangeRoutes.importKnowledge.path}?preview=${preview}`,
    headers: { 'content-type': 'application/zip' },
    payload: Buffer.from(file),
    token,
  })

export const filesIn = (archive: Uint8Array): Files =>
  Object.fromEntries(Object.entries(unzipSync(archive)).map(([name, bytes]) => [name, strFromU8(bytes)]))
export const archiveOf = (files: Files): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))

/** What is equal on both sides: all but when it was written out. */
export const contents = (files: Files) => ({ ...files, 'manifest.json': '' })

/** What came of each file that had anything in it. */
export const outcomesOf = (report: ExchangeReport) =>
  Object.fromEntries(
    report.files
      .filter(({ added, changed, same, refused }) => added + changed + same + refused > 0)
      .map(({ file, added, changed, same, refused }) => [file, [added, changed, same, refused]]),
  )
