/**
 * ZIP archives, opened with suspicion: names that lead out of the archive, passwords, too many entries and more bytes
 * than allowed are refused before anything is unpacked, and while it is, for what is declared may be a lie.
 */
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { decodeText } from './decode-text.ts'
import { refuse, type Refusal, Refused } from './refusals.ts'

export type ArchiveLimits = { mostUnpacked: number; mostEntries: number }
export type ArchiveEntry = {
  path: string
  safe: boolean
  encrypted: boolean
  bytes: number
  /** Throws `Refused` when it unpacks to more than is left of the limit, or is damaged. */
  unpack(): Promise<Uint8Array>
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
  const zip = await open(bytes)
  const entries: ArchiveEntry[] = []
  let declared = 0
  try {
    for await (const entry of zip.eachEntry()) {
      budget.takeEntry()
      const path = nameOf(entry)
      if (path.endsWith('/')) continue
      declared += entry.uncompressedSize
      entries.push({
        path: path.replace(/^(\.?\/)+/, ''),
        safe: isSafe(path),
        encrypted: (entry.generalPurposeBitFlag & 1) === 1,
        bytes: entry.uncompressedSize,
        unpack: () => unpack(zip, entry, budget),
      })
    }
  } catch (error) {
    throw error instanceof Refused ? error : new Refused('damaged', error)
  }
  // What the directory itself admits needs no unpacking to be refused; the budget is taken from as it is unpacked.
  if (declared > 0) checkDeclared(declared, budget)
  return entries
}

/** The same for who takes archives of no other kind in: what is wrong with one is said, not thrown. */
export async function readArchive(
  bytes: Uint8Array,
  limits: ArchiveLimits,
): Promise<{ entries: ArchiveEntry[] } | { refusal: Refusal }> {
  try {
    return { entries: await openArchive(bytes, createBudget(limits)) }
  } catch (error) {
    if (error instanceof Refused) return { refusal: refuse(error.code) }
    throw error
  }
}

function checkDeclared(declared: number, budget: Budget): void {
  budget.take(declared)
  budget.take(-declared)
}

async function open(bytes: Uint8Array): Promise<ZipFile> {
  try {
    return await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      lazyEntries: true,
      autoClose: false,
      decodeStrings: false,
      validateEntrySizes: true,
    })
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

async function unpack(zip: ZipFile, entry: Entry, budget: Budget): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  try {
    const stream = await zip.openReadStreamPromise(entry)
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      budget.take(chunk.length)
      chunks.push(chunk)
    }
  } catch (error) {
    throw error instanceof Refused ? error : new Refused('damaged', error)
  }
  return new Uint8Array(Buffer.concat(chunks))
}
