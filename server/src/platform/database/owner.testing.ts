/**
 * A process that owns a data folder, to be killed: `node owner.testing.ts lock <folder>` waits for a file named `go` and
 * says `mine` or `refused`; `write <folder>` says the number of each row once its commit was acknowledged.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { FolderInUse, lockFolder } from './folder-lock.ts'
import { openPglite } from './pglite.ts'

const [, , task, folder = ''] = process.argv
const say = (text: string) => process.stdout.write(`${text}\n`)

if (task === 'lock') {
  say('here')
  const nothing = new Int32Array(new SharedArrayBuffer(4))
  while (!existsSync(join(folder, 'go'))) Atomics.wait(nothing, 0, 0, 1)
  try {
    lockFolder(folder)
    say('mine')
  } catch (error) {
    if (!(error instanceof FolderInUse)) throw error
    say('refused')
  }
  setInterval(() => undefined, 60_000)
} else if (task === 'write') {
  const { database } = await openPglite(folder)
  await sql`create table written (number integer)`.execute(database)
  for (let number = 1; ; number++) {
    await sql`insert into written values (${number})`.execute(database)
    say(`${number}`)
  }
}
