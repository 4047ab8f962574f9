/** Reads an export before anything of it is taken in: every line is held against what a row has to be. */
import { ExchangeManifest } from '@lingxi/contract/exchange'
import { parseJson } from '@lingxi/contract/json'
import { Problem } from '@lingxi/contract/problem'
import type { Row } from '#platform/database'
import type { ArchiveEntry } from '#platform/documents'
import { exchangeFiles, type ExchangeFile, manifestName, originalsFolder } from './exchange.ts'

export type ReadLine = { line: number; row: Row }
export type ReadExchange = Map<ExchangeFile, ReadLine[]>
/** The bytes that an item was made of, still packed, and what they have to be. */
export type PackedOriginal = { itemId: string; contentHash: string; bytes: number; read: ArchiveEntry['read'] }

const mostErrors = 20
const isOriginal = (path: string) => path.startsWith(originalsFolder)
export const archiveLimits = { mostUnpacked: 512 * 1024 * 1024, mostEntries: 1_000_000, streamed: isOriginal }

const known = new Map(exchangeFiles.map((table) => [`${table.file}.jsonl`, table]))

/** Throws `invalid-request` that says in which line of which file what is wrong; nothing of such a file is taken in. */
export async function readExchange(
  given: ArchiveEntry[],
): Promise<{ read: ReadExchange; originals: PackedOriginal[] }> {
  const entries = byPath(given)
  await readManifest(entries.get(manifestName))
  const errors: { path: string; message: string }[] = []
  const read: ReadExchange = new Map()
  for (const [path, table] of known) {
    const entry = entries.get(path)
    if (entry) read.set(table, readLines(await textOf(entry), table, errors))
    if (errors.length >= mostErrors) break
  }
  if (errors.length === 0) checkOwners(read, errors)
  const originals = errors.length === 0 ? originalsOf(entries, read, errors) : []
  if (errors.length > 0) throw new Problem('invalid-request', { errors: errors.slice(0, mostErrors) })
  return { read, originals }
}

function byPath(given: ArchiveEntry[]): Map<string, ArchiveEntry> {
  const entries = new Map<string, ArchiveEntry>()
  for (const entry of given) {
    const { path, safe, encrypted } = entry
    const isKnown = path === manifestName || known.has(path) || isOriginal(path)
    if (!safe || encrypted || !isKnown || entries.has(path))
      throw new Problem('invalid-request', { detail: `no export holds ${JSON.stringify(path.slice(0, 100))}` })
    entries.set(path, entry)
  }
  return entries
}

async function readManifest(entry: ArchiveEntry | undefined): Promise<void> {
  const manifest = entry && ExchangeManifest.safeParse(parseJson(await textOf(entry)))
  if (!manifest?.success) throw new Problem('invalid-request', { detail: 'this is no export of this version' })
}

async function textOf(entry: ArchiveEntry): Promise<string> {
  const unpacked = await entry.unpack().catch(() => {
    throw new Problem('invalid-request', { detail: 'the archive is damaged, or unpacks to more than is allowed' })
  })
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(unpacked)
  } catch {
    throw new Problem('invalid-request', { detail: `${entry.path} is not UTF-8` })
  }
}

type Errors = { path: string; message: string }[]

function readLines(text: string, table: ExchangeFile, errors: Errors): ReadLine[] {
  const lines: ReadLine[] = []
  const seen = new Set<string>()
  for (const [place, written] of text.split('\n').entries()) {
    if (written.trim() === '') continue
    const line = place + 1
    const row = table.row.safeParse(parseJson(written))
    if (!row.success) {
      for (const { path, message } of row.error.issues)
        errors.push({ path: [`${table.file}.jsonl`, line, ...path].join('.'), message })
      if (errors.length >= mostErrors) return lines
      continue
    }
    for (const columns of [table.key, ...(table.also ?? [])]) {
      const key = JSON.stringify([columns, columns.map((name) => row.data[name])])
      const counts = columns.every((name) => row.data[name] !== null)
      if (counts && seen.has(key)) errors.push({ path: `${table.file}.jsonl.${line}`, message: 'is there twice' })
      seen.add(key)
    }
    lines.push({ line, row: row.data })
  }
  return lines
}

/** A history and a newer text belong to an article of the same file, and a past version comes before what is. */
function checkOwners(read: ReadExchange, errors: Errors): void {
  const rowsOf = (file: string) => [...read].find(([table]) => table.file === file)?.[1] ?? []
  const versions = new Map(rowsOf('articles').map(({ row }) => [row['id'], row['version'] as number]))
  for (const file of ['revisions', 'versions'])
    for (const { line, row } of rowsOf(file)) {
      const version = versions.get(row['article_id'])
      const isPast = file !== 'versions' || (row['version'] as number) < (version ?? 0)
      if (version === undefined || !isPast)
        errors.push({ path: `${file}.jsonl.${line}`, message: 'belongs to no article of this file' })
    }
}

/** An original is of a document in the same file. */
function originalsOf(entries: Map<string, ArchiveEntry>, read: ReadExchange, errors: Errors): PackedOriginal[] {
  const lines = [...read].find(([table]) => table.file === 'source-items')?.[1] ?? []
  const items = new Map(lines.map(({ row }) => [row['id'], row]))
  return [...entries].flatMap(([path, entry]) => {
    if (!isOriginal(path)) return []
    const itemId = path.slice(originalsFolder.length)
    const item = items.get(itemId)
    const contentHash = item?.['content_hash'] as string | null | undefined
    if (contentHash) return [{ itemId, contentHash, bytes: item!['bytes'] as number, read: entry.read }]
    errors.push({ path, message: 'belongs to no document of this file' })
    return []
  })
}
