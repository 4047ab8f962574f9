/** A readable page of the API for people: the same document, as plain HTML without a script. */
type Json = Record<string, unknown>
type Operation = {
  operationId: string
  tags: string[]
  summary: string
  security?: Json[]
  parameters: Parameter[]
  requestBody?: { content: Record<string, { schema?: Json }> }
  responses: Record<string, { content?: Record<string, { schema?: Json }> }>
}
type Parameter = { name: string; in: string; required: boolean; schema: Json }

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

export function writeDocsPage(document: Json): string {
  const paths = document['paths'] as Record<string, Record<string, Operation>>
  const schemas = (document['components'] as { schemas: Record<string, Json> }).schemas
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  )
  const areas = [...Map.groupBy(operations, ({ operation }) => operation.tags[0] ?? '')]
  const links = [...areas.map(([area]) => area), 'Schemas'].map(
    (area) => `<a href="#${idOf(area)}">${escape(area)}</a>`,
  )
  const sections = areas.map(
    ([area, those]) =>
      `<section id="${idOf(area)}"><h2>${escape(area)}</h2>${those.map(writeOperation).join('')}</section>`,
  )
  const named = Object.entries(schemas).map(
    ([name, schema]) =>
      `<details id="schema-${name}"><summary><code>${name}</code></summary>${writeJson(schema)}</details>`,
  )
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>Lingxi API</title><link rel="icon" href="/console/mark.svg" type="image/svg+xml"><link rel="stylesheet" href="/docs.css"></head><body>
<header><h1>Lingxi API</h1><p>OpenAPI 3.1: <a href="/openapi.json">openapi.json</a>. Errors are RFC 9457 problem documents with a stable <code>code</code>.</p></header>
<nav aria-label="Areas">${links.join('')}</nav><main>${sections.join('')}<section id="schemas"><h2>Schemas</h2>${named.join('')}</section></main></body></html>`
}

function writeOperation({ path, method, operation }: { path: string; method: string; operation: Operation }): string {
  const { operationId, summary, security, parameters, requestBody, responses } = operation
  const who = security ? security.flatMap(Object.keys).join(', ') : 'anyone'
  const rows = parameters.map(
    ({ name, in: place, required, schema }) =>
      `<tr><td><code>${escape(name)}</code></td><td>${place}${required ? ', required' : ''}</td><td>${writeJson(schema)}</td></tr>`,
  )
  const body = Object.entries(requestBody?.content ?? {}).map(
    ([type, { schema }]) =>
      `<h4>Body <small>${type}</small></h4>${schema ? writeJson(schema) : '<p>The file itself.</p>'}`,
  )
  const [status, ok] = Object.entries(responses)[0] ?? ['200', {}]
  const answer = Object.values(ok.content ?? {}).map(({ schema }) => writeJson(schema ?? {}))
  return `<details id="${operationId}"><summary><span class="method ${method.toLowerCase()}">${method}</span> <code>${escape(path)}</code> <span>${escape(summary)}</span></summary>
<p class="who">Who: ${who}</p>${rows.length > 0 ? `<table><tbody>${rows.join('')}</tbody></table>` : ''}${body.join('')}<h4>Answer <small>${status}</small></h4>${answer.join('') || '<p>Nothing.</p>'}</details>`
}

/** JSON Schema with its references as links. */
function writeJson(schema: Json): string {
  const text = escape(JSON.stringify(schema, undefined, 2)).replaceAll(
    /#\/components\/schemas\/(\w+)/g,
    '<a href="#schema-$1">$1</a>',
  )
  return `<pre tabindex="0">${text}</pre>`
}

const idOf = (area: string) => area.toLowerCase().replaceAll(' ', '-')

export const docsStyle = `:root{color-scheme:light dark;--line:light-dark(#dfe3e2,#30373a);--soft:light-dark(#f5f7f6,#1c2224);--accent:light-dark(#0a6b5c,#5fd0b8)}
body{margin:0;font:15px/1.55 Inter,"PingFang SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif;background:light-dark(#fff,#14191b);color:light-dark(#1b2422,#e4e9e8)}
header,main,nav{max-width:60rem;margin:auto;padding:1rem 1.25rem}nav{display:flex;flex-wrap:wrap;gap:.5rem 1rem}a{color:var(--accent)}
details{border:1px solid var(--line);border-radius:.5rem;margin:.5rem 0;padding:.5rem .75rem}summary{cursor:pointer;display:flex;flex-wrap:wrap;gap:.25rem .75rem;align-items:baseline}
summary code{overflow-wrap:anywhere}.method{font:600 12px/1 ui-monospace,monospace;color:var(--accent);min-width:4ch}.who{opacity:.8}
pre{background:var(--soft);padding:.6rem;border-radius:.4rem;overflow:auto;max-height:24rem;font-size:12.5px}table{width:100%;border-collapse:collapse}td{border-top:1px solid var(--line);padding:.3rem;vertical-align:top}td pre{margin:0}`
