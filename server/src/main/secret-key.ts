/** The key that secrets are sealed with, where none is set: made once and kept beside the data. */
import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const fileName = 'secret.key'

/** The key in the folder, which only its owner may read; whoever finds none makes it. */
export function keepSecretKey(folder: string): string {
  const file = join(folder, fileName)
  mkdirSync(folder, { recursive: true })
  try {
    // Two processes that begin at once agree on one: the later finds the file there.
    writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  return readFileSync(file, 'utf8').trim()
}
