/** What is wrong with the description of a tool beyond its form: said at the place of it, before anything is saved. */
import type { HttpToolDraft } from '@lingxi/contract/http-tool'
import { compileSchema } from '#platform/json-schema'
import { wrongWithExpression } from './read-answer.ts'
import { placeholdersIn } from './write-request.ts'

export type Fault = { path: string; message: string }

export function faultsIn(tool: HttpToolDraft): Fault[] {
  return [...faultsOfUrl(tool.url), ...faultsOfSchemas(tool), ...faultsOfPlaceholders(tool), ...faultsOfAnswer(tool)]
}

/** The host is fixed: which system is called is not for what a customer writes to say. */
function faultsOfUrl(url: string): Fault[] {
  const filled = url.replaceAll(/\{[A-Za-z_][A-Za-z0-9_]*\}/g, 'x')
  if (!URL.canParse(filled) || !/^https?:\/\//i.test(url))
    return [{ path: 'url', message: 'is no address of http or https' }]
  const [, , host = ''] = url.split(/[/?#]/, 3)
  if (host.includes('{')) return [{ path: 'url', message: 'has a field of the input in the name of its host' }]
  if (new URL(filled).username !== '')
    return [{ path: 'url', message: 'holds credentials; put them under authentication' }]
  return []
}

function faultsOfSchemas({ input, output }: HttpToolDraft): Fault[] {
  const faults: Fault[] = []
  for (const [path, schema] of Object.entries({ input, output })) {
    const compiled = compileSchema(schema)
    if ('wrong' in compiled) faults.push({ path, message: compiled.wrong })
  }
  if (input['type'] !== 'object') faults.push({ path: 'input', message: 'describes no object' })
  return faults
}

function faultsOfPlaceholders({ input, url, query, headers, body }: HttpToolDraft): Fault[] {
  const known = new Set(Object.keys((input['properties'] as object | undefined) ?? {}))
  const named = [
    ...placeholdersIn(url).map((name) => ({ path: 'url', name })),
    ...query.flatMap(({ value }) => placeholdersIn(value).map((name) => ({ path: 'query', name }))),
    ...headers.flatMap(({ value }) => placeholdersIn(value).map((name) => ({ path: 'headers', name }))),
    ...(body.kind === 'fields' ? body.fields.map(({ from }) => ({ path: 'body', name: from })) : []),
  ]
  return named
    .filter(({ name }) => !known.has(name))
    .map(({ path, name }) => ({ path, message: `names a field that the input does not have: ${name}` }))
}

function faultsOfAnswer({ answer, method, body }: HttpToolDraft): Fault[] {
  const faults: Fault[] = []
  const wrong = answer.kind === 'expression' ? wrongWithExpression(answer.expression) : undefined
  if (wrong) faults.push({ path: 'answer.expression', message: wrong })
  if (method === 'GET' && body.kind !== 'none') faults.push({ path: 'body', message: 'cannot go with GET' })
  return faults
}
