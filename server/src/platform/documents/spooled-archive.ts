/** An archive that comes in as a stream and may be larger than memory: kept in a file of its own while it is read. */
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type ArchiveEntry, type ArchiveLimits, readArchiveFile } from './archive.ts'
import type { Refusal } from './refusals.ts'

type Opened = { entries: ArchiveEntry[] } | { refusal: Refusal } | 'too-large'

/** The archive is there while `use` runs, and gone when this resolves or throws. `most`: its bytes as they come. */
export async function withArchive<Result>(
  chunks: AsyncIterable<Uint8Array>,
  limits: ArchiveLimits & { most: number },
  use: (opened: Opened) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'lingxi-archive-'))
  try {
    const path = join(folder, 'archive.zip')
    const isWhole = await spool(chunks, path, limits.most)
    if (!isWhole) return await use('too-large')
    const { archive, close } = await readArchiveFile(path, limits)
    try {
      return await use(archive)
    } finally {
      close()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function spool(chunks: AsyncIterable<Uint8Array>, path: string, most: number): Promise<boolean> {
  let bytes = 0
  async function* bounded() {
    for await (const chunk of chunks) {
      bytes += chunk.length
      if (bytes > most) return
      yield chunk
    }
  }
  await pipeline(Readable.from(bounded()), createWriteStream(path, { mode: 0o600 }))
  return bytes <= most
}
