/**
 * ZIP archives, opened with suspicion: names that lead out of the archive, passwords, too many entries and more bytes
 * than allowed are refused before anything is unpacked, and while it is, for what is declared may be a lie.
 */
import { type Entry, fromBufferPromise, openPromise, type ZipFile } from 'yauzl'
import { decodeText } from './decode-text.ts'
import { refuse, type Refusal, Refused } from './refusals.ts'

/** `streamed`: entries that are read piece by piece, whose reader counts what it takes; they are no part of `mostUnpacked`. */
export type ArchiveLimits = {
  mostUnpacked: number
  mostEntries: number
  streamed?: ((path: string) => boolean) | undefined
}
export type ArchiveEntry = {
  path: string
  safe: boolean
  encrypted: boolean
  bytes: number
  /** Throws `Refused` when it unpacks to more than is left of the limit, or is damaged. */
  unpack(): Promise<Uint8Array>
  /** Piece by piece, whatever it unpacks to. Throws `Refused` when it is damaged. */
  read(): AsyncGenerator<Uint8Array>
}

/** One budget for an archive and all archives within it. */
export function createBudget({ mostUnpacked, mostEntries }: ArchiveLimits) {
  let bytes = mostUnpacked
  let entries = mostEntries
  return {
    takeEntry() {
      if (--entries < 0) throw new Refused('too-many-entries')
    },
    take(count: number) {
      bytes -= count
      if (bytes < 0) throw new Refused('too-large-unpacked')
    },
  }
}
export type Budget = ReturnType<typeof createBudget>

/** The entries in the order of the directory, folders left out. */
export async function openArchive(bytes: Uint8Array, budget: Budget): Promise<ArchiveEntry[]> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return entriesOf(await open(fromBufferPromise(buffer, reading)), budget)
}

async function entriesOf(
  zip: ZipFile,
  budget: Budget,
  streamed: ArchiveLimits['streamed'] = () => false,
): Promise<ArchiveEntry[]> {
  const entries: ArchiveEntry[] = []
  let declared = 0
  try {
    for await (const entry of zip.eachEntry()) {
      budget.takeEntry()
      const path = nameOf(entry)
      if (path.endsWith('/')) continue
      if (!streamed(path)) declared += entry.uncompressedSize
      entries.push({
        path: path.replace(/^(\.?\/)+/, ''),
        safe: isSafe(path),
        encrypted: (entry.generalPurposeBitFlag & 1) === 1,
        bytes: entry.uncompressedSize,
        unpack: () => unpack(zip, entry, budget),
        read: () => read(zip, entry),
      })
    }
  } catch (error) {
    throw error instanceof Refused ? error : new Refused('damaged', error)
  }
  // What the directory itself admits needs no unpacking to be refused; the budget is taken from as it is unpacked.
  if (declared > 0) checkDeclared(declared, budget)
  return entries
}

/** The same of a file, for who takes archives of no other kind in: what is wrong with one is said, not thrown. */
export async function readArchiveFile(
  path: string,
  limits: ArchiveLimits,
): Promise<{ archive: { entries: ArchiveEntry[] } | { refusal: Refusal }; close: () => void }> {
  let zip: ZipFile | undefined
  const close = () => zip?.close()
  try {
    zip = await open(openPromise(path, reading))
    return { archive: { entries: await entriesOf(zip, createBudget(limits), limits.streamed) }, close }
  } catch (error) {
    if (error instanceof Refused) return { archive: { refusal: refuse(error.code) }, close }
    close()
    throw error
  }
}

function checkDeclared(declared: number, budget: Budget): void {
  budget.take(declared)
  budget.take(-declared)
}

const reading = { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: true } as const

async function open(opening: Promise<ZipFile>): Promise<ZipFile> {
  try {
    return await opening
  } catch (cause) {
    throw new Refused('damaged', cause)
  }
}

/** Archives made under Chinese Windows name their files in GBK and do not say so. */
function nameOf(entry: Entry): string {
  const raw = entry.fileName as unknown as Buffer
  return decodeText(raw).replaceAll('\\', '/')
}

const isSafe = (path: string) => !/^\/|^[a-z]:|\0/i.test(path) && !path.split('/').includes('..')

async function* read(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  try {
    yield* (await zip.openReadStreamPromise(entry)) as AsyncIterable<Uint8Array>
  } catch (error) {
    throw error instanceof Refused ? error : new Refused('damaged', error)
  }
}

async function unpack(zip: ZipFile, entry: Entry, budget: Budget): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of read(zip, entry)) {
    budget.take(chunk.length)
    chunks.push(chunk)
  }
  return new Uint8Array(Buffer.concat(chunks))
}
