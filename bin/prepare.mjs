/**
 * What every command of the house needs first: a Node that can read these files, the packages, and Node 24 among them.
 * All talk goes to stderr, so that a program started afterwards owns stdout.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))
const packages = join(root, 'node_modules')
const stamp = join(packages, '.lingxi-installed')
const isWindows = process.platform === 'win32'
const nodePackage = `node-${isWindows ? 'win' : process.platform}-${process.arch}`

export const say = (line) => process.stderr.write(`${line}\n`)

/** Ends the command with a sentence instead of a stack trace. */
export function refuse(sentence) {
  say(sentence)
  process.exit(1)
}

export const readIfThere = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined)

/** Brings the packages up to the lock file and returns the path of Node 24. */
export function prepare() {
  if (majorOf(process.versions.node) < 20)
    refuse(`Lingxi needs Node.js 20 or later to start; this is ${process.version}. See https://nodejs.org.`)
  installPackages()
  return findNode()
}

function installPackages() {
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8')
  const wanted = createHash('sha256').update(lock).digest('hex')
  if (readIfThere(stamp) === wanted) return
  if (!areInstalled(JSON.parse(lock))) {
    say('Installing the packages (npm ci): about a minute, once …')
    // Development packages too, whatever NODE_ENV says: the web pages are built with them.
    const npmArguments = ['ci', '--no-audit', '--no-fund', '--loglevel=error', '--include=dev', '--include=optional']
    if (!runNpm(npmArguments)) refuse('The packages could not be installed; npm says why above.')
  }
  writeFileSync(stamp, wanted)
}

/** Whether somebody ran `npm ci` or `npm install` by hand: npm writes down what it left. */
function areInstalled(lock) {
  const left = readIfThere(join(packages, '.package-lock.json'))
  if (!left) return false
  const present = JSON.parse(left).packages
  return Object.entries(lock.packages)
    .filter(([path, { optional }]) => path.includes('node_modules/') && (!optional || path.endsWith(`/${nodePackage}`)))
    .every(([path, { version }]) => present[path] && present[path].version === version)
}

/** `npm ci` deletes node_modules, where npm scripts put their Node first: npm must run on a Node from elsewhere. */
function runNpm(npmArguments) {
  const isElsewhere = (path) => path && !path.startsWith(packages)
  const { npm_execpath: npm = '', npm_node_execpath: node } = process.env
  const PATH = process.env.PATH.split(delimiter).filter(isElsewhere).join(delimiter)
  const options = { cwd: root, stdio: ['ignore', 2, 2], env: { ...process.env, PATH } }
  const { status } =
    npm.endsWith('npm-cli.js') && isElsewhere(node)
      ? spawnSync(node, [npm, ...npmArguments], options)
      : spawnSync('npm', npmArguments, { ...options, shell: isWindows })
  return status === 0
}

/** Node 24 as npm brought it, else the running one if it is new enough. */
function findNode() {
  const brought = join(packages, nodePackage, 'bin', isWindows ? 'node.exe' : 'node')
  // It is tried, not only found: on a system with another C library the file is there and does not run.
  if (existsSync(brought) && spawnSync(brought, ['--version']).status === 0) return brought
  if (majorOf(process.versions.node) >= 24) return process.execPath
  return refuse(
    `Lingxi runs on Node.js 24; this is ${process.version}, and npm has none for ${process.platform}-${process.arch}. ` +
      'Install Node.js 24 or later from https://nodejs.org and run the command again.',
  )
}

const majorOf = (version) => Number(version.split('.')[0])
