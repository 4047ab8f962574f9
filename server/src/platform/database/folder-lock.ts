/**
 * The embedded engine does not guard its folder: two processes in it lose each other's rows and both report success.
 * So a file names the process that has the folder. It is taken over only when that process is gone.
 */
import { closeSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

export class FolderInUse extends Error {
  constructor(folder: string, process: number) {
    super(
      `The data folder ${folder} is in use by process ${process}. Stop that one first, or choose another LINGXI_DATA.`,
    )
    this.name = 'FolderInUse'
  }
}

/** Returns the function that gives the folder back. */
export function lockFolder(folder: string): () => void {
  const file = join(folder, 'lingxi.lock')
  const mine = `${process.pid} ${startOf(process.pid)}\n`
  for (let attempt = 0; attempt < 10; attempt++) {
    if (tryToWrite(file, mine)) return () => rmSync(file, { force: true })
    const [pid, start] = readOwner(file)
    if (pid && isAlive(pid, start)) throw new FolderInUse(folder, pid)
    // Moved aside before it is removed, so that of two newcomers only one removes this very file.
    const aside = `${file}.${process.pid}`
    try {
      renameSync(file, aside)
      rmSync(aside, { force: true })
    } catch {
      // The other newcomer was quicker; look again.
    }
  }
  throw new FolderInUse(folder, readOwner(file)[0])
}

function tryToWrite(file: string, text: string): boolean {
  try {
    const handle = openSync(file, 'wx')
    writeSync(handle, text)
    closeSync(handle)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function readOwner(file: string): [pid: number, start: string] {
  try {
    const [pid, start] = readFileSync(file, 'utf8').trim().split(' ')
    return [Number(pid) || 0, start ?? '']
  } catch {
    return [0, '']
  }
}

/** A process id alone is used again after a restart; with the instant the process began it is not. */
function startOf(pid: number): string {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    return `${boot}:${fields?.[19]}`
  } catch {
    return 'unknown'
  }
}

function isAlive(pid: number, start: string): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  return start === 'unknown' || start === '' || startOf(pid) === start
}
