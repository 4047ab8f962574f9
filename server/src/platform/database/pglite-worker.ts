/**
 * The embedded engine on a thread of its own, because it computes for milliseconds at a time and would starve every timer.
 * One request at a time, answered in order. Emscripten's file system has no fsync, so it is given one: without it
 * "committed" would only mean "in the page cache".
 */
import { fsyncSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'

export type WorkerRequest = { id: number; sql: string; parameters: unknown[] }
export type WorkerFailure = { name: string; message: string; code: string | undefined; constraint: string | undefined }
export type WorkerAnswer = { id: number; rows?: unknown[]; affected?: number; failure?: WorkerFailure }

type Streams = { fsync?: (stream: { nfd: number }) => number }
type Loading = { FS: { filesystems: { NODEFS: { stream_ops: Streams } } } }

class SyncedNodeFS extends NodeFS {
  override async init(...given: Parameters<NodeFS['init']>) {
    const { emscriptenOpts } = await super.init(...given)
    const provideFsync = (loading: unknown) => {
      ;(loading as Loading).FS.filesystems.NODEFS.stream_ops.fsync = ({ nfd }) => {
        fsyncSync(nfd)
        return 0
      }
    }
    const preRun = [emscriptenOpts.preRun ?? []].flat()
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...preRun, provideFsync] } }
  }
}

const { folder, durable } = workerData as { folder: string | undefined; durable: boolean }
const bigint = 20
const timestamptz = 1184
const engine = await PGlite.create({
  ...(folder && { fs: new SyncedNodeFS(folder) }),
  // The arguments PGlite itself starts with, with syncing turned on where the data shall last.
  startParams: [
    ...PGlite.defaultStartParams.filter((argument) => argument !== '-F'),
    ...(durable
      ? ['-c', 'fsync=on', '-c', 'wal_sync_method=fsync', '-c', 'synchronous_commit=on', '-c', 'shared_buffers=16MB']
      : ['-F']),
  ],
  parsers: { [bigint]: Number, [timestamptz]: (text: string) => new Date(text).toISOString() },
})

/** A simple query may hold several statements (migrations); one with parameters is prepared. */
async function answer({ id, sql, parameters }: WorkerRequest): Promise<WorkerAnswer> {
  try {
    if (parameters.length === 0) {
      const results = await engine.exec(sql)
      return { id, rows: results.flatMap(({ rows }) => rows), affected: results.at(-1)?.affectedRows ?? 0 }
    }
    const { rows, affectedRows } = await engine.query(sql, parameters)
    return { id, rows, affected: affectedRows ?? 0 }
  } catch (error) {
    const { name, message, code, constraint } = error as Error & { code?: string; constraint?: string }
    return { id, failure: { name, message, code, constraint } }
  }
}

let last = Promise.resolve()
parentPort!.on('message', (request: WorkerRequest | 'close') => {
  last = last.then(async () => {
    if (request !== 'close') return parentPort!.postMessage(await answer(request))
    await engine.close()
    parentPort!.postMessage('closed')
    parentPort!.close()
  })
})
parentPort!.postMessage('ready')
