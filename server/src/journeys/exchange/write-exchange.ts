/** Writes an export as it reads: a page of rows at a time, packed as it goes, so that memory stays flat. */
import { exchangeFormat, exchangeVersion } from '@lingxi/contract/exchange'
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import { type Database, readRows } from '#platform/database'
import type { Originals } from '#sources'
import { exchangeFiles, manifestName, originalsFolder } from './exchange.ts'

type Written = { tenantId: string; at: string; originals?: Originals | undefined }

/** `at`: an instant, for the manifest; `originals`: where their bytes are wanted. Each file is as its table was when its reading came to it. */
export async function* writeExchange(
  database: Database,
  { tenantId, at, originals }: Written,
): AsyncGenerator<Uint8Array> {
  const packed: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    packed.push(chunk)
  })
  const encoder = new TextEncoder()
  function* flush() {
    yield* packed.splice(0)
  }
  function begin(name: string): ZipDeflate {
    const file = new ZipDeflate(name, { level: 6 })
    zip.add(file)
    return file
  }

  const manifest = { format: exchangeFormat, version: exchangeVersion, exportedAt: at }
  begin(manifestName).push(encoder.encode(`${JSON.stringify(manifest)}\n`), true)
  for (const table of exchangeFiles) {
    const file = begin(`${table.file}.jsonl`)
    for await (const rows of readRows(database, table, tenantId)) {
      file.push(encoder.encode(rows.map((row) => `${JSON.stringify(row)}\n`).join('')))
      yield* flush()
    }
    file.push(new Uint8Array(), true)
    yield* flush()
  }
  for await (const { itemId, read } of originals?.list(tenantId) ?? []) {
    // Most of them are packed already.
    const file = new ZipPassThrough(originalsFolder + itemId)
    zip.add(file)
    for await (const piece of read()) {
      file.push(new Uint8Array(piece))
      yield* flush()
    }
    file.push(new Uint8Array(), true)
    yield* flush()
  }
  zip.end()
  yield* flush()
}
