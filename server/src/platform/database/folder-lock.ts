/**
 * The embedded engine does not guard its folder: two processes in it lose each other's rows and both report success.
 * So a file names the process that has the folder. It is taken over only when that process is gone.
 */
import { linkSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export class FolderInUse extends Error {
  constructor(folder: string, process: number) {
    super(
      `The data folder ${folder} is in use by process ${process}. Stop that one first, or choose another LINGXI_DATA.`,
    )
    this.name = 'FolderInUse'
  }
}

/**
 * Returns the function that gives the folder back. Each owner has a file with a number; the highest is the owner. Who
 * takes over from a dead one makes the file with the next number, which only one newcomer can; nobody removes a file
 * above which there is none, so that no newcomer ever removes the file of another.
 */
export function lockFolder(folder: string): () => void {
  const mine = `${process.pid} ${startOf(process.pid)}\n`
  for (;;) {
    const newest = numbersIn(folder).at(-1) ?? 0
    const [pid, start] = readOwner(fileOf(folder, newest))
    if (pid && isAlive(pid, start)) throw new FolderInUse(folder, pid)
    const number = newest + 1
    if (!tryToWrite(fileOf(folder, number), mine)) continue
    const release = () => rmSync(fileOf(folder, number), { force: true })
    const others = numbersIn(folder).filter((other) => other !== number)
    // Who slept since looking may have made a number below one that was made in the meantime.
    if (others.some((other) => other > number)) {
      release()
      continue
    }
    for (const older of others) rmSync(fileOf(folder, older), { force: true })
    return release
  }
}

const fileOf = (folder: string, number: number) => join(folder, `lingxi.lock.${number}`)

const numbersIn = (folder: string) =>
  readdirSync(folder)
    .flatMap((name) => /^lingxi\.lock\.(\d+)$/.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((one, other) => one - other)

/** The file appears with what is in it, or not at all: half written, it would look as if nobody owned it. */
function tryToWrite(file: string, text: string): boolean {
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, text)
  try {
    linkSync(draft, file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(draft, { force: true })
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
