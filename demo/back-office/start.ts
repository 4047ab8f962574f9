/** Runs the back office on the loopback address until it is told to stop. Its parent hears by message where it listens. */
import { createBackOffice } from './app.ts'
import { openKept } from './keep.ts'

const { BACK_OFFICE_PORT: port = '0', BACK_OFFICE_TOKEN: token, BACK_OFFICE_FILE: file } = process.env
if (!token) {
  process.stderr.write('BACK_OFFICE_TOKEN is needed: what callers show as their bearer token.\n')
  process.exit(1)
}

const now = () => new Date().toISOString()
const app = createBackOffice({ token, now, keeping: openKept(file ?? null, now()) })
await app.listen({ host: '127.0.0.1', port: Number(port) })
const address = app.server.address()
const listening = typeof address === 'object' && address ? address.port : Number(port)
if (process.send) process.send({ port: listening })
else process.stdout.write(`The back office listens at http://127.0.0.1:${listening}/openapi.json\n`)

const stop = () => app.close().then(() => process.exit(0))
process.on('SIGTERM', stop)
process.on('SIGINT', stop)
// The channel to the parent is gone: so is the parent.
process.on('disconnect', stop)
