/**
 * npm start: installs and builds what is missing, then runs the server until it is told to stop.
 * package.json starts it by `exec`, so that npm's signals reach this process and not a shell between the two, and npm
 * ends when this has ended. What follows the `||` there is for Windows, which has no `exec`.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { launch } from './launch.mjs'
import { prepare, root } from './prepare.mjs'
import { buildWebPages } from './web-pages.mjs'

const node = prepare()
buildWebPages(node)

const settings = join(root, '.env')
launch(node, [
  // The embedded database is one large WebAssembly module: optimising it takes 0.5 GB for a moment and gains nothing.
  '--liftoff-only',
  '--max-semi-space-size=4',
  '--disable-warning=ExperimentalWarning',
  ...(existsSync(settings) ? [`--env-file=${settings}`] : []),
  join(root, 'server/src/main/start.ts'),
])
