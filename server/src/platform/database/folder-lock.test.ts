import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aDataFolder } from './database.testing.ts'
import { FolderInUse, lockFolder } from './folder-lock.ts'
import { openPglite } from './pglite.ts'

describe('a data folder', () => {
  let folder = ''
  const children: ChildProcess[] = []
  beforeEach(() => {
    folder = aDataFolder()
  })
  afterEach(async () => {
    await Promise.all(children.splice(0).map(kill))
    rmSync(folder, { recursive: true, force: true })
  })

  /** Another process, and what it says, line by line. */
  function start(task: 'lock' | 'write') {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'owner.testing.ts'), task, folder])
    children.push(child)
    return { child, lines: createInterface(child.stdout)[Symbol.asyncIterator]() }
  }
  const go = () => writeFileSync(join(folder, 'go'), '')
  const locks = () => readdirSync(folder).filter((name) => name.startsWith('lingxi.lock'))

  it('is given to one, refused to the next, and free again when it is given back', () => {
    const giveBack = lockFolder(folder)
    expect(() => lockFolder(folder)).toThrow(FolderInUse)
    expect(() => lockFolder(folder)).toThrow(`in use by process ${process.pid}`)
    giveBack()
    expect(locks()).toEqual([])
    lockFolder(folder)()
  })

  it('is never taken from a living process, and at once from a dead one', async () => {
    const { child, lines } = start('lock')
    go()
    expect([(await lines.next()).value, (await lines.next()).value]).toEqual(['here', 'mine'])
    expect(() => lockFolder(folder)).toThrow(`in use by process ${child.pid}`)
    await expect(openPglite(folder)).rejects.toBeInstanceOf(FolderInUse)
    await kill(child)
    lockFolder(folder)()
    expect(locks()).toEqual([])
  })

  it('is taken over when its owner is gone and another process has its number now', () => {
    writeFileSync(join(folder, 'lingxi.lock.1'), `${process.pid} another-boot:1\n`)
    lockFolder(folder)()
    writeFileSync(join(folder, 'lingxi.lock.1'), '')
    lockFolder(folder)()
  })

  it('is taken over by one of many who come at the same moment', async () => {
    for (let round = 0; round < 2; round++) {
      writeFileSync(join(folder, 'lingxi.lock.7'), '4194304 dead:1\n')
      const newcomers = Array.from({ length: 4 }, () => start('lock'))
      for (const { lines } of newcomers) await lines.next()
      go()
      const said = await Promise.all(newcomers.map(async ({ lines }) => (await lines.next()).value))
      expect(said.toSorted()).toEqual(['mine', 'refused', 'refused', 'refused'])
      await Promise.all(children.splice(0).map(kill))
      rmSync(join(folder, 'go'))
    }
  })

  it('holds every row that was acknowledged before the process was killed', async () => {
    const { child, lines } = start('write')
    let acknowledged = 0
    for (let count = 0; count < 40; count++) acknowledged = Number((await lines.next()).value)
    await kill(child)
    for (let rest = await lines.next(); !rest.done; rest = await lines.next()) acknowledged = Number(rest.value)
    const { database, close } = await openPglite(folder)
    const { rows } = await sql<{ number: number }>`select number from written order by number`.execute(database)
    await close()
    expect(acknowledged).toBeGreaterThanOrEqual(40)
    expect(rows.map(({ number }) => number).slice(0, acknowledged)).toEqual(
      Array.from({ length: acknowledged }, (_, index) => index + 1),
    )
  })
})

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'exit')
}
