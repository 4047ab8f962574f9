/** Where a server is: checked when it is described, made with its secrets when it is used. */
import type { McpServerDraft } from '@lingxi/contract/mcp-server'
import type { ServerPlace } from '#platform/mcp-client'

/**
 * A program that the operator allows, with all its arguments; the console chooses it by its name and cannot change it. Only
 * the named variables may be given to it: others could make a program do what it is not for.
 */
export type AllowedProgram = { command: string; arguments: string[]; variables: string[] }
export type AllowedPrograms = Readonly<Record<string, AllowedProgram>>

/** Of the protocol and of the connection: nobody's to set. */
const ownHeaders =
  /^(host|connection|content-.*|transfer-encoding|accept.*|mcp-.*|te|upgrade|expect|trailer|keep-alive)$/i

type Fault = { path: string; message: string }

export function faultsIn({ place, secrets }: McpServerDraft, programs: AllowedPrograms): Fault[] {
  const [ofPlace, faultOfSecret]: Faults =
    place.kind === 'http'
      ? [faultOfAddress(place.url), faultOfHeader]
      : faultsOfProgram(programOf(programs, place.program))
  const faults = secrets.flatMap((secret, at): Fault[] => {
    const twice = secrets.findIndex(({ name }) => name.toLowerCase() === secret.name.toLowerCase()) !== at
    const message = twice ? 'is there twice' : faultOfSecret(secret)
    return message === undefined ? [] : [{ path: `secrets.${at}`, message }]
  })
  return ofPlace ? [ofPlace, ...faults] : faults
}

type Secret = McpServerDraft['secrets'][number]
type Faults = [place: Fault | undefined, secret: (secret: Secret) => string | undefined]

function faultOfAddress(url: string): Fault | undefined {
  const { username, password } = new URL(url)
  const isBare = username === '' && password === ''
  return isBare ? undefined : { path: 'place.url', message: 'holds credentials; put them into a header' }
}

function faultOfHeader({ name, value = '' }: Secret): string | undefined {
  if (ownHeaders.test(name)) return 'is a header of the connection'
  return /[^\t\x20-\x7e\x80-\xff]/.test(value) ? 'cannot stand in a header' : undefined
}

function faultsOfProgram(program: AllowedProgram | undefined): Faults {
  if (!program) return [{ path: 'place.program', message: 'is no program that the operator allows' }, () => undefined]
  const isAllowed = ({ name }: Secret) => program.variables.includes(name)
  return [
    undefined,
    (secret) => (isAllowed(secret) ? undefined : 'is no variable that the operator allows for this program'),
  ]
}

/** Undefined: the operator does not allow it any more. */
export function placeOf(
  place: McpServerDraft['place'],
  secrets: Record<string, string>,
  programs: AllowedPrograms,
): ServerPlace | undefined {
  if (place.kind === 'http') return { kind: 'http', url: place.url, headers: secrets }
  const program = programOf(programs, place.program)
  if (!program) return undefined
  const environment = Object.fromEntries(Object.entries(secrets).filter(([name]) => program.variables.includes(name)))
  return { kind: 'program', command: program.command, arguments: program.arguments, environment }
}

const programOf = (programs: AllowedPrograms, name: string) =>
  Object.hasOwn(programs, name) ? programs[name] : undefined

/** Secrets go to the place for which they were given, and to no other. */
export const isSamePlace = (one: McpServerDraft['place'], other: McpServerDraft['place']) =>
  one.kind === 'http'
    ? other.kind === 'http' && new URL(one.url).origin === new URL(other.url).origin
    : other.kind === 'program' && one.program === other.program
