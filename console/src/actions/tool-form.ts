/** A tool as its form holds it: everything that is written, as text; and back. */
import { HttpToolDraft, type HttpTool } from '@lingxi/contract/http-tool'

export type ToolForm = ReturnType<typeof formOf>

const pairs = (lines: { name: string; value: string }[]) =>
  lines.map(({ name, value }) => `${name}: ${value}`).join('\n')
const json = (value: unknown) => JSON.stringify(value, null, 2)

const fresh = HttpToolDraft.parse({
  name: 'new_tool',
  title: { en: 'x' },
  effect: 'look',
  method: 'GET',
  url: '',
  input: { type: 'object', properties: {}, required: [], additionalProperties: false },
})

/** The form of a tool, or of a new one. */
export function formOf(tool: HttpTool | undefined) {
  const { body, answer, authentication, title, ...rest } = tool ?? { ...fresh, name: '', title: { zh: '', en: '' } }
  return {
    name: rest.name,
    titleZh: title.zh ?? '',
    titleEn: title.en ?? '',
    description: rest.description,
    effect: rest.effect,
    care: rest.care,
    paused: rest.paused,
    method: rest.method,
    url: rest.url,
    query: pairs(rest.query),
    headers: pairs(rest.headers),
    ...bodyIn(body),
    input: json(rest.input),
    output: json(rest.output),
    ...answerIn(answer),
    refusals: rest.refusals.statuses.join(', '),
    reason: rest.refusals.reason ?? '',
    idempotencyHeader: rest.idempotencyHeader ?? '',
    within: String(rest.within),
    retries: String(rest.retries),
    cost: rest.cost === null ? '' : String(rest.cost),
    ...authenticationIn(authentication),
    secret: '',
  }
}

const bodyIn = (body: HttpToolDraft['body']) => ({
  body: body.kind,
  bodyFields: body.kind === 'fields' ? body.fields.map(({ to, from }) => `${to}: ${from}`).join('\n') : '',
})

const answerIn = (answer: HttpToolDraft['answer']) => ({
  answer: answer.kind,
  expression: answer.kind === 'expression' ? answer.expression : '',
  pointers: answer.kind === 'pointers' ? answer.fields.map(({ name, from }) => `${name}: ${from}`).join('\n') : '',
})

function authenticationIn(given: HttpToolDraft['authentication']) {
  const name = given.kind === 'key' ? given.name : given.kind === 'hmac' ? given.header : ''
  return {
    authentication: given.kind,
    user: given.kind === 'basic' ? given.user : '',
    keyIn: given.kind === 'key' ? given.in : ('header' as const),
    keyName: name,
  }
}

/** What is written as one `name: value` a line. */
const linesOf = (text: string) =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const at = line.indexOf(':')
      return at < 0
        ? { name: line.trim(), value: '' }
        : { name: line.slice(0, at).trim(), value: line.slice(at + 1).trim() }
    })

/** The draft, or which fields cannot be read. */
export function draftOf(form: ToolForm): { draft: HttpToolDraft } | { wrong: string } {
  const [input, output] = [form.input, form.output].map(parse)
  if (input === undefined) return { wrong: 'input' }
  if (output === undefined) return { wrong: 'output' }
  const { titleZh, titleEn } = form
  const made = HttpToolDraft.safeParse({
    name: form.name,
    title: { ...(titleZh.trim() && { zh: titleZh }), ...(titleEn.trim() && { en: titleEn }) },
    description: form.description,
    effect: form.effect,
    care: form.care,
    paused: form.paused,
    method: form.method,
    url: form.url,
    query: linesOf(form.query),
    headers: linesOf(form.headers),
    body:
      form.body === 'fields'
        ? { kind: form.body, fields: linesOf(form.bodyFields).map(({ name, value }) => ({ to: name, from: value })) }
        : { kind: form.body },
    input,
    output,
    answer: answerOf(form),
    refusals: {
      statuses: form.refusals
        .split(/[\s,，]+/)
        .filter(Boolean)
        .map(Number),
      reason: form.reason.trim() === '' ? null : form.reason.trim(),
    },
    idempotencyHeader: form.idempotencyHeader.trim() || null,
    within: Number(form.within),
    retries: Number(form.retries),
    cost: form.cost.trim() === '' ? null : Number(form.cost),
    authentication: authenticationOf(form),
  })
  if (made.success) return { draft: made.data }
  return { wrong: made.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n') }
}

function answerOf({ answer, expression, pointers }: ToolForm) {
  if (answer === 'expression') return { kind: answer, expression }
  if (answer === 'pointers')
    return { kind: answer, fields: linesOf(pointers).map(({ name, value }) => ({ name, from: value })) }
  return { kind: answer }
}

function authenticationOf({ authentication, user, keyIn, keyName, secret }: ToolForm) {
  const given = secret === '' ? {} : { secret }
  if (authentication === 'none') return { kind: authentication }
  if (authentication === 'basic') return { kind: authentication, user, ...given }
  if (authentication === 'key') return { kind: authentication, in: keyIn, name: keyName, ...given }
  if (authentication === 'hmac') return { kind: authentication, header: keyName, ...given }
  return { kind: authentication, ...given }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
