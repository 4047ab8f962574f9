/** What the person who starts the program is told: where it is, and how to sign in. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from './config.ts'

type SignIn = { email: string; password: string } | undefined
const fileName = 'first-sign-in.txt'

/**
 * Keeps the generated sign-in in a file that only its owner can read, so that it can be found again on a later start.
 * It is told until the file is removed, which the operator does once the password is their own.
 */
export function keepSignIn(
  folder: string,
  { email, password }: { email: string; password: string | undefined },
): SignIn {
  const file = join(folder, fileName)
  if (password) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(file, `${email}\n${password}\n`, { mode: 0o600 })
  }
  if (!existsSync(file)) return undefined
  const [kept = '', secret = ''] = readFileSync(file, 'utf8').split('\n')
  return { email: kept, password: secret }
}

type Told = { address: { address: string; port: number } | null; config: Config; signIn: SignIn }

export function welcome({ address, config, signIn }: Told): void {
  const host =
    !address || ['127.0.0.1', '0.0.0.0', '::', '::1'].includes(address.address) ? 'localhost' : address.address
  const base = `http://${host}:${address?.port ?? config.port}`
  const lines = [
    '',
    'Lingxi 灵犀 is ready.',
    ...(config.demo ? [`  Shop with the chat   ${base}/`] : []),
    `  Console              ${base}/console`,
    `  API                  ${base}/docs`,
    ...(signIn
      ? [
          `  Sign in as           ${signIn.email}`,
          `  Password             ${signIn.password}`,
          `                       (generated for this installation and kept in ${join(config.data, fileName)};`,
          '                       change it in the console, then delete that file)',
        ]
      : []),
    '',
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}
