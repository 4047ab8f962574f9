/** The folder of saved search indexes: what belongs to this program, and clearing away what nobody can use any more. */
import { createHash } from 'node:crypto'
import { glob, mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'

const parts = ['server/src/**', 'contract/src/**', 'package-lock.json']

/** Changes with every change of the program: another version may cut a text into other terms. `root`: where it lies. */
export async function fingerprintOf(root: string): Promise<string> {
  const hash = createHash('sha256')
  const paths: string[] = []
  for await (const file of glob(parts, { cwd: root, withFileTypes: true }))
    if (file.isFile()) paths.push(join(file.parentPath, file.name))
  for (const path of paths.sort()) hash.update(path.slice(root.length)).update(await readFile(path))
  return hash.digest('hex').slice(0, 16)
}

const extension = '.index'
export const savedIndexFile = (folder: string, tenantId: string, fingerprint: string) =>
  join(folder, `${tenantId}.${fingerprint}${extension}`)

/** Takes away indexes of other programs, what was never finished, and the folders of processes that have ended. */
export async function tidySavedIndexes(folder: string, fingerprint: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const owner = /-(\d+)$/.exec(entry.name)?.[1]
    const isStale = entry.isDirectory()
      ? owner !== undefined && !isRunning(Number(owner))
      : !entry.name.endsWith(`.${fingerprint}${extension}`)
    if (isStale) await rm(join(folder, entry.name), { recursive: true, force: true })
  }
}

function isRunning(processId: number): boolean {
  try {
    return process.kill(processId, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
