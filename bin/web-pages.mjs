/** Builds the console and the widget, each only when something that it is made of has changed. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readIfThere, refuse, root, say } from './prepare.mjs'

const pages = ['console', 'widget']
const ofEveryPage = ['contract/src', 'contract/package.json', 'tsconfig.base.json', 'package.json', 'package-lock.json']

export function buildWebPages(node) {
  for (const page of pages) {
    const stamp = join(root, page, 'dist/.lingxi-built')
    const wanted = hashOf([page, ...ofEveryPage])
    if (readIfThere(stamp) === wanted) continue
    say(`Building the ${page}: some seconds …`)
    const built = spawnSync(node, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'], {
      cwd: join(root, page),
      stdio: ['ignore', 2, 2],
    })
    if (built.status !== 0) refuse(`The ${page} could not be built; vite says why above.`)
    writeFileSync(stamp, wanted)
  }
}

function hashOf(paths) {
  const hash = createHash('sha256')
  for (const path of paths.flatMap(filesUnder)) hash.update(`${path}\0`).update(readFileSync(join(root, path)))
  return hash.digest('hex')
}

function filesUnder(path) {
  if (statSync(join(root, path)).isFile()) return [path]
  return readdirSync(join(root, path))
    .filter((name) => name !== 'dist' && name !== 'node_modules')
    .sort()
    .flatMap((name) => filesUnder(`${path}/${name}`))
}
