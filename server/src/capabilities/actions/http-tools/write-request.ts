/** The request that a call of an HTTP tool is: what is described, with the fields of the input in their places. Pure. */
import type { HttpToolDraft } from '@lingxi/contract/http-tool'
import type { Language } from '@lingxi/contract/message'
import { setAt } from './pointers.ts'

export type WrittenRequest = { url: URL; headers: Record<string, string>; body: string | undefined }
type Input = Record<string, unknown>

const placeholder = /\{([A-Za-z_][A-Za-z0-9_]*)\}/g

/** The fields of the input that a text names. */
export const placeholdersIn = (text: string): string[] => [...text.matchAll(placeholder)].map(([, name]) => name!)

const tags: Record<Language, string> = { zh: 'zh-CN, zh;q=0.9', en: 'en' }

/** Why the input cannot be sent, said of the field; or the request. `language`: in which the other side should say what it says. */
export function writeRequest(
  tool: HttpToolDraft,
  input: Input,
  language?: Language | undefined,
): WrittenRequest | { wrong: string } {
  const wrong = wrongInPath(tool.url, input)
  if (wrong) return { wrong }
  const url = new URL(fill(tool.url, input, encodeURIComponent))
  for (const { name, value } of tool.query) if (isThere(value, input)) url.searchParams.append(name, fill(value, input))
  const headers: Record<string, string> = {
    accept: 'application/json',
    ...(language && { 'accept-language': tags[language] }),
  }
  for (const { name, value } of tool.headers) {
    if (!isThere(value, input)) continue
    const written = fill(value, input)
    if (/[^\t\x20-\x7e\u0080-\u00ff]/.test(written)) return { wrong: `a header cannot hold what is in it: ${name}` }
    headers[name.toLowerCase()] = written
  }
  const { body, type } = bodyOf(tool, input)
  if (body !== undefined) headers['content-type'] ??= type
  return { url, headers, body }
}

/** A part of a path that is a dot, or two, or nothing would lead elsewhere than was described. */
function wrongInPath(url: string, input: Input): string | undefined {
  for (const name of placeholdersIn(url)) {
    const value = textOf(input[name])
    if (value === undefined || value === '') return `is needed in the address: ${name}`
    if (/^\.{1,2}$/.test(value)) return `cannot be a part of an address: ${name}`
  }
  return undefined
}

/** A parameter whose fields are not all there is left out. */
const isThere = (template: string, input: Input) =>
  placeholdersIn(template).every((name) => textOf(input[name]) !== undefined)

const fill = (template: string, input: Input, write: (text: string) => string = (text) => text) =>
  template.replaceAll(placeholder, (_whole, name: string) => write(textOf(input[name]) ?? ''))

function textOf(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function bodyOf(tool: HttpToolDraft, input: Input): { body: string | undefined; type: string } {
  const json = 'application/json'
  switch (tool.body.kind) {
    case 'none':
      return { body: undefined, type: json }
    case 'rest':
      return { body: JSON.stringify(restOf(tool, input)), type: json }
    case 'form': {
      const fields = Object.entries(restOf(tool, input)).flatMap(([name, value]) => {
        const text = textOf(value)
        return text === undefined ? [] : [[name, text] as [string, string]]
      })
      return { body: new URLSearchParams(fields).toString(), type: 'application/x-www-form-urlencoded' }
    }
    case 'fields': {
      let whole: unknown = {}
      for (const { to, from } of tool.body.fields) if (input[from] !== undefined) whole = setAt(whole, to, input[from])
      return { body: JSON.stringify(whole), type: json }
    }
  }
}

/** The fields that went nowhere else. */
function restOf(tool: HttpToolDraft, input: Input): Input {
  const texts = [tool.url, ...tool.query.map(({ value }) => value), ...tool.headers.map(({ value }) => value)]
  const used = new Set(texts.flatMap(placeholdersIn))
  return Object.fromEntries(Object.entries(input).filter(([name]) => !used.has(name)))
}
