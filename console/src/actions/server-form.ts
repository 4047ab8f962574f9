/** A server as its form holds it, and back. */
import { McpServerDraft, type McpServer } from '@lingxi/contract/mcp-server'

export type Secret = { key: number; name: string; value: string; kept: boolean }
export type ServerForm = ReturnType<typeof formOf>

const fresh: Pick<McpServer, 'name' | 'place' | 'secretNames' | 'within' | 'retries' | 'paused'> = {
  name: '',
  place: { kind: 'http', url: '' },
  secretNames: [],
  within: 15_000,
  retries: 1,
  paused: false,
}

/** The form of a server, or of a new one. */
export function formOf(server: McpServer | undefined) {
  const { name, place, secretNames, within, retries, paused } = server ?? fresh
  return {
    name,
    kind: place.kind,
    url: place.kind === 'http' ? place.url : '',
    program: place.kind === 'program' ? place.program : '',
    secrets: secretNames.map((each, key): Secret => ({ key, name: each, value: '', kept: true })),
    within: String(within),
    retries: String(retries),
    paused,
  }
}

/** The draft, or what of the form cannot be read. */
export function draftOf(form: ServerForm): { draft: McpServerDraft } | { wrong: string } {
  const made = McpServerDraft.safeParse({
    name: form.name.trim(),
    place:
      form.kind === 'http' ? { kind: form.kind, url: form.url.trim() } : { kind: form.kind, program: form.program },
    secrets: form.secrets.map(({ name, value }) => ({ name: name.trim(), ...(value !== '' && { value }) })),
    within: Number(form.within),
    retries: Number(form.retries),
    paused: form.paused,
  })
  if (made.success) return { draft: made.data }
  return { wrong: made.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n') }
}
