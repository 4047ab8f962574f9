/**
 * The language of expressions: CEL as `@marcbachmann/cel-js` reads it, with what is added for people who write flows.
 * Numbers of JSON and whole numbers of CEL go together, what is missing is null, and patterns take linear time (RE2).
 */
import { type ASTNode, Environment } from '@marcbachmann/cel-js'
import { RE2JS } from 're2js'

/** What may be named in an expression. */
export const variables = ['slots', 'results', 'customer', 'conversation', 'event'] as const
export const mostNodes = 200
export const mostDepth = 24
/** Loops in loops: `all`, `exists`, `exists_one`, `map` and `filter`. */
const mostLoops = 2

const millisecondsInDay = 86_400_000

/** Reads what people write, and says what is wrong with it in their terms. */
const written = withVariables(new Environment({ limits: { maxAstNodes: mostNodes, maxDepth: mostDepth } }))
/** Runs what it was made into, which is longer. */
const run = withFunctions(
  withVariables(
    new Environment({
      homogeneousAggregateLiterals: false,
      limits: { maxAstNodes: mostNodes * 6, maxDepth: mostDepth * 6 },
    }),
  ),
)

/** Promises a function of the variables. Throws what is wrong with the text. */
export function parseCel(text: string): (context: Record<string, unknown>) => unknown {
  const { ast } = written.parse(text)
  const parsed = run.parse(leniently(ast, 0))
  const { error } = parsed.check()
  if (error) throw error
  return parsed
}

/** The functions that are ours, each with what it is called with: for documentation and for the editor. */
export const functions = {
  'is_known(value)': 'whether it has a value',
  'days_between(from, to)': 'whole days from one time to another, negative when it lies before',
  'contains(list or text, part)': 'whether it is among them, or stands in it',
  'lower(text)': 'in small letters',
  'round(number, digits)': 'to so many digits after the point',
  'size(list or text)': 'how many, or how long',
} as const

function withVariables(environment: Environment): Environment {
  for (const name of variables) environment.registerVariable(name, 'map')
  return environment.registerVariable('value', 'dyn').registerVariable('now', 'string')
}

function withFunctions(environment: Environment): Environment {
  const arithmetic = {
    '+': (one: number, other: number) => one + other,
    '-': (one: number, other: number) => one - other,
    '*': (one: number, other: number) => one * other,
    '/': (one: number, other: number) => one / other,
    '%': (one: number, other: number) => one % other,
  }
  for (const [sign, work] of Object.entries(arithmetic)) {
    const mixed = (one: number | bigint, other: number | bigint) => work(Number(one), Number(other))
    environment.registerOperator(`int ${sign} double`, mixed).registerOperator(`double ${sign} int`, mixed)
  }
  environment.registerOperator('double % double', arithmetic['%'])
  environment.registerOperator('int == double', (one, other) => Number(one) === Number(other))
  for (const pair of ['string + double', 'string + int', 'double + string', 'int + string'])
    environment.registerOperator(pair, (one, other) => `${one}${other}`)
  return environment
    .registerFunction('field_of(dyn, dyn): dyn', fieldOf)
    .registerFunction('is_known(dyn): bool', (value) => value !== null && value !== '')
    .registerFunction('matches_pattern(dyn, dyn): bool', matchesPattern)
    .registerFunction('days_between(dyn, dyn): double', daysBetween)
    .registerFunction('contains(dyn, dyn): bool', contains)
    .registerFunction('lower(dyn): string', (text) => String(text ?? '').toLowerCase())
    .registerFunction('round(dyn, dyn): double', (number, digits) => round(Number(number), Number(digits)))
    .registerFunction('round(dyn): double', (number) => round(Number(number), 0))
}

/** The same expression, where a field that is missing is null instead of the end of it. Every operation in parentheses. */
function leniently(node: ASTNode, loops: number): string {
  const inside = (each: ASTNode) => leniently(each, loops)
  switch (node.op) {
    case 'value':
      return node.input.slice(node.range.start, node.range.end)
    case 'id':
      return node.args
    case '.':
      return `field_of(${inside(node.args[0])}, ${JSON.stringify(node.args[1])})`
    case '[]':
      return `field_of(${node.args.map(inside).join(', ')})`
    case '!_':
    case '-_':
      return `(${node.op[0]}${inside(node.args)})`
    case '?:':
      return `(${inside(node.args[0])} ? ${inside(node.args[1])} : ${inside(node.args[2])})`
    case 'list':
      return `[${node.args.map(inside).join(', ')}]`
    case 'map':
      return `{${node.args.map((entry) => entry.map(inside).join(': ')).join(', ')}}`
    case 'call':
      return call(node.args, loops)
    case 'rcall':
      return callOn(node.args, loops)
    case '.?':
    case '[?]':
      throw new Error('Optional fields need no question mark: what is missing is null')
    default:
      return `(${inside(node.args[0])} ${node.op} ${inside(node.args[1])})`
  }
}

const listed = (nodes: ASTNode[], loops: number) => nodes.map((each) => leniently(each, loops)).join(', ')

function call([name, given]: [string, ASTNode[]], loops: number): string {
  return `${name === 'has' ? 'is_known' : name}(${listed(given, loops)})`
}

function callOn([name, on, given]: [string, ASTNode, ASTNode[]], loops: number): string {
  const isLoop = ['all', 'exists', 'exists_one', 'map', 'filter'].includes(name)
  if (isLoop && loops === mostLoops) throw new Error(`More than ${mostLoops} loops stand in each other`)
  const inside = listed(given, isLoop ? loops + 1 : loops)
  if (name === 'matches') return `matches_pattern(${leniently(on, loops)}, ${inside})`
  return `${leniently(on, loops)}.${name}(${inside})`
}

function fieldOf(from: unknown, key: unknown): unknown {
  if (typeof from !== 'object' || from === null) return null
  const place = typeof key === 'bigint' ? Number(key) : key
  if (typeof place !== 'string' && typeof place !== 'number') return null
  return Object.hasOwn(from, place) ? ((from as Record<string | number, unknown>)[place] ?? null) : null
}

function contains(all: unknown, part: unknown): boolean {
  if (Array.isArray(all)) return all.some((each) => each === part || (isNumber(each) && Number(each) === Number(part)))
  return typeof all === 'string' && part !== null && all.includes(String(part))
}
const isNumber = (value: unknown) => typeof value === 'number' || typeof value === 'bigint'

function daysBetween(from: unknown, to: unknown): number {
  const [begin, end] = [from, to].map((time) => (time instanceof Date ? time.getTime() : Date.parse(String(time))))
  if (Number.isNaN(begin! + end!)) throw new Error('days_between was given what is no time')
  return Math.floor((end! - begin!) / millisecondsInDay)
}

function round(number: number, digits: number): number {
  const by = 10 ** Math.min(Math.max(digits, 0), 9)
  return Math.round(number * by) / by
}

function matchesPattern(text: unknown, pattern: unknown): boolean {
  if (typeof text !== 'string' || typeof pattern !== 'string') return false
  return RE2JS.compile(pattern).matcher(text).find()
}
