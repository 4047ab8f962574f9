/** What a document of YAML holds, as JSON would hold it: nothing that points elsewhere, nothing of a type of its own, no key twice. */
import { isAlias, isMap, isScalar, isSeq, type Node, type YAMLMap } from 'yaml'
import { type Words, yamlWords } from './yaml-words.ts'

export class Refusal extends Error {
  readonly words: Words
  readonly offset: number
  readonly path: (string | number)[]
  constructor(words: Words, { offset, path }: { offset: number; path: (string | number)[] }) {
    super(words.en)
    this.words = words
    this.offset = offset
    this.path = path
  }
}

const forbidden = new Set(['__proto__', 'constructor', 'prototype'])
const deepest = 30
const mostNodes = 400_000

/** Throws a `Refusal` with its place. */
export function createPlainValue() {
  let nodes = 0

  return function plainValue(node: Node | null, path: (string | number)[] = []): unknown {
    if (node === null) return null
    const refuse = (words: Words) => new Refusal(words, { offset: node.range?.[0] ?? 0, path })
    if (isAlias(node) || node.anchor !== undefined) throw refuse(yamlWords.byName)
    if (node.tag !== undefined) throw refuse(yamlWords.ownType(node.tag.slice(0, 60)))
    if (path.length > deepest) throw refuse(yamlWords.tooDeep)
    if (++nodes > mostNodes) throw refuse(yamlWords.tooMuch)
    if (isScalar(node)) return scalar(node.value, refuse)
    if (isSeq(node)) return node.items.map((item, index) => plainValue(item as Node | null, [...path, index]))
    if (!isMap(node)) throw refuse(yamlWords.noForm)
    return Object.fromEntries(entriesOf(node, path).map(([key, value]) => [key, plainValue(value, [...path, key])]))
  }
}

function scalar(value: unknown, refuse: (words: Words) => Refusal): unknown {
  if (typeof value === 'string') return value.toWellFormed().replaceAll('\0', '')
  if (typeof value === 'number' && !Number.isFinite(value)) throw refuse(yamlWords.noNumber)
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return value
  throw refuse(yamlWords.noValue)
}

function entriesOf(map: YAMLMap, path: (string | number)[]): [string, Node | null][] {
  const seen = new Set<string>()
  return map.items.map(({ key, value }) => {
    const offset = (key as Node | null)?.range?.[0] ?? map.range?.[0] ?? 0
    const refuse = (words: Words) => new Refusal(words, { offset, path })
    if (!isScalar(key) || key.anchor !== undefined || key.tag !== undefined) throw refuse(yamlWords.noWord)
    const name = String(key.value)
    if (forbidden.has(name)) throw refuse(yamlWords.forbidden(name))
    if (seen.has(name)) throw refuse(yamlWords.twice(name.slice(0, 60)))
    seen.add(name)
    return [name, value as Node | null]
  })
}
