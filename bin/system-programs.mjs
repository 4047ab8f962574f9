/** The programs tests need that npm does not bring: PostgreSQL, a browser and its fonts. Found, or installed on Debian. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { readIfThere, say } from './prepare.mjs'

const oldestPostgres = 15
const browsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]
const fonts = {
  'fonts-noto-cjk': '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc',
  'fonts-noto-color-emoji': '/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf',
}

/** The folder with `initdb` and `postgres`, newest first. */
export function findPostgres() {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((one, other) => Number(other) - Number(one)) : []
  return [...versions.map((version) => join(debian, version, 'bin')), ...process.env.PATH.split(delimiter)].find(
    isPostgres,
  )
}

function isPostgres(folder) {
  if (!existsSync(join(folder, 'initdb')) || !existsSync(join(folder, 'postgres'))) return false
  const { stdout } = spawnSync(join(folder, 'postgres'), ['--version'], { encoding: 'utf8' })
  return Number(/\d+/.exec(stdout ?? '')?.[0]) >= oldestPostgres
}

export const findBrowser = () => [process.env.LINGXI_CHROMIUM, ...browsers].find((path) => path && existsSync(path))

/** Installs what is missing where that is possible: as root on Debian. Elsewhere it does nothing. */
export function installSystemPrograms({ withBrowser }) {
  const missing = [
    ...(findPostgres() ? [] : ['postgresql']),
    ...(withBrowser && !findBrowser() ? ['chromium'] : []),
    ...(withBrowser ? Object.keys(fonts).filter((font) => !existsSync(fonts[font])) : []),
  ]
  if (missing.length === 0 || !mayInstall()) return
  say(`Installing ${missing.join(', ')} (apt-get): one to three minutes, once …`)
  preventCluster()
  if (!aptGet('update') || !aptGet('install', '--yes', '--no-install-recommends', ...missing))
    say('Not everything could be installed; apt-get says why above.')
}

const mayInstall = () => process.getuid?.() === 0 && /^ID=debian$/m.test(readIfThere('/etc/os-release') ?? '')

/** The package would make a database cluster and start it for good; tests want only the programs. */
function preventCluster() {
  const file = '/etc/postgresql-common/createcluster.conf'
  if (existsSync(file)) return
  mkdirSync('/etc/postgresql-common', { recursive: true })
  writeFileSync(file, 'create_main_cluster = false\n')
}

/** Quiet unless it fails. */
function aptGet(...aptArguments) {
  const { status, stdout, stderr } = spawnSync('apt-get', ['-q', '-o', 'DPkg::Lock::Timeout=300', ...aptArguments], {
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  if (status !== 0) say(`${stdout}${stderr}`.trim().split('\n').slice(-20).join('\n'))
  return status === 0
}
