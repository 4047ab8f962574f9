/** Files below the folder that the operator has allowed. No name, and no link on the disk, leads out of it. */
import { type Dirent, type Stats } from 'node:fs'
import { open, readdir, realpath, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { formatOf } from '#platform/documents'

const mostFiles = 50_000
const deepest = 30

export type FolderFile = { path: string; bytes: number; changed: string }

/** The real folder, or nothing when there is none or it lies elsewhere. */
export async function findFolder(root: string | undefined, path: string): Promise<string | undefined> {
  if (!root) return undefined
  try {
    const [base, folder] = [await realpath(root), await realpath(join(root, path))]
    const isBelow = folder === base || folder.startsWith(base + sep)
    return isBelow && (await stat(folder)).isDirectory() ? folder : undefined
  } catch {
    return undefined
  }
}

/** Readable files in the order of their names; `more` says that there were too many. */
export async function listFolder(folder: string): Promise<{ files: FolderFile[]; more: boolean }> {
  const files: FolderFile[] = []
  const waiting = [{ path: folder, depth: 0 }]
  while (waiting.length > 0 && files.length < mostFiles) {
    const { path, depth } = waiting.shift()!
    for (const entry of await entriesOf(path)) {
      const full = join(path, entry.name)
      if (entry.name.startsWith('.')) continue
      if (entry.isDirectory() && depth < deepest) waiting.push({ path: full, depth: depth + 1 })
      if (entry.isFile() && isReadable(entry.name)) files.push(describe(relative(folder, full), await stat(full)))
    }
  }
  return { files: files.slice(0, mostFiles), more: waiting.length > 0 }
}

const entriesOf = async (path: string): Promise<Dirent[]> =>
  (await readdir(path, { withFileTypes: true }).catch(() => [])).toSorted((one, other) =>
    one.name < other.name ? -1 : 1,
  )
const isReadable = (name: string) => formatOf({ name, bytes: new Uint8Array() }) !== 'unknown'
const describe = (path: string, { size, mtimeMs }: Stats): FolderFile => ({
  path: path.split(sep).join('/'),
  bytes: size,
  changed: `${size}-${Math.round(mtimeMs)}`,
})

/** The bytes of a file below the folder, `too-large`, or nothing when it is gone. */
export async function readFolderFile(
  folder: string,
  { path, most }: { path: string; most: number },
): Promise<{ bytes: Uint8Array; changed: string } | 'too-large' | undefined> {
  try {
    const real = await realpath(join(folder, path))
    if (!real.startsWith(folder + sep)) return undefined
    const file = await open(real, 'r')
    try {
      const about = await file.stat()
      if (!about.isFile()) return undefined
      if (about.size > most) return 'too-large'
      return { bytes: new Uint8Array(await file.readFile()), changed: describe(path, about).changed }
    } finally {
      await file.close()
    }
  } catch {
    return undefined
  }
}
