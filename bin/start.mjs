/** npm start: installs and builds what is missing, then runs the server until it is told to stop. */
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
  '--disable-warning=ExperimentalWarning',
  ...(existsSync(settings) ? [`--env-file=${settings}`] : []),
  join(root, 'server/src/main/start.ts'),
])
