/**
 * The tools of a turn: actions that only look, and one that begins a flow. Whatever it is called with is checked here; what is
 * wrong is told back, and what acts is not here at all: only a flow acts, after the customer's yes.
 */
import type { JsonSchema } from '@lingxi/contract/action'
import type { Looked } from '@lingxi/contract/dialogue'
import { z } from 'zod'
import type { DescribedTool, ToolCall } from '#platform/models'
import { type Leaf, leavesOf, standsIn } from './given-values.ts'
import { withholdInstructions } from './injection.ts'

export type Lookup = {
  /** The action's name. */
  action: string
  title: string
  description: string
  /** What its fields are called, where its schema says so. */
  fields: string
  input: z.infer<typeof JsonSchema>
  look(input: Record<string, unknown>, signal: AbortSignal): Promise<Looked>
}
export type OfferedSlot = { name: string; label: string; choices: string[] | undefined }
export type OfferedFlow = { name: string; title: string; description: string; slots: OfferedSlot[] }
export type Wanted = { flow: string; title: string; slots: Record<string, string | number | boolean> }

export type Taken =
  | { kind: 'looked'; looked: Looked; title: string; about: string; text: string }
  | { kind: 'begins'; wanted: Wanted }
  /** Told back as it is; `because` is for the log. */
  | { kind: 'wrong'; because: string; told: string }

type Tools = {
  lookups: readonly Lookup[]
  flows: readonly OfferedFlow[]
  customerSaid: readonly string[]
  /** Values that slots hold already. */
  known: readonly string[]
}

const begin = 'begin_flow'
const Begin = z.object({
  flow: z.string(),
  slots: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
})
const mostTools = 40
const mostFlows = 60

export function openToolbox({ lookups, flows, customerSaid, known }: Tools) {
  const named = nameTools(lookups.slice(0, mostTools))
  const offered = flows.slice(0, mostFlows)
  const beforehand = new Set<string>()
  /** Where the values of a call may come from: an article's example is nobody's order. */
  const given = [...customerSaid, ...known]

  async function look(lookup: Lookup, { input }: ToolCall, signal: AbortSignal): Promise<Taken> {
    if (typeof input !== 'object' || input === null) return wrong('wrong-input', 'Its input is no JSON object.')
    const strange = leavesOf(input, lookup.input).find((leaf) => !isGiven(leaf))
    if (strange) return wrong('guessed-input', `nobody gave the value "${strange.value.slice(0, 40)}".`)
    const key = `${lookup.action} ${JSON.stringify(input)}`
    if (beforehand.has(key)) return wrong('same-call-again', 'You have called it so before: use what it told.')
    beforehand.add(key)
    const looked = await lookup.look(input as Record<string, unknown>, signal)
    if (looked.reason?.startsWith('invalid-input')) return wrong('wrong-input', looked.reason)
    const text = tellLooked(looked)
    if (looked.outcome !== 'failed') given.push(...valuesIn(looked.output), looked.reason ?? '')
    return { kind: 'looked', looked, title: lookup.title, about: `${lookup.description}\n${lookup.fields}`, text }
  }

  function beginFlow({ input }: ToolCall): Taken {
    const { data } = Begin.safeParse(input)
    const flow = offered.find(({ name }) => name === data?.flow)
    if (!data || !flow) return wrong('wrong-input', `flow is one of: ${offered.map(({ name }) => name).join(', ')}`)
    const slots = Object.entries(data.slots).filter(([name, value]) => {
      const slot = flow.slots.find((each) => each.name === name)
      if (!slot) return false
      // Nothing goes into a flow that the customer has not said: it would be the model's own.
      return slot.choices ? slot.choices.includes(String(value)) : isSaid(String(value))
    })
    return { kind: 'begins', wanted: { flow: flow.name, title: flow.title, slots: Object.fromEntries(slots) } }
  }

  /** What the customer said, what is known, what a tool told, or one of the values that the action itself names there. */
  const isGiven = ({ value, named: choices }: Leaf) =>
    given.some((text) => standsIn(text, value)) || choices.includes(value)
  const isSaid = (value: string) => customerSaid.some((text) => standsIn(text, value))

  return {
    /** Flows are not offered where something tries to lead it astray. */
    described: ({ mayBegin }: { mayBegin: boolean }): DescribedTool[] => [
      ...[...named].map(([name, { description, title, input }]) => ({
        name,
        description: withholdInstructions(`${title}. ${description}`).text.slice(0, 1_000),
        input: withheldIn(input) as DescribedTool['input'],
      })),
      ...(mayBegin && offered.length > 0 ? [describeBegin(offered)] : []),
    ],
    async take(call: ToolCall, { signal, mayBegin }: { signal: AbortSignal; mayBegin: boolean }): Promise<Taken> {
      const lookup = named.get(call.name)
      if (lookup) return look(lookup, call, signal)
      if (call.name === begin && mayBegin && offered.length > 0) return beginFlow(call)
      return wrong('unknown-tool', 'There is no such tool.')
    },
  }
}

const wrong = (because: string, told: string): Taken => ({ kind: 'wrong', because, told: `Not done: ${told}` })

/** What a system told, without the names of its fields. */
function valuesIn(output: unknown): string[] {
  if (typeof output !== 'object' || output === null) return [String(output ?? '')]
  return Object.values(output).flatMap(valuesIn)
}

/** Endpoints take letters, digits, _ and - only, and 64 of them; what is called the same then is numbered. */
function nameTools(lookups: readonly Lookup[]): Map<string, Lookup> {
  const named = new Map<string, Lookup>()
  for (const lookup of lookups) {
    const plain = lookup.action.replaceAll(/[^\w-]/g, '_').slice(0, 60) || 'tool'
    let name = plain
    for (let count = 2; named.has(name) || name === begin; count++) name = `${plain}_${count}`
    named.set(name, lookup)
  }
  return named
}

function describeBegin(flows: readonly OfferedFlow[]): DescribedTool {
  const lines = flows.map(({ name, title, description, slots }) => {
    const fields = slots.map(({ name: slot, label, choices }) =>
      choices ? `${slot} (${label}: ${choices.join(' | ')})` : `${slot} (${label})`,
    )
    return `${name}: ${title}. ${description} Slots: ${fields.join(', ') || 'none'}`
  })
  return {
    name: begin,
    description: `Begins a procedure of the company with the customer. Give slots only as the customer said them.\n${lines.join('\n')}`,
    input: {
      type: 'object',
      properties: {
        flow: { type: 'string', enum: flows.map(({ name }) => name) },
        slots: { type: 'object', additionalProperties: { type: ['string', 'number', 'boolean'] } },
      },
      required: ['flow'],
    },
  }
}

/** Another's server may have written its descriptions. */
function withheldIn(value: unknown): unknown {
  if (typeof value === 'string') return withholdInstructions(value).text
  if (Array.isArray(value)) return value.map(withheldIn)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withheldIn(each)]))
}

const longestTold = 4_000
const mostLines = 200

function tellLooked({ outcome, output, reason }: Looked): string {
  if (outcome === 'failed') return ''
  const lines: string[] = reason ? [reason] : []
  flatten(output, '', lines)
  return lines.join('\n').slice(0, longestTold).toWellFormed()
}

/** `order.state: sent`, a line a value: what a sentence may stand on. */
function flatten(value: unknown, path: string, lines: string[]): void {
  if (lines.length >= mostLines || value === null || value === undefined) return
  if (typeof value !== 'object') return void lines.push(path === '' ? String(value) : `${path}: ${String(value)}`)
  for (const [name, each] of Object.entries(value))
    flatten(each, Array.isArray(value) ? path : path === '' ? name : `${path}.${name}`, lines)
}
