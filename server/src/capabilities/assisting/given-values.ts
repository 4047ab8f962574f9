/**
 * Where the values of a call come from: what a model hands to a tool must have been said, whole, or be one that the tool's
 * schema names at that place. A piece of an order number is nobody's order, and with short ids it would be somebody else's.
 */

/** A scalar of an input, or the name of a field that no schema describes; null counts as the empty value. */
export type Leaf = { value: string; named: readonly string[] }

/**
 * Whether the value stands in the text as it was said: a number or a code whole, however it was grouped by spaces and hyphens;
 * a run of two Chinese characters or more, or one that is all of the text. The empty value never does.
 */
export function standsIn(text: string, value: string): boolean {
  const wanted = plain(value).replaceAll(/[\s-]/g, '')
  if (!/[\p{L}\p{N}]/u.test(wanted)) return false
  const there = plain(text)
  const characters = [...wanted]
  if (characters.length === 1 && unspaced.test(wanted)) return there.trim() === wanted
  const spelt = characters.map((each) => `\\u{${each.codePointAt(0)!.toString(16)}}`).join(String.raw`[ \t\-]*`)
  const isNumber = /^\d+$/.test(wanted)
  const before = inWord.test(characters[0]!) ? notAfter + (isNumber ? notAfterGroup : '') : ''
  const after = inWord.test(characters.at(-1)!) ? notBefore + (isNumber ? notBeforeGroup : '') : ''
  return new RegExp(before + spelt + after, 'v').test(there)
}

const apart = String.raw`\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}`
const unspaced = new RegExp(`[${apart}]`, 'v')
const word = String.raw`[[\p{L}\p{N}\p{M}_]--[${apart}]]`
const inWord = new RegExp(word, 'v')
/** What holds the parts of one code, address or date together; the second only between digits. */
const [joint, digitJoint] = [String.raw`[\-.@]`, String.raw`[:\/]`]
const notAfter = String.raw`(?<!${word}${joint}?|\d${digitJoint})`
const notBefore = String.raw`(?!${joint}?${word}|${digitJoint}\d)`
/** A number may be said in groups: one group of it is a piece. */
const notAfterGroup = String.raw`(?<!(?<!${word})\d{3,} +)`
const notBeforeGroup = String.raw`(?! +\d{3,}(?!${word}))`

/** `1,299` is one number. */
const plain = (text: string) =>
  text
    .replaceAll(/(?<![\d,])\d{1,3}(?:,\d{3})+(?![\d,])/g, (number) => number.replaceAll(',', ''))
    .normalize('NFKC')
    .toLowerCase()

/** Every leaf of an input, with the values that its schema names at the very place of it: `enum` and `const`, nothing else. */
export function leavesOf(input: unknown, schema: unknown): Leaf[] {
  return walk(input, [schema], schema)
}

function walk(value: unknown, at: readonly unknown[], root: unknown): Leaf[] {
  const schemas = spread(at, root)
  if (typeof value !== 'object' || value === null) {
    const named = schemas.flatMap((each) => [...('const' in each ? [each['const']] : []), ...listIn(each['enum'])])
    return [{ value: String(value ?? ''), named: named.filter(isScalar).map((each) => String(each ?? '')) }]
  }
  if (Array.isArray(value))
    return value.flatMap((each, place) =>
      walk(
        each,
        schemas.flatMap(({ items, prefixItems }) => [listIn(prefixItems)[place] ?? items]),
        root,
      ),
    )
  return Object.entries(value).flatMap(([name, each]) => {
    const described = schemas.flatMap(({ properties }) =>
      isObject(properties) && Object.hasOwn(properties, name) ? [properties[name]] : [],
    )
    if (described.length > 0) return walk(each, described, root)
    const others = schemas.map(({ additionalProperties }) => additionalProperties)
    return [{ value: name, named: [] }, ...walk(each, others, root)]
  })
}

type Schema = Record<string, unknown>

/** With all that stand for the same place: alternatives, and what is written elsewhere in the document. */
function spread(at: readonly unknown[], root: unknown): Schema[] {
  const found = new Set<Schema>()
  const left = [...at]
  for (let each = left.pop(); left.length > 0 || each !== undefined; each = left.pop()) {
    if (!isObject(each) || found.has(each)) continue
    found.add(each)
    left.push(...['anyOf', 'oneOf', 'allOf'].flatMap((name) => listIn(each[name])), each['then'], each['else'])
    if (typeof each['$ref'] === 'string') left.push(pointedAt(root, each['$ref']))
  }
  return [...found]
}

function pointedAt(root: unknown, reference: string): unknown {
  if (!reference.startsWith('#')) return undefined
  let at = root
  for (const step of reference.slice(1).split('/').slice(1)) {
    const name = decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~')
    at = isObject(at) && Object.hasOwn(at, name) ? at[name] : undefined
  }
  return at
}

const isObject = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isScalar = (value: unknown) => typeof value !== 'object' || value === null
const listIn = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
